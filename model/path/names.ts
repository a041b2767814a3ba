import type { DomElement } from '../dom.ts';
import { XmlError } from '../errors.ts';
import { entryOf } from '../table.ts';
import { declareNamespace, KNOWN_NAMESPACES, namespaceInScope, prefixFor } from '../xml/namespaces.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

interface Name {
  readonly prefix: string | undefined;
  readonly local: string;
}

function split(name: string): Name {
  const colon = name.indexOf(':');
  return colon < 0
    ? { prefix: undefined, local: name }
    : { prefix: name.slice(0, colon), local: name.slice(colon + 1) };
}

/** The namespace a prefix in a path means: libvirt's own first, then what the document declares. */
function namespaceOf(prefix: string, at: DomElement): string | undefined {
  if (prefix === 'xml') return XML;
  return entryOf(KNOWN_NAMESPACES, prefix) ?? namespaceInScope(at, prefix) ?? undefined;
}

/**
 * True if an element has the name: without prefix its written name, with one its namespace, whatever
 * prefix the document uses for that.
 */
export function elementHasName(element: DomElement, name: string): boolean {
  if (!name.includes(':')) return element.nodeName === name;
  const { prefix = '', local } = split(name);
  return element.localName === local && element.namespaceURI === namespaceOf(prefix, element);
}

/** The value of an attribute by the name in a path; null if it is missing. */
export function readAttribute(element: DomElement, name: string): string | null {
  if (!name.includes(':')) return element.getAttribute(name);
  const { prefix = '', local } = split(name);
  const uri = namespaceOf(prefix, element);
  if (uri === undefined) return null;
  return hasAttribute(element, uri, local) ? element.getAttributeNS(uri, local) : null;
}

// xmldom's getAttributeNS answers '' for a missing attribute, as DOM level 2 said.
function hasAttribute(element: DomElement, uri: string, local: string): boolean {
  for (let index = 0; index < element.attributes.length; index += 1) {
    const attr = element.attributes.item(index);
    if (attr?.namespaceURI === uri && attr.localName === local) return true;
  }
  return false;
}

/** Sets or (null) removes an attribute by the name in a path. */
export function writeAttribute(element: DomElement, name: string, value: string | null): void {
  if (!name.includes(':')) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
    return;
  }
  const { prefix = '', local } = split(name);
  const uri = requireNamespace(prefix, element);
  if (value === null) element.removeAttributeNS(uri, local);
  else element.setAttributeNS(uri, `${boundPrefix(element, prefix, uri)}:${local}`, value);
}

/** Makes an element for a name in a path, to be put into the parent. */
export function createElement(parent: DomElement, name: string): DomElement {
  const document = parent.ownerDocument;
  if (!document) throw new XmlError('path', `"${name}" cannot be created: its parent belongs to no document`);
  if (!name.includes(':')) {
    return document.createElementNS(
      parent.prefix === null ? parent.namespaceURI : defaultNamespace(parent),
      name,
    );
  }
  const { prefix = '', local } = split(name);
  const uri = requireNamespace(prefix, parent);
  const used = prefixFor(parent, uri);
  const element = document.createElementNS(uri, `${used ?? prefix}:${local}`);
  if (used === undefined) declareNamespace(element, prefix, uri);
  return element;
}

function defaultNamespace(at: DomElement): string | null {
  return namespaceInScope(at, null);
}

function requireNamespace(prefix: string, at: DomElement): string {
  const uri = namespaceOf(prefix, at);
  if (uri === undefined) throw new XmlError('path', `The prefix "${prefix}" stands for no namespace here`);
  return uri;
}

function boundPrefix(element: DomElement, prefix: string, uri: string): string {
  if (prefix === 'xml') return prefix;
  const used = prefixFor(element, uri);
  if (used === undefined) declareNamespace(element, prefix, uri);
  return used ?? prefix;
}
