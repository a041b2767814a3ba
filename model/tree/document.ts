import { CDATA_NODE, DOCUMENT_NODE, type DomDocument, type DomNode, isElement, TEXT_NODE } from '../dom.ts';
import { splitTag } from '../xml/tag.ts';
import type { Tokens } from '../xml/tokens.ts';
import { TreeText } from './character-data.ts';
import { type FlatAttributes, TreeElement } from './element.ts';
import type { TreeNode } from './node.ts';
import { asTreeNode, TreeParent } from './parent.ts';

/** A document of our own DOM, with the source that its untouched texts are taken from. */
export class TreeDocument extends TreeParent implements DomDocument {
  readonly document = null;
  readonly #source: string;
  readonly #tokens: Tokens;

  constructor(source: string, tokens: Tokens) {
    super(-1);
    this.#source = source;
    this.#tokens = tokens;
  }

  get nodeType(): number {
    return DOCUMENT_NODE;
  }

  get nodeName(): string {
    return '#document';
  }

  get documentElement(): TreeElement | null {
    for (let node = this.firstChild; node; node = node.nextSibling) {
      if (node instanceof TreeElement) return node;
    }
    return null;
  }

  override get textContent(): null {
    return null;
  }

  createElementNS(namespace: string | null, name: string): TreeElement {
    return new TreeElement(this, name, namespace, []);
  }

  createTextNode(data: string): TreeText {
    return new TreeText(this, TEXT_NODE, data);
  }

  createCDATASection(data: string): TreeText {
    return new TreeText(this, CDATA_NODE, data);
  }

  importNode(node: DomNode, deep: boolean): DomNode {
    if (deep) return asTreeNode(node).copyTo(this);
    return isElement(node)
      ? this.createElementNS(node.namespaceURI, node.nodeName)
      : asTreeNode(node).copyTo(this);
  }

  copyTo(): TreeNode {
    throw new Error('A document cannot be put into another one');
  }

  /** The text of a token that holds no references, so that its source is its value. */
  textOf(token: number): TreeText {
    const data = this.#source.slice(this.#tokens.start(token), this.#tokens.end(token));
    return new TreeText(this, TEXT_NODE, data, token);
  }

  /** The attributes of a start tag that holds no references, line breaks or namespaces. */
  attributesOf(token: number, name: string): FlatAttributes {
    const raw = this.#source.slice(this.#tokens.start(token), this.#tokens.end(token));
    return splitTag(raw, name).attributes.flatMap((attribute) => [
      attribute.name,
      attribute.quoted.slice(1, -1),
      null,
    ]);
  }
}
