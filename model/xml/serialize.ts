import {
  CDATA_NODE,
  COMMENT_NODE,
  type DomDocument,
  type DomElement,
  type DomNode,
  INSTRUCTION_NODE,
  isElement,
  isInstruction,
  TEXT_NODE,
} from '../dom.ts';
import { decode, escapeAttribute, escapeText } from './characters.ts';
import type { Lexical } from './lexical.ts';
import { missingNamespaces } from './namespaces.ts';
import { splitTag, tagMatches, writeAttributes } from './tag.ts';
import { DECLARATION, GAP } from './tokens.ts';

/**
 * Writes a DOM as text: what was not changed as it stood in the source, the rest as libvirt writes
 * (single quotes, all five escapes, elements without content close themselves).
 */
export class Serializer {
  readonly #lexical: Lexical | undefined;
  #out = '';

  constructor(lexical: Lexical | undefined) {
    this.#lexical = lexical;
  }

  /** The whole document, with the XML declaration and the white space around the root. */
  document(document: DomDocument): string {
    this.#out = '';
    const gaps = new TopLevelGaps(this.#lexical);
    this.#out += gaps.declaration;
    for (let node = document.firstChild; node; node = node.nextSibling) {
      // xmldom keeps the declaration and blank text as nodes of the document, browsers do not.
      if (node.nodeType === TEXT_NODE || (isInstruction(node) && node.target === 'xml')) continue;
      this.#out += gaps.before(this.#lexical?.tokenOf(node), this.#out === gaps.declaration);
      this.#node(node);
    }
    return this.#out + gaps.last;
  }

  /** One element on its own, with the namespace declarations it inherits. */
  element(element: DomElement): string {
    this.#out = '';
    this.#element(element, true);
    return this.#out;
  }

  #node(node: DomNode): void {
    if (isElement(node)) {
      this.#element(node, false);
      return;
    }
    const token = this.#lexical?.tokenOf(node);
    const data = node.nodeValue ?? '';
    switch (node.nodeType) {
      case TEXT_NODE: {
        const raw = token === undefined ? undefined : this.#lexical?.raw(token);
        this.#out += raw !== undefined && decode(raw, false) === data ? raw : escapeText(data);
        break;
      }
      case CDATA_NODE:
        this.#out += `<![CDATA[${data.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
        break;
      case COMMENT_NODE:
        this.#out += `<!--${data}-->`;
        break;
      case INSTRUCTION_NODE: {
        const raw = token === undefined ? undefined : this.#lexical?.raw(token);
        this.#out += raw?.endsWith(`${data}?>`) ? raw : `<?${node.nodeName}${data ? ` ${data}` : ''}?>`;
        break;
      }
    }
  }

  #element(element: DomElement, alone: boolean): void {
    const lexical = this.#lexical;
    const whole = alone ? undefined : lexical?.untouched(element);
    if (whole !== undefined) {
      this.#out += whole;
      return;
    }
    const token = lexical?.tokenOf(element);
    const raw = token === undefined ? undefined : lexical?.raw(token);
    const tag = raw === undefined ? undefined : splitTag(raw, element.nodeName);
    const untouched = tag !== undefined && tagMatches(tag, element);
    const empty = element.firstChild === null;
    const selfClosing = empty && !(token !== undefined && lexical?.isEmptyPair(token));
    const fixes =
      alone || !untouched
        ? missingNamespaces(element, alone)
            .map(([name, uri]) => ` ${name}='${escapeAttribute(uri)}'`)
            .join('')
        : '';
    if (untouched && raw !== undefined && tag.selfClosing === selfClosing && !fixes) this.#out += raw;
    else {
      this.#out += `<${element.nodeName}${fixes}${writeAttributes(element, tag)}${tag?.tail ?? ''}`;
      this.#out += selfClosing ? '/>' : '>';
    }
    if (selfClosing) return;
    for (let node = element.firstChild; node; node = node.nextSibling) this.#node(node);
    const close = token === undefined ? '' : lexical?.rawClose(token);
    this.#out += close || `</${element.nodeName}>`;
  }
}

/** White space and the declaration outside the root element, which the DOM does not keep. */
class TopLevelGaps {
  readonly declaration: string = '';
  readonly last: string = '';
  readonly #before = new Map<number, string>();

  constructor(lexical: Lexical | undefined) {
    if (!lexical) return;
    const { tokens } = lexical;
    let depthEnd = 0;
    for (let token = 0; token < tokens.length; token += 1) {
      const kind = tokens.kind(token);
      if (kind === DECLARATION) this.declaration = lexical.raw(token);
      if (kind !== GAP) continue;
      depthEnd = token;
      this.#before.set(token + 1, lexical.raw(token));
    }
    if (depthEnd === tokens.length - 1 && tokens.kind(depthEnd) === GAP) this.last = lexical.raw(depthEnd);
  }

  before(token: number | undefined, first: boolean): string {
    if (token === undefined) return first && !this.declaration ? '' : '\n';
    return this.#before.get(token) ?? '';
  }
}
