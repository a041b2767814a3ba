import { type DomElement, firstElement, isText, nextElement } from '../dom.ts';
import { type ElementOrDocument, elementOf } from '../xml/document.ts';
import { elementHasName, readAttribute } from './names.ts';
import { type ElementStep, parsePath } from './parse.ts';

/** The text of an element: its own text and CDATA, not that of the elements inside it. */
export function ownText(element: DomElement): string {
  let text = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (isText(node)) text += node.data;
  }
  return text;
}

function passes(element: DomElement, step: ElementStep): boolean {
  return (
    elementHasName(element, step.name) &&
    step.tests.every((test) => readAttribute(element, test.attribute) === test.value)
  );
}

/** The children of an element that a step of a path may mean, all of them. */
export function matching(parent: DomElement, step: ElementStep): DomElement[] {
  const found: DomElement[] = [];
  for (let element = firstElement(parent); element; element = nextElement(element)) {
    if (passes(element, step)) found.push(element);
  }
  return found;
}

/** The child that a step of a path means. */
export function findStep(parent: DomElement, step: ElementStep): DomElement | undefined {
  let left = step.position ?? 1;
  for (let element = firstElement(parent); element; element = nextElement(element)) {
    if (!passes(element, step)) continue;
    left -= 1;
    if (left === 0) return element;
  }
  return undefined;
}

/**
 * The element a path without attribute leads to.
 *
 * @throws XmlError `path` if the path cannot be read
 */
export function findElement(from: ElementOrDocument, path: string): DomElement | undefined {
  let element: DomElement | undefined = elementOf(from);
  for (const step of parsePath(path).steps) {
    element = findStep(element, step);
    if (!element) return undefined;
  }
  return element;
}

/**
 * All elements that the last step of a path matches, in document order.
 *
 * @throws XmlError `path` if the path cannot be read
 */
export function findElements(from: ElementOrDocument, path: string): DomElement[] {
  const { steps } = parsePath(path);
  let parent: DomElement | undefined = elementOf(from);
  for (const step of steps.slice(0, -1)) {
    parent = findStep(parent, step);
    if (!parent) return [];
  }
  const last = steps.at(-1);
  return last ? matching(parent, last) : [parent];
}

/**
 * What stands at a path: an attribute's value, or an element's own text (empty for `<acpi/>`).
 *
 * @returns null if there is nothing
 * @throws XmlError `path` if the path cannot be read
 */
export function getPath(from: ElementOrDocument, path: string): string | null {
  const element = findElement(from, path);
  if (!element) return null;
  const { attribute } = parsePath(path);
  return attribute === undefined ? ownText(element) : readAttribute(element, attribute);
}

/** True if there is an element or attribute at the path. */
export function hasPath(from: ElementOrDocument, path: string): boolean {
  return getPath(from, path) !== null;
}
