import type { DomNode } from '../dom.ts';
import type { TreeElement } from './element.ts';
import { TreeNode } from './node.ts';

// Shared by all nodes without children, of which there are many; never written to.
const NONE: (TreeNode | number)[] = [];

/**
 * A node with children. A text that the source holds literally is kept as the number of its token and
 * made into a node when somebody looks.
 */
export abstract class TreeParent extends TreeNode {
  nodes: (TreeNode | number)[] = NONE;
  /** True once the node, or one below it, was changed after it was read. */
  touched = false;

  /** The child at a place, as a node. */
  childAt(place: number): TreeNode | null {
    const child = this.nodes[place];
    if (child === undefined) return null;
    if (typeof child !== 'number') return child;
    const text = this.textOf(child);
    text.parentNode = this;
    text.place = place;
    this.nodes[place] = text;
    return text;
  }

  get firstElementChild(): TreeElement | null {
    return this.elementFrom(0);
  }

  /** The first element at the place or behind it; texts on the way need not be made into nodes. */
  elementFrom(place: number): TreeElement | null {
    const { nodes } = this;
    for (let at = place; at < nodes.length; at += 1) {
      const child = nodes[at];
      if (typeof child === 'object' && child.isElement()) return child;
    }
    return null;
  }

  /** Adds a child at the end while the document is read. */
  push(child: TreeNode | number): void {
    if (this.nodes === NONE) this.nodes = [child];
    else this.nodes.push(child);
    if (typeof child === 'number') return;
    child.parentNode = this;
    child.place = this.nodes.length - 1;
  }

  /** Makes the node for a text of the source. */
  protected abstract textOf(token: number): TreeNode;

  /** The place of a child; -1 if it is none. Places are counted anew only after the children changed. */
  placeOf(child: TreeNode): number {
    if (this.nodes[child.place] === child) return child.place;
    this.nodes.forEach((node, place) => {
      if (typeof node !== 'number') node.place = place;
    });
    return this.nodes[child.place] === child ? child.place : -1;
  }

  override get firstChild(): TreeNode | null {
    return this.childAt(0);
  }

  override get lastChild(): TreeNode | null {
    return this.childAt(this.nodes.length - 1);
  }

  get childNodes(): TreeNode[] {
    return this.nodes.map((_node, place) => this.childAt(place)).filter((node) => node !== null);
  }

  /** The elements among the children. */
  get children(): TreeElement[] {
    const found: TreeElement[] = [];
    for (let at = this.firstElementChild; at; at = at.nextElementSibling) found.push(at);
    return found;
  }

  /** The elements below with that name, `*` for all, in the order of the document. */
  getElementsByTagName(name: string): TreeElement[] {
    return this.children.flatMap((child) => [
      ...(name === '*' || child.nodeName === name ? [child] : []),
      ...child.getElementsByTagName(name),
    ]);
  }

  hasChildNodes(): boolean {
    return this.nodes.length > 0;
  }

  appendChild(node: DomNode): DomNode {
    return this.insertBefore(node, null);
  }

  replaceChild(node: DomNode, child: DomNode): DomNode {
    this.insertBefore(node, child);
    return this.removeChild(child);
  }

  get textContent(): string | null {
    let text = '';
    for (let node = this.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== 7 && node.nodeType !== 8) text += node.textContent ?? '';
    }
    return text;
  }

  override insertBefore(node: DomNode, child: DomNode | null): DomNode {
    const added = asTreeNode(node);
    if (added.document !== (this.document ?? this)) throw new Error('The node is one of another document');
    if (contains(added, this)) throw new Error('A node cannot be put into itself');
    added.parentNode?.removeChild(added);
    const place = child === null ? this.nodes.length : this.#require(child);
    if (this.nodes === NONE) this.nodes = [];
    this.nodes.splice(place, 0, added);
    added.parentNode = this;
    added.place = place;
    added.touch();
    return added;
  }

  override removeChild(child: DomNode): DomNode {
    const place = this.#require(child);
    const removed = asTreeNode(child);
    removed.touch();
    this.nodes.splice(place, 1);
    removed.parentNode = null;
    return removed;
  }

  #require(child: DomNode): number {
    const place = this.placeOf(asTreeNode(child));
    if (place < 0) throw new Error(`<${child.nodeName}> is not a child of <${this.nodeName}>`);
    return place;
  }
}

export function asTreeNode(node: DomNode): TreeNode {
  if (!(node instanceof TreeNode)) throw new Error('The node is one of another parser: import it first');
  return node;
}

function contains(node: TreeNode, other: TreeNode): boolean {
  for (let at: TreeNode | null = other; at; at = at.parentNode) {
    if (at === node) return true;
  }
  return false;
}
