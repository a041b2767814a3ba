import type { DomElement } from '../dom.ts';
import { findElement, getPath, hasPath } from '../path/get.ts';
import { ensureElement, type PathValue, setPath } from '../path/set.ts';
import { type ElementOrDocument, elementOf, serialize } from '../xml/document.ts';

/**
 * A view on an element of a document, or on a part of it that may not exist yet (`section`). It holds no
 * values of its own: every property reads from and writes to the DOM.
 */
export class XmlNode {
  /** The element that the paths of the fields start from. */
  readonly element: DomElement;
  /** Put before the paths of the fields: empty, or like `source/`. */
  readonly prefix: string;

  constructor(from: ElementOrDocument, prefix = '') {
    this.element = elementOf(from);
    this.prefix = prefix;
  }

  /** What stands at a path; null if there is nothing. */
  get(path: string): string | null {
    return getPath(this.element, this.path(path));
  }

  has(path: string): boolean {
    return hasPath(this.element, this.path(path));
  }

  set(path: string, value: PathValue): void {
    setPath(this.element, this.path(path), value);
  }

  /** True if the element, or the part of it that this is a view on, is there. */
  get exists(): boolean {
    return this.prefix === '' || findElement(this.element, this.prefix.slice(0, -1)) !== undefined;
  }

  /** Makes the element be there, empty if need be. */
  ensure(): DomElement {
    return this.prefix === '' ? this.element : ensureElement(this.element, this.prefix.slice(0, -1));
  }

  /** Takes the part of the element that this is a view on out of the document; a whole element stays. */
  clear(): void {
    if (this.prefix !== '') setPath(this.element, this.prefix.slice(0, -1), null);
  }

  /** The element's XML. */
  toXml(): string {
    return serialize(this.ensure());
  }

  /** A path of this view as one of its element. */
  path(path: string): string {
    if (path === '.') return this.prefix === '' ? '.' : this.prefix.slice(0, -1);
    return this.prefix + path;
  }
}
