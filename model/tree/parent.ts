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
  children: (TreeNode | number)[] = NONE;
  /** True once the node, or one below it, was changed after it was read. */
  touched = false;

  /** The child at a place, as a node. */
  childAt(place: number): TreeNode | null {
    const child = this.children[place];
    if (child === undefined) return null;
    if (typeof child !== 'number') return child;
    const text = this.textOf(child);
    text.parentNode = this;
    text.place = place;
    this.children[place] = text;
    return text;
  }

  get firstElementChild(): TreeElement | null {
    return this.elementFrom(0);
  }

  /** The first element at the place or behind it; texts on the way need not be made into nodes. */
  elementFrom(place: number): TreeElement | null {
    const { children } = this;
    for (let at = place; at < children.length; at += 1) {
      const child = children[at];
      if (typeof child === 'object' && child.isElement()) return child;
    }
    return null;
  }

  /** Adds a child at the end while the document is read. */
  push(child: TreeNode | number): void {
    if (this.children === NONE) this.children = [child];
    else this.children.push(child);
    if (typeof child === 'number') return;
    child.parentNode = this;
    child.place = this.children.length - 1;
  }

  /** Makes the node for a text of the source. */
  protected abstract textOf(token: number): TreeNode;

  /** The place of a child; -1 if it is none. Places are counted anew only after the children changed. */
  placeOf(child: TreeNode): number {
    if (this.children[child.place] === child) return child.place;
    this.children.forEach((node, place) => {
      if (typeof node !== 'number') node.place = place;
    });
    return this.children[child.place] === child ? child.place : -1;
  }

  override get firstChild(): TreeNode | null {
    return this.childAt(0);
  }

  override get lastChild(): TreeNode | null {
    return this.childAt(this.children.length - 1);
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
    const place = child === null ? this.children.length : this.#require(child);
    if (this.children === NONE) this.children = [];
    this.children.splice(place, 0, added);
    added.parentNode = this;
    added.place = place;
    added.touch();
    return added;
  }

  override removeChild(child: DomNode): DomNode {
    const place = this.#require(child);
    const removed = asTreeNode(child);
    removed.touch();
    this.children.splice(place, 1);
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
