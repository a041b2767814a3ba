import { type DomElement, isElement } from '../dom.ts';
import { XmlError } from '../errors.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * Rules of "Namespaces in XML 1.0" that not every parser enforces: a prefix cannot be undeclared, `xml` and
 * `xmlns` are fixed, and no two attributes have the same name in the same namespace.
 *
 * @throws XmlError `malformed`
 */
export function checkNamespaces(element: DomElement): void {
  checkAttributes(element);
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (isElement(node)) checkNamespaces(node);
  }
}

/** The same for one element alone. */
export function checkAttributes(element: DomElement): void {
  const seen = new Set<string>();
  for (let index = 0; index < element.attributes.length; index += 1) {
    const attr = element.attributes.item(index);
    if (!attr) continue;
    if (attr.namespaceURI === XMLNS) checkDeclaration(attr.name, attr.value);
    if (attr.namespaceURI === null) continue;
    const name = `${attr.namespaceURI} ${attr.localName}`;
    if (seen.has(name)) fail(`<${element.nodeName}> has the attribute "${attr.name}" twice`);
    seen.add(name);
  }
}

function checkDeclaration(name: string, uri: string): void {
  if (name === 'xmlns:xmlns') fail('The prefix "xmlns" cannot be declared');
  if (uri === XMLNS) fail(`"${name}" declares a namespace that is reserved`);
  if ((name === 'xmlns:xml') !== (uri === XML)) fail(`"${name}" declares a namespace that is reserved`);
  if (uri === '' && name !== 'xmlns') fail(`"${name}" declares no namespace`);
}

function fail(message: string): never {
  throw new XmlError('malformed', message);
}
