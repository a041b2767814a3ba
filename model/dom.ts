/**
 * The part of the W3C DOM that the model uses, as structural types: the browser's objects, those of
 * `@xmldom/xmldom` and our own compact ones all satisfy them, so this layer needs neither Node nor
 * a browser.
 */

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const CDATA_NODE = 4;
export const INSTRUCTION_NODE = 7;
export const COMMENT_NODE = 8;
export const DOCUMENT_NODE = 9;

export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly lastChild: DomNode | null;
  readonly previousSibling: DomNode | null;
  readonly nextSibling: DomNode | null;
  /** These two are not everywhere: xmldom has none. Use `firstElement` and `nextElement`. */
  readonly firstElementChild?: DomElement | null;
  readonly nextElementSibling?: DomElement | null;
  readonly textContent: string | null;
  readonly ownerDocument: DomDocument | null;
  insertBefore(node: DomNode, child: DomNode | null): DomNode;
  removeChild(child: DomNode): DomNode;
  lookupNamespaceURI(prefix: string | null): string | null;
}

export interface DomAttr {
  readonly name: string;
  readonly localName: string | null;
  readonly prefix: string | null;
  readonly namespaceURI: string | null;
  readonly value: string;
}

export interface DomAttributes {
  readonly length: number;
  item(index: number): DomAttr | null;
}

export interface DomElement extends DomNode {
  readonly localName: string | null;
  readonly prefix: string | null;
  readonly namespaceURI: string | null;
  readonly attributes: DomAttributes;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  getAttributeNS(namespace: string | null, localName: string): string | null;
  setAttributeNS(namespace: string | null, name: string, value: string): void;
  removeAttributeNS(namespace: string | null, localName: string): void;
}

export interface DomCharacterData extends DomNode {
  readonly data: string;
  readonly length: number;
  replaceData(offset: number, count: number, data: string): void;
}

export interface DomInstruction extends DomNode {
  readonly target: string;
  readonly data: string;
}

export interface DomDocument extends DomNode {
  readonly documentElement: DomElement | null;
  createElementNS(namespace: string | null, name: string): DomElement;
  createTextNode(data: string): DomCharacterData;
  createCDATASection(data: string): DomCharacterData;
  importNode(node: DomNode, deep: boolean): DomNode;
}

/** What `parseDocument` needs from a parser: the browser's `DOMParser` and xmldom's both have it. */
export interface XmlParser {
  parseFromString(xml: string, type: 'application/xml'): DomDocument;
}

export function isElement(node: DomNode | null): node is DomElement {
  return node?.nodeType === ELEMENT_NODE;
}

/** Text or CDATA: what counts as an element's text. */
export function isText(node: DomNode | null): node is DomCharacterData {
  return node?.nodeType === TEXT_NODE || node?.nodeType === CDATA_NODE;
}

export function isPlainText(node: DomNode | null): node is DomCharacterData {
  return node?.nodeType === TEXT_NODE;
}

/** Text, CDATA, a comment or an instruction. */
export function hasData(node: DomNode | null): node is DomCharacterData {
  return isText(node) || node?.nodeType === COMMENT_NODE || node?.nodeType === INSTRUCTION_NODE;
}

export function isInstruction(node: DomNode | null): node is DomInstruction {
  return node?.nodeType === INSTRUCTION_NODE;
}

export function isDocument(node: DomNode): node is DomDocument {
  return node.nodeType === DOCUMENT_NODE;
}

/** The element children of a node, in order. */
export function childElements(parent: DomNode): DomElement[] {
  const found: DomElement[] = [];
  for (let element = firstElement(parent); element; element = nextElement(element)) found.push(element);
  return found;
}

/** The first element child. Where the DOM can find it itself, the texts before it are not looked at. */
export function firstElement(parent: DomNode): DomElement | null {
  const { firstElementChild } = parent;
  return firstElementChild === undefined ? elementFrom(parent.firstChild) : firstElementChild;
}

export function nextElement(element: DomElement): DomElement | null {
  const { nextElementSibling } = element;
  return nextElementSibling === undefined ? elementFrom(element.nextSibling) : nextElementSibling;
}

function elementFrom(start: DomNode | null): DomElement | null {
  let node = start;
  while (node && !isElement(node)) node = node.nextSibling;
  return node;
}
