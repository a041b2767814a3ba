import { type DomElement, type DomNode, isElement } from '../dom.ts';
import { XmlError } from '../errors.ts';
import { escapeAttribute } from './characters.ts';
import { documentOf, type ElementOrDocument, elementOf } from './document.ts';
import { indentForChild, insertChild, isBlank, removeChild } from './layout.ts';
import { KNOWN_NAMESPACES, missingNamespaces, namespacesInScope } from './namespaces.ts';
import { type ParseOptions, parseDocument } from './parse.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/**
 * Reads one element and puts it at the end of the parent (or before one of its children), indented like
 * its surroundings. Prefixes that the parent knows, and libvirt's own, need no declaration in the text.
 *
 * @returns the new element
 * @throws XmlError as `parseDocument` does, and `value` if the text is not exactly one element
 */
export function insertXml(
  parent: ElementOrDocument,
  xml: string,
  before: DomElement | null = null,
): DomElement {
  const target = elementOf(parent);
  const element = readFragment(target, xml);
  reindent(element, indentForChild(target));
  insertChild(target, element, before);
  for (const [name, uri] of neededDeclarations(element)) element.setAttributeNS(XMLNS, name, uri);
  return element;
}

/** Takes an element out of its parent, together with the line it stands on. Its ancestors stay. */
export function removeElement(element: DomElement): void {
  removeChild(element);
}

/** Reads one element for use in the document of `target`; it has no parent yet. */
export function readFragment(target: DomElement, xml: string): DomElement {
  const owner = target.ownerDocument;
  if (!owner) throw new XmlError('value', 'The parent belongs to no document');
  const home = documentOf(target);
  const options: ParseOptions = home
    ? { limits: home.limits, ...(home.parser && { parser: home.parser }) }
    : {};
  const scope = new Map(Object.entries(KNOWN_NAMESPACES).map(([prefix, uri]) => [`xmlns:${prefix}`, uri]));
  for (const [name, uri] of namespacesInScope(target)) scope.set(name, uri);
  const declarations = [...scope].map(([name, uri]) => ` ${name}='${escapeAttribute(uri)}'`).join('');
  const body = xml.replace(/^\ufeff?\s*(?:<\?xml[ \t\r\n][^>]*\?>)?/, '');
  const wrapper = parseDocument(`<fragment${declarations}>${body}</fragment>`, options).root;
  const imported = owner.importNode(onlyElement(wrapper), true);
  if (!isElement(imported)) throw new XmlError('value', 'The XML is not an element');
  return imported;
}

function onlyElement(wrapper: DomElement): DomElement {
  let found: DomElement | undefined;
  for (let node = wrapper.firstChild; node; node = node.nextSibling) {
    if (isBlank(node)) continue;
    if (!isElement(node) || found) throw new XmlError('value', 'The XML must be exactly one element');
    found = node;
  }
  if (!found) throw new XmlError('value', 'The XML holds no element');
  return found;
}

function neededDeclarations(element: DomElement): [string, string][] {
  const needed = new Map(missingNamespaces(element, false));
  const visit = (at: DomElement): void => {
    for (let node = at.firstChild; node; node = node.nextSibling) {
      if (!isElement(node)) continue;
      for (const [name, uri] of missingNamespaces(node, false)) {
        if (!needed.has(name) && name !== 'xmlns') needed.set(name, uri);
      }
      visit(node);
    }
  };
  visit(element);
  return [...needed];
}

/** Moves the lines inside an element from the indentation they came with to that of their new place. */
function reindent(element: DomElement, indent: string | undefined): void {
  const last = element.lastChild;
  const text = isBlank(last) ? (last?.nodeValue ?? '') : '';
  if (indent === undefined || !text.includes('\n')) return;
  const from = text.slice(text.lastIndexOf('\n') + 1);
  if (from === indent) return;
  const visit = (parent: DomNode): void => {
    for (let node = parent.firstChild; node; ) {
      const next: DomNode | null = node.nextSibling;
      if (isElement(node)) visit(node);
      else if (isBlank(node)) shift(parent, node, `\n${from}`, `\n${indent}`);
      node = next;
    }
  };
  visit(element);
}

function shift(parent: DomNode, node: DomNode, from: string, to: string): void {
  const text = node.nodeValue ?? '';
  const moved = text.replaceAll(from, to);
  const document = node.ownerDocument;
  if (moved === text || !document) return;
  parent.insertBefore(document.createTextNode(moved), node);
  parent.removeChild(node);
}
