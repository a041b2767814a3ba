import type { DomElement } from '../dom.ts';
import type { Field } from '../field/field.ts';
import type { XmlNode } from '../field/node.ts';
import { findElement, getPath } from '../path/get.ts';
import { insertionPoint } from '../path/order.ts';
import { ensureElement, setPath } from '../path/set.ts';
import { serialize } from '../xml/document.ts';
import { insertXml } from '../xml/fragment.ts';

/** Gives a field of one node the value of another, as it stands there. */
export function copyValue(field: Field<unknown>, from: XmlNode, to: XmlNode): void {
  const value = field.read(from);
  if (Array.isArray(value) || typeof value === 'boolean') {
    field.write(to, value);
    return;
  }
  // Unit first: an amount without its unit would mean something else.
  for (const path of [...field.also, field.path]) to.set(path, from.get(path));
}

/** Adds a copy of an element to the list it would stand in. */
export function addCopy(to: XmlNode, path: string, element: DomElement): void {
  const slash = path.lastIndexOf('/');
  const container = slash < 0 ? to.pathTo('.') : to.pathTo(path.slice(0, slash));
  const parent = container === '.' ? to.element : ensureElement(to.element, container);
  insertXml(parent, serialize(element), insertionPoint(parent, element.nodeName));
}

/** Gives an element what another one has at a path that no accessor reaches. */
export function copyLeftover(path: string, from: DomElement, to: DomElement): void {
  const plain = path.replace(/\/?text\(\)$/, '') || '.';
  if (path.includes('@') || plain !== path) {
    setPath(to, plain, getPath(from, plain));
    return;
  }
  const there = findElement(to, path);
  if (there) setPath(to, path, null);
  const element = findElement(from, path);
  if (!element) return;
  const slash = path.lastIndexOf('/');
  const parent = slash < 0 ? to : ensureElement(to, path.slice(0, slash));
  insertXml(parent, serialize(element), insertionPoint(parent, element.nodeName));
}
