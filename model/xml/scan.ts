import { CDATA_NODE, COMMENT_NODE, ELEMENT_NODE, INSTRUCTION_NODE, TEXT_NODE } from '../dom.ts';
import { positionOf, XmlError, type XmlErrorReason } from '../errors.ts';
import { checkCharacters, checkReferences } from './characters.ts';
import type { XmlLimits } from './limits.ts';
import { DECLARATION, GAP, Tokens } from './tokens.ts';

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const GREATER = 0x3e;
const LESS = 0x3c;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/**
 * Looks over a source before a parser sees it: finds where every node begins and ends, and refuses what no
 * parser may be given (document types and their entities, characters XML forbids, too deep, too much).
 * It only separates markup from text; what the markup means is the parser's business.
 *
 * @throws XmlError `doctype`, `limit` or `malformed`, with the position
 */
export function scan(source: string, limits: XmlLimits): Tokens {
  if (source.length > limits.maxLength) {
    throw new XmlError(
      'limit',
      `The XML is too large: ${source.length} characters, at most ${limits.maxLength} are read`,
    );
  }
  checkCharacters(source);
  return new Scanner(source, limits).run();
}

class Scanner {
  readonly #source: string;
  readonly #limits: XmlLimits;
  readonly #tokens: Tokens;
  readonly #open: number[] = [];
  readonly #hasReferences: boolean;
  readonly #hasCdataEnd: boolean;
  #roots = 0;

  constructor(source: string, limits: XmlLimits) {
    this.#source = source;
    this.#limits = limits;
    this.#tokens = new Tokens(source.length);
    this.#hasReferences = source.includes('&');
    this.#hasCdataEnd = source.includes(']]>');
  }

  run(): Tokens {
    const source = this.#source;
    let at = 0;
    for (;;) {
      const less = source.indexOf('<', at);
      const end = less < 0 ? source.length : less;
      if (end > at) this.#text(at, end);
      if (less < 0) break;
      at = this.#markup(less);
      if (this.#tokens.length > this.#limits.maxNodes) {
        this.#fail('limit', `The XML has more than ${this.#limits.maxNodes} nodes`, at);
      }
    }
    if (this.#open.length > 0) {
      const start = this.#tokens.start(this.#open.at(-1) ?? 0);
      this.#fail('malformed', `The element <${this.#nameAt(start + 1)}> is not closed`, start);
    }
    if (this.#roots === 0) this.#fail('malformed', 'The XML has no root element', source.length);
    return this.#tokens;
  }

  #markup(less: number): number {
    switch (this.#source.charCodeAt(less + 1)) {
      case SLASH:
        return this.#endTag(less);
      case BANG:
        return this.#declaration(less);
      case QUESTION:
        return this.#instruction(less);
      default:
        return this.#startTag(less);
    }
  }

  #text(start: number, end: number): void {
    if (this.#open.length > 0) {
      this.#tokens.add(TEXT_NODE, start, end);
      if (this.#hasReferences) checkReferences(this.#source, start, end);
      if (!this.#hasCdataEnd) return;
      const stray = this.#source.indexOf(']]>', start);
      if (stray >= 0 && stray < end) this.#fail('malformed', 'The text contains "]]>"', stray);
      return;
    }
    const stray = this.#source.slice(start, end).search(/[^ \t\n]/);
    if (stray >= 0) this.#fail('malformed', 'There is text outside the root element', start + stray);
    this.#tokens.add(GAP, start, end);
  }

  #startTag(less: number): number {
    const source = this.#source;
    let at = less + 1;
    for (; ; at += 1) {
      const code = source.charCodeAt(at);
      if (code === GREATER) break;
      if (code === QUOTE || code === APOSTROPHE) {
        at = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
        if (at < 0) this.#fail('malformed', 'An attribute value is not closed', less);
      } else if (code === LESS || code === 0x80 || Number.isNaN(code)) {
        // U+0080 counts as white space inside a tag for xmldom, and for nobody else.
        this.#fail('malformed', `The tag <${this.#nameAt(less + 1)}> is not closed`, less);
      }
    }
    if (this.#hasReferences) checkReferences(source, less, at);
    const token = this.#tokens.add(ELEMENT_NODE, less, at + 1);
    if (this.#open.length === 0) {
      this.#roots += 1;
      if (this.#roots > 1) this.#fail('malformed', 'The XML has more than one root element', less);
    }
    if (source.charCodeAt(at - 1) !== SLASH) {
      this.#open.push(token);
      if (this.#open.length > this.#limits.maxDepth) {
        this.#fail('limit', `The XML is nested more than ${this.#limits.maxDepth} deep`, less);
      }
    }
    return at + 1;
  }

  #endTag(less: number): number {
    const end = this.#source.indexOf('>', less);
    const token = this.#open.pop();
    if (end < 0) this.#fail('malformed', 'An end tag is not closed', less);
    if (token === undefined) this.#fail('malformed', 'There is an end tag without an element', less);
    this.#compareNames(token, less, end);
    this.#tokens.close(token, less, end + 1);
    return end + 1;
  }

  /** Says what is open: a parser would name what it finds missing at the very end. */
  #compareNames(token: number, less: number, end: number): void {
    const start = this.#tokens.start(token);
    const written = this.#source.slice(less + 2, end).trimEnd();
    const after = this.#source[start + 1 + written.length] ?? '';
    if (this.#source.startsWith(written, start + 1) && ' \t\n/>'.includes(after)) return;
    const [open, name] = [this.#nameAt(start + 1), this.#nameAt(less + 2)];
    const { line } = positionOf(this.#source, start);
    this.#fail('malformed', `</${name}> stands where <${open}> of line ${line} is to be closed`, less);
  }

  #declaration(less: number): number {
    const source = this.#source;
    if (source.startsWith('<!--', less)) return this.#until(COMMENT_NODE, less, less + 4, '-->');
    if (source.startsWith('<![CDATA[', less) && this.#open.length > 0) {
      return this.#until(CDATA_NODE, less, less + 9, ']]>');
    }
    if (/^<!(?:doctype|entity|element|attlist|notation)/i.test(source.slice(less, less + 12))) {
      this.#fail('doctype', 'Document types and entity declarations are refused', less);
    }
    return this.#fail('malformed', 'Unknown markup after "<!"', less);
  }

  #instruction(less: number): number {
    const declaration = /^<\?xml[ \t\n]/.test(this.#source.slice(less, less + 6));
    if (declaration && less > 0) {
      this.#fail('malformed', 'The XML declaration is not at the start', less);
    }
    return this.#until(declaration ? DECLARATION : INSTRUCTION_NODE, less, less + 2, '?>');
  }

  #until(kind: number, start: number, from: number, close: string): number {
    const end = this.#source.indexOf(close, from);
    if (end < 0) this.#fail('malformed', `"${close}" is missing`, start);
    this.#tokens.add(kind, start, end + close.length);
    return end + close.length;
  }

  #nameAt(offset: number): string {
    return this.#source.slice(offset, offset + 64).split(/[\s/>=<]/, 1)[0] ?? '';
  }

  #fail(reason: XmlErrorReason, message: string, offset: number): never {
    throw new XmlError(reason, message, positionOf(this.#source, offset));
  }
}
