import type { DomElement, DomNode } from '../dom.ts';
import { isElement } from '../dom.ts';

/**
 * True if two elements are written alike to the last space: then there is no difference between them, and no
 * need to look for one field by field. False says nothing.
 */
export function writtenAlike(a: DomElement, b: DomElement): boolean {
  if (a.nodeName !== b.nodeName || a.namespaceURI !== b.namespaceURI) return false;
  const { attributes } = a;
  if (attributes.length !== b.attributes.length) return false;
  for (let index = 0; index < attributes.length; index += 1) {
    const one = attributes.item(index);
    const other = b.attributes.item(index);
    if (one?.name !== other?.name || one?.value !== other?.value) return false;
  }
  let one = a.firstChild;
  let other = b.firstChild;
  while (one && other) {
    if (!alike(one, other)) return false;
    one = one.nextSibling;
    other = other.nextSibling;
  }
  return !one && !other;
}

function alike(a: DomNode, b: DomNode): boolean {
  if (isElement(a)) return isElement(b) && writtenAlike(a, b);
  return a.nodeType === b.nodeType && a.nodeValue === b.nodeValue;
}
