import { DOMParser } from '@xmldom/xmldom';
import { CDATA_NODE, COMMENT_NODE, ELEMENT_NODE, INSTRUCTION_NODE, TEXT_NODE } from '../dom.ts';
import { positionOf, XmlError } from '../errors.ts';
import { checkAttributes } from '../xml/namespace-check.ts';
import { DECLARATION, GAP, type Tokens } from '../xml/tokens.ts';
import { TreeInstruction, TreeText } from './character-data.ts';
import { TreeDocument } from './document.ts';
import { type FlatAttributes, TreeElement } from './element.ts';
import type { TreeNode } from './node.ts';
import type { TreeParent } from './parent.ts';

/** The attributes of an element as xmldom's reader reports them. */
interface ReportedAttributes {
  readonly length: number;
  getQName(index: number): string;
  getValue(index: number): string;
  getURI(index: number): string | undefined;
}

/**
 * Reads a source with xmldom's reader straight into our own DOM. xmldom's DOM takes more than half of its
 * time (docs/decisions/0003-xml-in-place.md), and is not needed for that.
 *
 * @throws XmlError `malformed` for everything the reader complains of
 */
export function buildTree(source: string, tokens: Tokens): TreeDocument {
  const document = new TreeDocument(source, tokens);
  class Handler extends TreeBuilder {
    constructor() {
      super(document, source, tokens);
    }
  }
  const parser = new DOMParser({
    locator: false,
    normalizeLineEndings: (text) => text,
    domHandler: Handler,
  });
  parser.parseFromString(source, 'application/xml');
  return document;
}

/** Finds a text again and again at growing offsets, without reading any part of the source twice. */
class Finder {
  readonly #source: string;
  readonly #text: string;
  #next = -1;

  constructor(source: string, text: string) {
    this.#source = source;
    this.#text = text;
  }

  /** True if the text begins between the offsets. */
  occurs(start: number, end: number): boolean {
    if (this.#next < start) {
      const at = this.#source.indexOf(this.#text, start);
      this.#next = at < 0 ? this.#source.length : at;
    }
    return this.#next < end;
  }
}

/** Takes the events of xmldom's reader, and makes sure that they are what the source holds. */
class TreeBuilder {
  readonly mimeType = 'application/xml';
  readonly doc: TreeDocument;
  currentElement: TreeElement | null = null;
  readonly #source: string;
  readonly #tokens: Tokens;
  readonly #special: readonly Finder[];
  readonly #names = new Map<string, string>();
  #token = 0;
  #cdata = false;

  constructor(document: TreeDocument, source: string, tokens: Tokens) {
    this.doc = document;
    this.#source = source;
    this.#tokens = tokens;
    this.#special = ['&', '\n', '\t', ':', 'xmlns'].map((text) => new Finder(source, text));
  }

  startElement(
    namespace: string | null | undefined,
    _local: string,
    name: string,
    from: ReportedAttributes,
  ): void {
    const token = this.#take(ELEMENT_NODE);
    if (!namespace && name.includes(':')) this.fatalError(`the prefix of "${name}" is not declared`);
    const attributes = this.#isLiteral(token) ? undefined : this.#attributes(from);
    const element = new TreeElement(this.doc, this.#one(name), namespace || null, attributes, token);
    // Tags with namespaces are never literal.
    if (attributes) checkAttributes(element);
    (this.currentElement ?? this.doc).push(element);
    this.currentElement = element;
  }

  /**
   * True if the names and values in the tag are just what the reader reports, so that they need not be kept
   * twice: no references, no white space that becomes a blank, no namespaces.
   */
  #isLiteral(token: number): boolean {
    const start = this.#tokens.start(token);
    const end = this.#tokens.end(token);
    return !this.#special.some((finder) => finder.occurs(start, end));
  }

  #attributes(from: ReportedAttributes): FlatAttributes {
    const attributes: FlatAttributes = [];
    for (let index = 0; index < from.length; index += 1) {
      const uri = from.getURI(index) ?? null;
      const name = from.getQName(index);
      if (uri === null && name.includes(':')) this.fatalError(`the prefix of "${name}" is not declared`);
      attributes.push(this.#one(name), from.getValue(index), uri);
    }
    return attributes;
  }

  /** Names occur again and again: one copy of each is kept. */
  #one(name: string): string {
    const known = this.#names.get(name);
    if (known === undefined) this.#names.set(name, name);
    return known ?? name;
  }

  endElement(): void {
    const parent: TreeParent | null = this.currentElement?.parentNode ?? null;
    this.currentElement = parent instanceof TreeElement ? parent : null;
  }

  characters(chars: string, start: number, length: number): void {
    const data = chars.slice(start, start + length);
    if (this.#cdata) {
      this.#append(new TreeText(this.doc, CDATA_NODE, data, this.#take(CDATA_NODE)));
      return;
    }
    if (!this.currentElement) return;
    const token = this.#take(TEXT_NODE);
    const literal = data.length === this.#tokens.end(token) - this.#tokens.start(token);
    if (literal) this.currentElement.push(token);
    else this.#append(new TreeText(this.doc, TEXT_NODE, data, token));
  }

  comment(chars: string, start: number, length: number): void {
    const token = this.#take(COMMENT_NODE);
    this.#append(new TreeText(this.doc, COMMENT_NODE, chars.slice(start, start + length), token));
  }

  processingInstruction(target: string, data: string | undefined): void {
    if (target === 'xml') return;
    const token = this.#take(INSTRUCTION_NODE);
    this.#append(new TreeInstruction(this.doc, target, data ?? '', token));
  }

  startCDATA(): void {
    this.#cdata = true;
  }

  endCDATA(): void {
    this.#cdata = false;
  }

  warning(message: string): void {
    // U+FFFD is an ordinary character; xmldom warns of it because it often comes from a wrong encoding.
    if (!message.startsWith('Unicode replacement character')) this.fatalError(message);
  }

  error(message: string): never {
    return this.fatalError(message);
  }

  fatalError(message: string): never {
    const last = this.#token - 1;
    const offset = last < 0 ? 0 : this.#tokens.end(last);
    // What a handler throws comes back from the reader as text, with this in front.
    const text = message.replace(/^(?:element parse error: )?(?:\w*Error: )?/, '');
    throw new XmlError('malformed', `The XML is not well-formed: ${text}`, positionOf(this.#source, offset));
  }

  startDTD(): never {
    return this.fatalError('document types are refused');
  }

  startDocument(): void {}
  endDocument(): void {}
  startPrefixMapping(): void {}
  endPrefixMapping(): void {}
  endDTD(): void {}

  #append(node: TreeNode): void {
    const parent: TreeParent = this.currentElement ?? this.doc;
    parent.push(node);
  }

  /** The next token of the source, which must be of that kind. */
  #take(kind: number): number {
    const tokens = this.#tokens;
    let token = this.#token;
    while (token < tokens.length && tokens.kind(token) !== kind) {
      const found = tokens.kind(token);
      if (found !== GAP && found !== DECLARATION) this.fatalError('the markup is not balanced');
      token += 1;
    }
    if (token >= tokens.length) this.fatalError('the markup is not balanced');
    this.#token = token + 1;
    return token;
  }
}
