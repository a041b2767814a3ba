import type { DomElement, DomNode } from '../dom.ts';
import { TreeElement } from '../tree/element.ts';
import { TreeNode } from '../tree/node.ts';
import type { Tokens } from './tokens.ts';

/**
 * How a document was written: its source, and for each node of the DOM its place in there. The DOM forgets
 * quotes, escapes and the white space inside tags; the serializer takes them from here for every node that
 * still says the same.
 */
export class Lexical {
  readonly source: string;
  readonly tokens: Tokens;
  readonly #nodes = new WeakMap<DomNode, number>();

  constructor(source: string, tokens: Tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  bind(node: DomNode, token: number): void {
    this.#nodes.set(node, token);
  }

  /** The index of the node's token; undefined for nodes made since. */
  tokenOf(node: DomNode): number | undefined {
    if (node instanceof TreeNode) return node.token < 0 ? undefined : node.token;
    return this.#nodes.get(node);
  }

  /** True for an element that is written as `<a></a>`. */
  isEmptyPair(token: number): boolean {
    const end = this.tokens.end(token);
    return end === this.tokens.closeStart(token) && end !== this.tokens.closeEnd(token);
  }

  /** The whole source of an element in which nothing was changed; undefined where that is not known. */
  untouched(element: DomElement): string | undefined {
    if (!(element instanceof TreeElement) || element.touched || element.token < 0) return undefined;
    return this.source.slice(this.tokens.start(element.token), this.tokens.closeEnd(element.token));
  }

  /** The node's own source, for an element its start tag. */
  raw(token: number): string {
    return this.source.slice(this.tokens.start(token), this.tokens.end(token));
  }

  /** The element's end tag, empty where it closes itself. */
  rawClose(token: number): string {
    return this.source.slice(this.tokens.closeStart(token), this.tokens.closeEnd(token));
  }
}
