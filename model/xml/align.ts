import {
  CDATA_NODE,
  type DomDocument,
  type DomElement,
  type DomNode,
  hasData,
  INSTRUCTION_NODE,
  isElement,
  isInstruction,
  TEXT_NODE,
} from '../dom.ts';
import { positionOf, XmlError } from '../errors.ts';
import { decode } from './characters.ts';
import type { Lexical } from './lexical.ts';
import { splitTag } from './tag.ts';
import { DECLARATION, GAP } from './tokens.ts';

// xmldom reads these as line ends, which is XML 1.1; in XML 1.0 they are ordinary characters.
const XML11_LINE_ENDS = /[\u0085\u2028\u2029]/;
const XML11_LINE_ENDS_ALL = /[\u0085\u2028\u2029]/g;

/**
 * Ties every node of a freshly parsed DOM to its place in the source, and mends what parsers are known to
 * do differently (line ends of XML 1.1, empty CDATA sections lost). A DOM that is not what the source says
 * is refused: a parser that recovers from errors must not pass for one that found none.
 *
 * @throws XmlError `malformed`
 */
export function align(document: DomDocument, lexical: Lexical): void {
  new Aligner(document, lexical).run();
}

class Aligner {
  readonly #document: DomDocument;
  readonly #lexical: Lexical;
  readonly #mendAttributes: boolean;
  #token = 0;

  constructor(document: DomDocument, lexical: Lexical) {
    this.#document = document;
    this.#lexical = lexical;
    this.#mendAttributes = XML11_LINE_ENDS.test(lexical.source);
  }

  run(): void {
    for (let node = this.#document.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === TEXT_NODE || (isInstruction(node) && node.target === 'xml')) continue;
      this.#skipGaps();
      this.#node(node);
    }
    this.#skipGaps();
    if (this.#token !== this.#lexical.tokens.length) this.#disagree();
  }

  #skipGaps(): void {
    const { tokens } = this.#lexical;
    while (this.#token < tokens.length) {
      const kind = tokens.kind(this.#token);
      if (kind !== GAP && kind !== DECLARATION) return;
      this.#token += 1;
    }
  }

  #node(node: DomNode): void {
    const { tokens } = this.#lexical;
    const token = this.#token;
    if (token >= tokens.length || tokens.kind(token) !== node.nodeType) this.#disagree();
    this.#lexical.bind(node, token);
    this.#token += 1;
    if (isElement(node)) {
      if (!this.#lexical.source.startsWith(node.nodeName, tokens.start(token) + 1)) this.#disagree();
      this.#attributes(token, node);
      this.#children(node, tokens.closeStart(token));
    } else this.#data(node, token);
  }

  #children(parent: DomNode, end: number): void {
    const { tokens } = this.#lexical;
    let node = parent.firstChild;
    while (node) {
      if (this.#lostCdata(node, end)) {
        this.#insertCdata(parent, node);
        continue;
      }
      this.#node(node);
      node = node.nextSibling;
    }
    while (this.#lostCdata(null, end)) this.#insertCdata(parent, null);
    if (this.#token < tokens.length && tokens.start(this.#token) < end) this.#disagree();
  }

  /** True if the source has an empty CDATA section here and the DOM goes on with another node. */
  #lostCdata(node: DomNode | null, end: number): boolean {
    if (!this.#isEmptyCdata(this.#token) || this.#lexical.tokens.start(this.#token) >= end) return false;
    return !(node?.nodeType === CDATA_NODE && node.nodeValue === '');
  }

  #isEmptyCdata(token: number): boolean {
    const { tokens } = this.#lexical;
    if (token >= tokens.length || tokens.kind(token) !== CDATA_NODE) return false;
    return tokens.end(token) - tokens.start(token) === '<![CDATA[]]>'.length;
  }

  #insertCdata(parent: DomNode, before: DomNode | null): void {
    const node = this.#document.createCDATASection('');
    parent.insertBefore(node, before);
    this.#lexical.bind(node, this.#token);
    this.#token += 1;
  }

  /** The attributes must be as many as the tag has, each with white space before it, and say the same. */
  #attributes(token: number, element: DomElement): void {
    const tag = splitTag(this.#lexical.raw(token), element.nodeName);
    if (/[^ \t\n]/.test(tag.tail) || element.attributes.length !== tag.attributes.length) this.#disagree();
    for (const raw of tag.attributes) {
      const value = decode(raw.quoted.slice(1, -1), true);
      const read = element.getAttribute(raw.name);
      if (raw.lead === '' || read === null || value === undefined) this.#disagree();
      if (read === value) continue;
      if (!this.#mendAttributes) this.#disagree();
      element.setAttribute(raw.name, value);
    }
  }

  #data(node: DomNode, token: number): void {
    const raw = this.#lexical.raw(token);
    const expected = this.#expected(node, raw);
    if (expected === node.nodeValue) return;
    const data = node.nodeValue ?? '';
    if (expected === undefined || !hasData(node)) this.#disagree();
    const asRead = expected.replace(XML11_LINE_ENDS_ALL, '\n');
    if (data.length > asRead.length && data.startsWith(asRead) && this.#isEmptyCdata(this.#token)) {
      // The text goes on behind an empty CDATA section that the parser lost.
      node.parentNode?.insertBefore(
        this.#document.createTextNode(data.slice(expected.length)),
        node.nextSibling,
      );
    } else if (!XML11_LINE_ENDS.test(raw)) this.#disagree();
    node.replaceData(0, node.length, expected);
  }

  #expected(node: DomNode, raw: string): string | undefined {
    if (node.nodeType !== INSTRUCTION_NODE) {
      return node.nodeType === TEXT_NODE ? decode(raw, false) : this.#inner(node.nodeType, raw);
    }
    if (!raw.startsWith(`<?${node.nodeName}`)) this.#disagree();
    return raw.slice(2 + node.nodeName.length, -2).replace(/^[ \t\n]+/, '');
  }

  #inner(type: number, raw: string): string {
    return type === CDATA_NODE ? raw.slice('<![CDATA['.length, -3) : raw.slice('<!--'.length, -3);
  }

  #disagree(): never {
    const { source, tokens } = this.#lexical;
    const offset = this.#token < tokens.length ? tokens.start(this.#token) : source.length;
    throw new XmlError('malformed', 'The XML is not well-formed', positionOf(source, offset));
  }
}
