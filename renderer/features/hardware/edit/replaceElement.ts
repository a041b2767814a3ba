import { type DomElement, insertXml, removeElement, XmlError } from '../../../../model/index.ts';

/**
 * Puts an element described in XML in the place of one with the same name.
 * @returns it; null: the one that it should replace stands nowhere
 * @throws XmlError what is wrong with the XML
 */
export function replaceElement(element: DomElement, xml: string): DomElement | null {
  const parent = element.parentNode;
  if (!parent || !isElement(parent)) return null;
  const made = insertXml(parent, xml, element);
  if (made.nodeName !== element.nodeName) {
    throw new XmlError('value', `<${element.nodeName}> was expected, not <${made.nodeName}>`);
  }
  removeElement(element);
  return made;
}

function isElement(node: { readonly nodeType: number }): node is DomElement {
  return node.nodeType === 1;
}
