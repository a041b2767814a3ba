import { type DomDocument, type DomElement, type DomNode, isDocument, type XmlParser } from '../dom.ts';
import type { Lexical } from './lexical.ts';
import type { XmlLimits } from './limits.ts';
import { Serializer } from './serialize.ts';

const documents = new WeakMap<DomDocument, XmlDocument>();

/** A parsed document: the DOM, which is edited in place, and how it was written. */
export class XmlDocument {
  /** The root element (`<domain>`, `<network>`...). */
  readonly root: DomElement;
  readonly document: DomDocument;
  readonly lexical: Lexical;
  /** What fragments inserted into this document are read with; undefined is the default. */
  readonly parser: XmlParser | undefined;
  readonly limits: XmlLimits;

  constructor(parts: {
    document: DomDocument;
    root: DomElement;
    lexical: Lexical;
    parser: XmlParser | undefined;
    limits: XmlLimits;
  }) {
    this.document = parts.document;
    this.root = parts.root;
    this.lexical = parts.lexical;
    this.parser = parts.parser;
    this.limits = parts.limits;
    documents.set(parts.document, this);
  }

  toString(): string {
    return serialize(this);
  }
}

/** The document a node belongs to, if `parseDocument` made it. */
export function documentOf(node: DomNode): XmlDocument | undefined {
  const owner = isDocument(node) ? node : node.ownerDocument;
  return owner ? documents.get(owner) : undefined;
}

/** An element, or the document that stands for its root element. */
export type ElementOrDocument = DomElement | XmlDocument;

export function elementOf(from: ElementOrDocument): DomElement {
  return from instanceof XmlDocument ? from.root : from;
}

/**
 * Writes a document, or one element with the namespace declarations it needs. What was not changed comes
 * out as it was read, character for character; what was changed is written in libvirt's style.
 */
export function serialize(from: ElementOrDocument): string {
  if (from instanceof XmlDocument) return new Serializer(from.lexical).document(from.document);
  return new Serializer(documentOf(from)?.lexical).element(from);
}
