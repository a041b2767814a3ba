import type { DomElement } from '../dom.ts';
import { findElements, getPath } from '../path/get.ts';
import { ensureElement, setPath } from '../path/set.ts';
import type { Field, NodeClass, Part } from './field.ts';
import type { XmlNode } from './node.ts';

type NodeOf<C> = C extends new (...args: never[]) => infer N ? N : never;

/** A part of a node with fields of its own, there or not: `section('source', () => DiskSource)`. */
export function section<C extends NodeClass>(path: string, of: () => C): Part<NodeOf<C>>;
export function section(path: string, of: () => NodeClass): Part<XmlNode> {
  return { kind: 'section', path, of, read: (node) => new (of())(node.element, `${node.path(path)}/`) };
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
    return findElements(this.#node.element, this.#node.path(this.#path)).map(this.#make);
  }

  get length(): number {
    return findElements(this.#node.element, this.#node.path(this.#path)).length;
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

  /** Adds an empty one after the last and sets the properties given. */
  add(values: Partial<N> = {}): N {
    const node = this.#make(
      ensureElement(this.#node.element, `${this.#node.path(this.#path)}[${this.length + 1}]`),
    );
    Object.assign(node, values);
    return node;
  }

  /** Takes one out of the document, and then what became empty by that. */
  remove(item: N): void {
    const index = findElements(this.#node.element, this.#node.path(this.#path)).indexOf(item.element);
    if (index >= 0) setPath(this.#node.element, `${this.#node.path(this.#path)}[${index + 1}]`, null);
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
      findElements(node.element, node.path(element)).map((found) => getPath(found, value) ?? ''),
    write(node, next) {
      const there = findElements(node.element, node.path(element)).length;
      for (let index = there; index > next.length; index -= 1) node.set(`${element}[${index}]`, null);
      next.forEach((text, index) => {
        node.set(value === '.' ? `${element}[${index + 1}]` : `${element}[${index + 1}]/${value}`, text);
      });
    },
  };
}
