import { type DomDocument, type DomElement, type DomNode, isElement, isPlainText, isText } from '../dom.ts';
import { parentElement } from './namespaces.ts';

const BLANK = /^[ \t\n]*$/;
const DEFAULT_STEP = '  ';

// White space that stood alone in an element before something was inserted in front of it: when that goes
// again, this stays, and the element is what it was.
const onlyContent = new WeakSet<DomNode>();

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
  if (indent === undefined || !document) {
    insertInline(parent, child, before);
    return;
  }
  if (before) {
    // In front of the white space that belongs to the next element: taken out again with its own line, the
    // new child leaves that as it was.
    const blank = before.previousSibling;
    const anchor = isBlank(blank) ? blank : before;
    parent.insertBefore(document.createTextNode(`\n${indent}`), anchor);
    parent.insertBefore(child, anchor);
    return;
  }
  insertLast(parent, child, indent, document);
}

function insertInline(parent: DomElement, child: DomNode, before: DomElement | null): void {
  const last = parent.lastChild;
  const anchor = before ?? (isBlank(last) && isElement(last?.previousSibling ?? null) ? last : null);
  parent.insertBefore(child, anchor);
}

function insertLast(parent: DomElement, child: DomNode, indent: string, document: DomDocument): void {
  const last = parent.lastChild;
  if (isBlank(last) && last) {
    if (last.previousSibling === null) onlyContent.add(last);
    parent.insertBefore(document.createTextNode(`\n${indent}`), last);
    parent.insertBefore(child, last);
    return;
  }
  parent.insertBefore(document.createTextNode(`\n${indent}`), null);
  parent.insertBefore(child, null);
  if (last !== null) return;
  const closing = (parentElement(parent) ? indentOf(parent) : '') ?? '';
  parent.insertBefore(document.createTextNode(`\n${closing}`), null);
}

/** Takes a child out together with the line it stood on. */
export function removeChild(child: DomNode): void {
  const parent = child.parentNode;
  if (!parent) return;
  const blank = lineOf(child);
  parent.removeChild(child);
  if (blank) parent.removeChild(blank);
  if (isElement(parent)) dropLoneBlanks(parent);
}

/** The white space that goes with a child: what puts it on its line. */
function lineOf(child: DomNode): DomNode | null {
  const { previousSibling: before, nextSibling: after } = child;
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
