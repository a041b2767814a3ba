import { type DomElement, type DomNode, isElement, isPlainText, isText } from '../dom.ts';
import { parentElement } from './namespaces.ts';

const BLANK = /^[ \t\n]*$/;
const DEFAULT_STEP = '  ';

// White space that stood alone in an element before something was inserted in front of it: when that goes
// again, this stays, and the element is what it was.
const onlyContent = new WeakSet<DomNode>();
// The line break that was made for a child, and children put between others without one.
const madeLines = new WeakMap<DomNode, DomNode>();
const added = new WeakSet<DomNode>();

export function isBlank(node: DomNode | null): boolean {
  return isPlainText(node) && BLANK.test(node.data);
}

/** True if the element holds nothing, or only white space. */
export function isEmpty(element: DomElement): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (!isBlank(node)) return false;
  }
  return true;
}

/** The white space before a node if that starts a line: what comes after the last line break. */
function indentOf(node: DomNode): string | undefined {
  const before = node.previousSibling;
  if (!isBlank(before)) return undefined;
  const text = before?.nodeValue ?? '';
  const line = text.lastIndexOf('\n');
  return line < 0 ? undefined : text.slice(line + 1);
}

/** The indentation of the children an element has, if each stands on a line of its own. */
function childIndent(parent: DomElement): string | undefined {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (isElement(node)) return indentOf(node);
  }
  return undefined;
}

function hasContent(parent: DomElement): boolean {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (isElement(node) || (isText(node) && !isBlank(node))) return true;
  }
  return false;
}

/** The step by which the lines around an element are indented. */
function stepAt(element: DomElement): string {
  for (let at: DomElement | null = element; at; at = parentElement(at)) {
    const own = parentElement(at) ? indentOf(at) : '';
    const child = childIndent(at);
    if (own !== undefined && child?.startsWith(own) && child.length > own.length) {
      return child.slice(own.length);
    }
  }
  return DEFAULT_STEP;
}

/**
 * The indentation a new child of the element gets; undefined where the element's content stands on one
 * line, or is text, so that white space would change it.
 */
export function indentForChild(parent: DomElement): string | undefined {
  if (hasContent(parent)) return hasTextContent(parent) ? undefined : childIndent(parent);
  const own = parentElement(parent) ? indentOf(parent) : '';
  return own === undefined ? undefined : own + stepAt(parent);
}

function hasTextContent(parent: DomElement): boolean {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (isText(node) && !isBlank(node)) return true;
  }
  return false;
}

/**
 * Inserts a child before another one, or at the end, on a line of its own where the surroundings have
 * lines of their own.
 *
 * @param before a child element of the parent; null for the end
 */
export function insertChild(parent: DomElement, child: DomNode, before: DomElement | null): void {
  const indent = indentForChild(parent);
  const document = parent.ownerDocument;
  const last = parent.lastChild;
  // The white space before the next element, or before the end tag, stays with that.
  const blank = before ? before.previousSibling : last;
  const anchor = isBlank(blank) ? blank : before;
  if (anchor && anchor === last && isEmpty(parent)) keepBlanks(parent);
  if (indent === undefined || !document) {
    parent.insertBefore(child, before ?? anchor);
    added.add(child);
    return;
  }
  const line = document.createTextNode(`\n${indent}`);
  parent.insertBefore(line, anchor);
  parent.insertBefore(child, anchor);
  madeLines.set(child, line);
  if (last !== null) return;
  const closing = (parentElement(parent) ? indentOf(parent) : '') ?? '';
  parent.insertBefore(document.createTextNode(`\n${closing}`), null);
}

function keepBlanks(parent: DomElement): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) onlyContent.add(node);
}

/** Takes a child out together with the line it stood on. */
export function removeChild(child: DomNode): void {
  const parent = child.parentNode;
  if (!parent) return;
  const line = lineOf(child);
  parent.removeChild(child);
  if (line) parent.removeChild(line);
  if (isElement(parent)) dropLoneBlanks(parent);
}

/** The white space that goes with a child: what puts it on its line. */
function lineOf(child: DomNode): DomNode | null {
  const { previousSibling: before, nextSibling: after } = child;
  const made = madeLines.get(child);
  if (made) return made === before ? made : null;
  if (added.has(child)) return null;
  if (after === null) return isBlank(before) ? before : null;
  if (!isBlank(after)) return null;
  // Something else follows on the same line (a comment, say): that keeps the line's indentation.
  if (after.nextSibling && !after.nodeValue?.includes('\n')) return after;
  return isBlank(before) ? before : null;
}

/** White space that is left alone in an element goes too, unless it was alone there to begin with. */
function dropLoneBlanks(parent: DomElement): void {
  if (!isEmpty(parent)) return;
  for (let node = parent.firstChild; node; ) {
    const next: DomNode | null = node.nextSibling;
    if (!onlyContent.has(node)) parent.removeChild(node);
    node = next;
  }
}
