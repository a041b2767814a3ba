import { type DomDocument, isElement, type XmlParser } from '../dom.ts';
import { XmlError } from '../errors.ts';
import { buildTree } from '../tree/build.ts';
import { align } from './align.ts';
import { XmlDocument } from './document.ts';
import { Lexical } from './lexical.ts';
import { DEFAULT_LIMITS, type XmlLimits } from './limits.ts';
import { checkNamespaces } from './namespace-check.ts';
import { scan } from './scan.ts';

export interface ParseOptions {
  /**
   * The DOM parser to read with: in a browser `new DOMParser()`. By default xmldom's reader, which fills a
   * small DOM of ours.
   */
  readonly parser?: XmlParser;
  readonly limits?: Partial<XmlLimits>;
}

/**
 * Reads an XML document. Document types, entities and oversized input are refused before the parser sees
 * them; a DOM that does not hold what the source says is refused too.
 *
 * @throws XmlError `malformed`, `doctype` or `limit`
 */
export function parseDocument(xml: string, options: ParseOptions = {}): XmlDocument {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  // As every XML processor does (XML 1.0, section 2.11); the byte order mark is no part of the document.
  const text = xml.startsWith('\ufeff') ? xml.slice(1) : xml;
  const source = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const lexical = new Lexical(source, scan(source, limits));
  const document = options.parser ? runParser(options.parser, lexical) : buildTree(source, lexical.tokens);
  const root = document.documentElement;
  if (!root) throw new XmlError('malformed', 'The XML has no root element');
  return new XmlDocument({ document, root, lexical, parser: options.parser, limits });
}

function runParser(parser: XmlParser, lexical: Lexical): DomDocument {
  const document = run(parser, lexical.source);
  try {
    align(document, lexical);
  } catch (error) {
    throw parserReport(document) ?? error;
  }
  const root = document.documentElement;
  if (root && lexical.source.includes('xmlns')) checkNamespaces(root);
  return document;
}

function run(parser: XmlParser, source: string): DomDocument {
  try {
    return parser.parseFromString(source, 'application/xml');
  } catch (error) {
    throw new XmlError('malformed', `The XML is not well-formed: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // xmldom wraps what its error handler throws: Reporting error "..." caused Error: ...
  return /caused Error: (.*)$/s.exec(message)?.[1] ?? message;
}

/** What a browser says instead of throwing: a document with a `parsererror` element in it. */
function parserReport(document: DomDocument): XmlError | undefined {
  const root = document.documentElement;
  for (const node of [root, root?.firstChild ?? null]) {
    if (!isElement(node) || node.localName !== 'parsererror') continue;
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    return new XmlError('malformed', `The XML is not well-formed: ${text.slice(0, 300)}`);
  }
  return undefined;
}
