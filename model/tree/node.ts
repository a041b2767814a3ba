import { DOCUMENT_NODE, type DomNode, ELEMENT_NODE } from '../dom.ts';
import type { TreeDocument } from './document.ts';
import type { TreeElement } from './element.ts';
import type { TreeParent } from './parent.ts';

/**
 * A node of our own DOM: the same interface as the browser's, with a fraction of the memory of xmldom's.
 * Children stand in an array of their parent; siblings are found by their place in it.
 */
export abstract class TreeNode {
  abstract get nodeType(): number;
  abstract get nodeName(): string;
  /** Where the node stands in the source it was read from; -1 if it was made since. */
  readonly token: number;
  parentNode: TreeParent | null = null;
  /** Where the node was last seen among its siblings. */
  place = 0;

  constructor(token: number) {
    this.token = token;
  }

  /** True for elements, which this class must not know. */
  isElement(): this is TreeElement {
    return this.nodeType === ELEMENT_NODE;
  }

  abstract get document(): TreeDocument | null;

  get ownerDocument(): TreeDocument | null {
    return this.document;
  }

  get nodeValue(): string | null {
    return null;
  }

  get firstChild(): TreeNode | null {
    return null;
  }

  get lastChild(): TreeNode | null {
    return null;
  }

  abstract get textContent(): string | null;

  get previousSibling(): TreeNode | null {
    return this.parentNode?.childAt(this.parentNode.placeOf(this) - 1) ?? null;
  }

  get nextSibling(): TreeNode | null {
    return this.parentNode?.childAt(this.parentNode.placeOf(this) + 1) ?? null;
  }

  get nextElementSibling(): TreeElement | null {
    return this.parentNode?.elementFrom(this.parentNode.placeOf(this) + 1) ?? null;
  }

  insertBefore(_node: DomNode, _child: DomNode | null): DomNode {
    throw new Error(`${this.nodeName} has no children`);
  }

  removeChild(_child: DomNode): DomNode {
    throw new Error(`${this.nodeName} has no children`);
  }

  lookupNamespaceURI(prefix: string | null): string | null {
    const parent = this.parentNode;
    return parent && parent.nodeType === ELEMENT_NODE ? parent.lookupNamespaceURI(prefix) : null;
  }

  /** A copy for another document, with all below it. */
  abstract copyTo(document: TreeDocument): TreeNode;

  /** Notes that the source no longer says what this node and those around it hold. */
  touch(): void {
    let at: TreeParent | null = this.parentNode;
    while (at && !at.touched) {
      at.touched = true;
      at = at.nodeType === DOCUMENT_NODE ? null : at.parentNode;
    }
  }
}
