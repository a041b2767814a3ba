import type { DomElement } from '../dom.ts';
import { findElement, findElements, getPath, hasPath } from '../path/get.ts';
import { ensureElement, type PathValue, setPath } from '../path/set.ts';
import { documentOf, type ElementOrDocument, elementOf, serialize } from '../xml/document.ts';

/**
 * A view on an element of a document, or on a part of it that may not exist yet (`section`). It holds no
 * values of its own: every property reads from and writes to the DOM.
 */
export class XmlNode {
  /** The element that the paths of the fields start from. */
  readonly element: DomElement;
  /** Put before the paths of the fields: empty, or like `source/`. */
  readonly partPath: string;

  constructor(from: ElementOrDocument, partPath = '') {
    this.element = elementOf(from);
    this.partPath = partPath;
  }

  /** What stands at a path; null if there is nothing. */
  get(path: string): string | null {
    return getPath(this.element, this.pathTo(path));
  }

  has(path: string): boolean {
    return hasPath(this.element, this.pathTo(path));
  }

  /** The elements at a path, in order. */
  elements(path: string): DomElement[] {
    return findElements(this.element, this.pathTo(path));
  }

  set(path: string, value: PathValue): void {
    setPath(this.element, this.pathTo(path), value);
  }

  /** True if the element, or the part of it that this is a view on, is there. */
  get exists(): boolean {
    return this.partPath === '' || findElement(this.element, this.partPath.slice(0, -1)) !== undefined;
  }

  /** Makes the element be there, empty if need be. */
  ensure(): DomElement {
    return this.partPath === '' ? this.element : ensureElement(this.element, this.partPath.slice(0, -1));
  }

  /** Takes the part of the element that this is a view on out of the document; a whole element stays. */
  clear(): void {
    if (this.partPath !== '') setPath(this.element, this.partPath.slice(0, -1), null);
  }

  /** The element's XML; the whole document if it is the root of one. */
  toXml(): string {
    const element = this.ensure();
    const home = documentOf(element);
    return serialize(home?.root === element ? home : element);
  }

  /** A path of this view as one of its element. */
  pathTo(path: string): string {
    if (path === '.') return this.partPath === '' ? '.' : this.partPath.slice(0, -1);
    return this.partPath + path;
  }
}
