import type { InternedName } from './stats-names.ts';

/** Which parameters a domain has, in which order. Domains with the same parameters share one. */
export interface StatsShape {
  /** Stands for the shape in a frame. */
  readonly id: number;
  readonly names: readonly string[];
  /** Values that are text (names of disks and network cards): part of the shape, as they hardly change. */
  readonly texts: readonly (string | null)[];
}

interface Node {
  shape: StatsShape | null;
  readonly next: Map<string | number, Node>;
}

/** Gives the same shape for the same sequence of names and texts. */
export class ShapeTable {
  readonly shapes: StatsShape[] = [];
  readonly #root: Node = { shape: null, next: new Map() };

  /** What was found last: most likely the answer again. */
  #last: { names: InternedName[]; texts: (string | null)[]; shape: StatsShape } | null = null;

  /** @param count how many of the names and texts belong to the domain */
  find(names: readonly InternedName[], texts: readonly (string | null)[], count: number): StatsShape {
    if (this.#last !== null && same(this.#last, names, texts, count)) return this.#last.shape;
    let node = this.#root;
    for (let index = 0; index < count; index++)
      node = step(node, names[index]?.id ?? 0, texts[index] ?? null);
    const shape = node.shape ?? this.#add(node, names, texts, count);
    this.#last = { names: names.slice(0, count), texts: texts.slice(0, count), shape };
    return shape;
  }

  #add(
    node: Node,
    names: readonly InternedName[],
    texts: readonly (string | null)[],
    count: number,
  ): StatsShape {
    const shape: StatsShape = {
      id: this.shapes.length,
      names: names.slice(0, count).map((name) => name.text),
      texts: texts.slice(0, count),
    };
    this.shapes.push(shape);
    node.shape = shape;
    return shape;
  }
}

function same(
  last: { names: InternedName[]; texts: (string | null)[] },
  names: readonly InternedName[],
  texts: readonly (string | null)[],
  count: number,
): boolean {
  if (last.names.length !== count) return false;
  for (let n = 0; n < count; n++) if (last.names[n] !== names[n] || last.texts[n] !== texts[n]) return false;
  return true;
}

function step(node: Node, name: number, text: string | null): Node {
  const next = edge(node, name);
  return text === null ? next : edge(next, text);
}

function edge(node: Node, key: string | number): Node {
  const known = node.next.get(key);
  if (known) return known;
  const added: Node = { shape: null, next: new Map() };
  node.next.set(key, added);
  return added;
}
