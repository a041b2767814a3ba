import { type DomAttr, type DomAttributes, type DomElement, ELEMENT_NODE } from '../dom.ts';
import type { TreeText } from './character-data.ts';
import type { TreeDocument } from './document.ts';
import { TreeParent } from './parent.ts';

const STRIDE = 3;
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Name, value and namespace of each attribute, one after the other. */
export type FlatAttributes = (string | null)[];

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function prefixOf(name: string): string | null {
  const colon = name.indexOf(':');
  return colon < 0 ? null : name.slice(0, colon);
}

export class TreeElement extends TreeParent implements DomElement {
  readonly document: TreeDocument;
  readonly nodeName: string;
  readonly namespaceURI: string | null;
  #known: FlatAttributes | undefined;

  /** @param attributes undefined if they are to be taken from the source when somebody looks */
  constructor(
    document: TreeDocument,
    name: string,
    namespace: string | null,
    attributes: FlatAttributes | undefined,
    token = -1,
  ) {
    super(token);
    this.document = document;
    this.nodeName = name;
    this.namespaceURI = namespace;
    this.#known = attributes;
  }

  get nodeType(): number {
    return ELEMENT_NODE;
  }

  get #flat(): FlatAttributes {
    this.#known ??= this.document.attributesOf(this.token, this.nodeName);
    return this.#known;
  }

  get tagName(): string {
    return this.nodeName;
  }

  get localName(): string {
    return localOf(this.nodeName);
  }

  get prefix(): string | null {
    return prefixOf(this.nodeName);
  }

  get attributes(): AttributeView {
    return new AttributeView(this.#flat);
  }

  protected textOf(token: number): TreeText {
    return this.document.textOf(token);
  }

  getAttribute(name: string): string | null {
    const at = this.#indexOf(name);
    return at < 0 ? null : (this.#flat[at + 1] ?? null);
  }

  getAttributeNS(namespace: string | null, localName: string): string | null {
    const at = this.#indexOfNS(namespace, localName);
    return at < 0 ? null : (this.#flat[at + 1] ?? null);
  }

  setAttribute(name: string, value: string): void {
    this.#set(this.#indexOf(name), name, value, name === 'xmlns' ? XMLNS : null);
  }

  setAttributeNS(namespace: string | null, name: string, value: string): void {
    this.#set(this.#indexOfNS(namespace, localOf(name)), name, value, namespace);
  }

  hasAttribute(name: string): boolean {
    return this.#indexOf(name) >= 0;
  }

  hasAttributeNS(namespace: string | null, localName: string): boolean {
    return this.#indexOfNS(namespace, localName) >= 0;
  }

  getAttributeNames(): string[] {
    return [...this.attributes].map((attr) => attr.name);
  }

  removeAttribute(name: string): void {
    this.#remove(this.#indexOf(name));
  }

  removeAttributeNS(namespace: string | null, localName: string): void {
    this.#remove(this.#indexOfNS(namespace, localName));
  }

  override lookupNamespaceURI(prefix: string | null): string | null {
    if (this.prefix === prefix && this.namespaceURI !== null) return this.namespaceURI;
    const declared = this.getAttribute(prefix === null ? 'xmlns' : `xmlns:${prefix}`);
    if (declared !== null) return declared || null;
    return super.lookupNamespaceURI(prefix);
  }

  copyTo(document: TreeDocument): TreeElement {
    const copy = new TreeElement(document, this.nodeName, this.namespaceURI, [...this.#flat]);
    for (let node = this.firstChild; node; node = node.nextSibling) {
      copy.push(node.copyTo(document));
    }
    return copy;
  }

  #indexOf(name: string): number {
    for (let at = 0; at < this.#flat.length; at += STRIDE) {
      if (this.#flat[at] === name) return at;
    }
    return -1;
  }

  #indexOfNS(namespace: string | null, localName: string): number {
    for (let at = 0; at < this.#flat.length; at += STRIDE) {
      if (this.#flat[at + 2] === namespace && localOf(this.#flat[at] ?? '') === localName) return at;
    }
    return -1;
  }

  #set(at: number, name: string, value: string, namespace: string | null): void {
    this.#touchSelf();
    if (at < 0) this.#known = [...this.#flat, name, value, namespace];
    else this.#flat[at + 1] = value;
  }

  #remove(at: number): void {
    if (at < 0) return;
    this.#touchSelf();
    this.#flat.splice(at, STRIDE);
  }

  #touchSelf(): void {
    this.touched = true;
    this.touch();
  }
}

class AttributeView implements DomAttributes, Iterable<DomAttr> {
  readonly #flat: FlatAttributes;

  constructor(flat: FlatAttributes) {
    this.#flat = flat;
  }

  get length(): number {
    return this.#flat.length / STRIDE;
  }

  *[Symbol.iterator](): Iterator<DomAttr> {
    for (let index = 0; index < this.length; index += 1) {
      const attr = this.item(index);
      if (attr) yield attr;
    }
  }

  item(index: number): DomAttr | null {
    const name = this.#flat[index * STRIDE];
    if (name === undefined || name === null) return null;
    return {
      name,
      value: this.#flat[index * STRIDE + 1] ?? '',
      namespaceURI: this.#flat[index * STRIDE + 2] ?? null,
      localName: localOf(name),
      prefix: prefixOf(name),
    };
  }
}
