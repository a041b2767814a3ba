import type { DomElement } from '../dom.ts';
import { findElements, getPath } from '../path/get.ts';
import { ensureElement, setPath } from '../path/set.ts';
import type { Field, NodeClass, Part } from './field.ts';
import { XmlNode } from './node.ts';

type NodeOf<C> = C extends new (...args: never[]) => infer N ? N : never;

/** A part of a node with fields of its own, there or not: `section('source', () => DiskSource)`. */
export function section<C extends NodeClass>(path: string, of: () => C): Part<NodeOf<C>>;
export function section(path: string, of: () => NodeClass): Part<XmlNode> {
  return { kind: 'section', path, of, read: (node) => new (of())(node.element, `${node.pathTo(path)}/`) };
}

/** The parts of a node that may occur any number of times: `list('feature', () => CpuFeature)`. */
export function list<C extends NodeClass>(path: string, of: () => C): Part<XmlList<NodeOf<C>>>;
export function list(path: string, of: () => NodeClass): Part<XmlList<XmlNode>> {
  return {
    kind: 'list',
    path,
    of,
    read: (node) => new XmlList(node, path, (element) => new (of())(element)),
  };
}

/** Live view on the repeated parts of a node, in document order. */
export class XmlList<N extends XmlNode> implements Iterable<N> {
  readonly #node: XmlNode;
  readonly #path: string;
  readonly #make: (element: DomElement) => N;

  constructor(node: XmlNode, path: string, make: (element: DomElement) => N) {
    this.#node = node;
    this.#path = path;
    this.#make = make;
  }

  get all(): N[] {
    return findElements(this.#node.element, this.#node.pathTo(this.#path)).map(this.#make);
  }

  get length(): number {
    return findElements(this.#node.element, this.#node.pathTo(this.#path)).length;
  }

  at(index: number): N | undefined {
    return this.all.at(index);
  }

  [Symbol.iterator](): Iterator<N> {
    return this.all[Symbol.iterator]();
  }

  find(wanted: (item: N) => boolean): N | undefined {
    return this.all.find(wanted);
  }

  map<T>(each: (item: N) => T): T[] {
    return this.all.map(each);
  }

  /** Adds one after the last and sets the fields given. */
  add(values?: Init<N>): N {
    const path = `${this.#node.pathTo(this.#path)}[${this.length + 1}]`;
    const node = this.#make(ensureElement(this.#node.element, path));
    return values ? assign(node, values) : node;
  }

  /** Takes one out of the document, and then what became empty by that. */
  remove(item: N): void {
    const index = findElements(this.#node.element, this.#node.pathTo(this.#path)).indexOf(item.element);
    if (index >= 0) setPath(this.#node.element, `${this.#node.pathTo(this.#path)}[${index + 1}]`, null);
  }

  clear(): void {
    for (const item of this.all) this.remove(item);
  }
}

/** The values of an element or attribute that may occur any number of times: `texts('forwarder/@addr')`. */
export function texts(path: string): Field<readonly string[]> {
  const at = path.lastIndexOf('/@');
  const element = at < 0 ? path : path.slice(0, at);
  const value = at < 0 ? '.' : path.slice(at + 1);
  return {
    kind: 'value',
    path,
    also: [],
    choices: undefined,
    read: (node) =>
      findElements(node.element, node.pathTo(element)).map((found) => getPath(found, value) ?? ''),
    write(node, next) {
      const there = findElements(node.element, node.pathTo(element)).length;
      for (let index = there; index > next.length; index -= 1) node.set(`${element}[${index}]`, null);
      next.forEach((text, index) => {
        node.set(value === '.' ? `${element}[${index + 1}]` : `${element}[${index + 1}]/${value}`, text);
      });
    },
  };
}

/**
 * Values for the fields of a node, and for its parts and lists those of theirs:
 * `{ type: 'file', source: { file: '/a.qcow2' } }`. Null removes.
 */
export type Init<N> = {
  -readonly [K in keyof N as K extends keyof XmlNode ? never : K]?: N[K] extends XmlList<infer M>
    ? readonly Init<M>[]
    : N[K] extends XmlNode
      ? Init<N[K]>
      : N[K] | undefined;
};

/** Sets the fields given, in the order given; items for a list are added to it. Undefined is left out. */
export function assign<N extends XmlNode>(node: N, values: Init<N>): N {
  assignAll(node, values);
  return node;
}

function assignAll(node: XmlNode, values: object): void {
  for (const [name, value] of Object.entries(values)) assignField(node, name, value);
}

function assignField(node: XmlNode, name: string, value: unknown): void {
  if (value === undefined) return;
  const current: unknown = Reflect.get(node, name);
  if (current instanceof XmlNode && isRecord(value)) assignAll(current, value);
  else if (current instanceof XmlList && Array.isArray(value)) {
    for (const item of value) assignAll(current.add(), item);
  } else Reflect.set(node, name, value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
