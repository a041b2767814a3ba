import type { XmlNode } from '../field/node.ts';
import { keysOf } from './identity.ts';

/** One of the first list with its counterpart in the second, or one of them alone. */
export interface Pair<N> {
  readonly before: N | undefined;
  readonly after: N | undefined;
  /** What the pair is called among its like: the surest key, or the place counted from 1. */
  readonly name: string;
}

/** Finds for each of one list its counterpart in another: by key, and by kind and place where there are no keys. */
export function pair<N extends XmlNode>(before: readonly N[], after: readonly N[]): Pair<N>[] {
  const matcher = new Matcher(before, after);
  const levels = Math.max(0, ...[...before, ...after].map((node) => keysOf(node).length));
  for (let level = 0; level < levels; level += 1) matcher.byKey((node) => keysOf(node)[level] ?? '');
  // Those that have nothing of their own, or on one side only what libvirt gave them.
  matcher.byTest((node, other) => isWeak(node, other) && kindOf(node) === kindOf(other));
  matcher.byTest((node, other) => surestKey(node) === '' && surestKey(other) === '');
  return matcher.pairs();
}

class Matcher<N extends XmlNode> {
  readonly #before: readonly N[];
  readonly #after: readonly N[];
  readonly #matched = new Map<N, N>();
  readonly #taken = new Set<N>();

  constructor(before: readonly N[], after: readonly N[]) {
    this.#before = before;
    this.#after = after;
  }

  byKey(key: (node: N) => string): void {
    const others = new Map<string, N[]>();
    for (const node of this.#after) {
      if (!this.#taken.has(node)) others.set(key(node), [...(others.get(key(node)) ?? []), node]);
    }
    for (const node of this.#before) {
      const wanted = this.#matched.has(node) ? '' : key(node);
      if (wanted !== '') this.#match(node, others.get(wanted)?.shift());
    }
  }

  byTest(same: (node: N, other: N) => boolean): void {
    for (const node of this.#before) {
      if (this.#matched.has(node)) continue;
      this.#match(
        node,
        this.#after.find((other) => !this.#taken.has(other) && same(node, other)),
      );
    }
  }

  pairs(): Pair<N>[] {
    const pairs = this.#before.map((node, index) => ({
      before: node,
      after: this.#matched.get(node),
      name: nameOf(node, index),
    }));
    const added = this.#after
      .map((node, index) => ({ before: undefined, after: node, name: nameOf(node, index) }))
      .filter(({ after }) => !this.#taken.has(after));
    return [...pairs, ...added];
  }

  #match(node: N, other: N | undefined): void {
    if (!other) return;
    this.#matched.set(node, other);
    this.#taken.add(other);
  }
}

function surestKey(node: XmlNode): string {
  return keysOf(node)[0] ?? '';
}

function isWeak(node: XmlNode, other: XmlNode): boolean {
  return surestKey(node) === '' || surestKey(other) === '';
}

function kindOf(node: XmlNode): string {
  return ['@type', '@model', 'model/@type', 'target/@type'].map((path) => node.get(path) ?? '').join(' ');
}

/** What an item of a list is called in keys: its surest key, or its place counted from 1. */
export function nameOf(node: XmlNode, index: number): string {
  return keysOf(node).find((key) => key !== '') ?? String(index + 1);
}
