import { Shape } from '../coverage/shape.ts';
import type { DomElement } from '../dom.ts';
import { childElements } from '../dom.ts';
import type { NodeClass } from '../field/field.ts';
import { ownText } from '../path/get.ts';
import { serialize } from '../xml/document.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/**
 * What no accessor of a class reaches in an element, by path: attributes and texts of a future libvirt, and
 * what other programs keep in the metadata. Lists are left to be compared one by one.
 */
export function leftovers(element: DomElement | undefined, of: NodeClass): Map<string, string> {
  const found = new Map<string, string>();
  if (element) collect(element, Shape.of(of), '', found);
  return found;
}

function collect(element: DomElement, shape: Shape, path: string, found: Map<string, string>): void {
  const { attributes } = element;
  for (let index = 0; index < attributes.length; index += 1) {
    const attr = attributes.item(index);
    if (!attr || attr.namespaceURI === XMLNS || shape.attribute(attr.name)) continue;
    found.set(`${path}@${attr.name}`, attr.value);
  }
  if (!shape.text && ownText(element).trim() !== '') found.set(`${path}text()`, ownText(element).trim());
  const seen = new Map<string, number>();
  for (const child of childElements(element)) {
    const count = (seen.get(child.nodeName) ?? 0) + 1;
    seen.set(child.nodeName, count);
    const below = shape.child(child.nodeName);
    const name = count === 1 ? child.nodeName : `${child.nodeName}[${count}]`;
    if (!below) found.set(`${path}${name}`, serialize(child).replace(/>\s+</g, '><'));
    else if (!below.list) collect(child, below, `${path}${name}/`, found);
  }
}
