import { CDATA_NODE, COMMENT_NODE, INSTRUCTION_NODE, TEXT_NODE } from '../dom.ts';
import type { TreeDocument } from './document.ts';
import { TreeNode } from './node.ts';

const NAMES: Readonly<Record<number, string>> = {
  [TEXT_NODE]: '#text',
  [CDATA_NODE]: '#cdata-section',
  [COMMENT_NODE]: '#comment',
};

/** Text, a CDATA section or a comment. */
export class TreeText extends TreeNode {
  readonly document: TreeDocument;
  readonly #type: number;
  #data: string;

  constructor(document: TreeDocument, type: number, data: string, token = -1) {
    super(token);
    this.document = document;
    this.#type = type;
    this.#data = data;
  }

  get nodeType(): number {
    return this.#type;
  }

  get nodeName(): string {
    return NAMES[this.#type] ?? '';
  }

  get data(): string {
    return this.#data;
  }

  get length(): number {
    return this.#data.length;
  }

  override get nodeValue(): string {
    return this.#data;
  }

  get textContent(): string {
    return this.#data;
  }

  replaceData(offset: number, count: number, data: string): void {
    this.#data = this.#data.slice(0, offset) + data + this.#data.slice(offset + count);
    this.touch();
  }

  copyTo(document: TreeDocument): TreeText {
    return new TreeText(document, this.nodeType, this.#data);
  }
}

export class TreeInstruction extends TreeNode {
  readonly document: TreeDocument;
  readonly target: string;
  readonly data: string;

  constructor(document: TreeDocument, target: string, data: string, token = -1) {
    super(token);
    this.document = document;
    this.target = target;
    this.data = data;
  }

  get nodeType(): number {
    return INSTRUCTION_NODE;
  }

  get nodeName(): string {
    return this.target;
  }

  override get nodeValue(): string {
    return this.data;
  }

  get textContent(): string {
    return this.data;
  }

  copyTo(document: TreeDocument): TreeInstruction {
    return new TreeInstruction(document, this.target, this.data);
  }
}
