import { DOCUMENT_CLASSES, isDocumentKind } from '../documents.ts';
import { childElements, type DomElement } from '../dom.ts';
import { XmlError } from '../errors.ts';
import type { NodeClass } from '../field/field.ts';
import { ownText } from '../path/get.ts';
import { type ElementOrDocument, elementOf } from '../xml/document.ts';
import { KNOWN_NAMESPACES } from '../xml/namespaces.ts';
import { Shape } from './shape.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const PREFIXES = new Map(Object.entries(KNOWN_NAMESPACES).map(([prefix, uri]) => [uri, prefix]));

/**
 * The elements, attributes and texts of a document that no accessor reaches, as paths, each once. What
 * other programs keep in `<metadata>` under a namespace of their own is theirs and not counted.
 *
 * @param node the class to hold against; by default that of the document's root element
 * @throws XmlError `value` if the root element is that of no document of libvirt's
 */
export function uncovered(from: ElementOrDocument, node?: NodeClass): string[] {
  const root = elementOf(from);
  const found = new Set<string>();
  eachUncovered(root, node ?? classOf(root), (path) => found.add(path));
  return [...found];
}

type Tell = (path: string, element: DomElement) => void;

/** Calls for everything that no accessor reaches: with its path, and the element that it is or stands in. */
export function eachUncovered(root: DomElement, node: NodeClass, tell: Tell): void {
  visit(root, Shape.of(node), root.nodeName, tell);
}

function classOf(root: DomElement): NodeClass {
  if (!isDocumentKind(root.nodeName)) {
    throw new XmlError('value', `<${root.nodeName}> is the root of none of libvirt's documents`);
  }
  return DOCUMENT_CLASSES[root.nodeName];
}

function visit(element: DomElement, shape: Shape, path: string, tell: Tell): void {
  const { attributes } = element;
  for (let index = 0; index < attributes.length; index += 1) {
    const attr = attributes.item(index);
    if (!attr || attr.namespaceURI === XMLNS) continue;
    if (!shape.attribute(attr.name)) tell(`${path}/@${attr.name}`, element);
  }
  if (!shape.text && ownText(element).trim() !== '') tell(`${path}/text()`, element);
  for (const child of childElements(element)) {
    const name = knownName(child);
    if (name === undefined) continue;
    const below = shape.child(name);
    if (below) visit(child, below, `${path}/${name}`, tell);
    else tell(`${path}/${name}`, child);
  }
}

/** The element's name with the usual prefix of its namespace; undefined for namespaces of others. */
function knownName(element: DomElement): string | undefined {
  if (element.namespaceURI === null || element.prefix === null) return element.nodeName;
  const prefix = PREFIXES.get(element.namespaceURI);
  return prefix === undefined ? undefined : `${prefix}:${element.localName}`;
}
