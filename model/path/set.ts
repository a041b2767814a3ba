import { type DomElement, type DomNode, isText } from '../dom.ts';
import { XmlError } from '../errors.ts';
import { assertText } from '../xml/characters.ts';
import { type ElementOrDocument, elementOf } from '../xml/document.ts';
import { insertChild, isEmpty, removeChild } from '../xml/layout.ts';
import { parentElement } from '../xml/namespaces.ts';
import { findElement, findStep, matching, ownText } from './get.ts';
import { createElement, readAttribute, writeAttribute } from './names.ts';
import { insertionPoint } from './order.ts';
import { type ElementStep, type ParsedPath, parsePath } from './parse.ts';

/** null removes; true and false make an element or attribute present or absent. */
export type PathValue = string | number | bigint | boolean | null;

// Elements that were there, and empty, before a path put something into them: they stay when it goes.
const emptyBefore = new WeakSet<DomElement>();
// Elements that a path made, with the attributes its conditions gave them: those do not keep them alive.
const conditionsOf = new WeakMap<DomElement, ReadonlySet<string>>();

/**
 * Sets what stands at a path. A string or number is the attribute's value or the element's text; missing
 * elements on the way are made, indented like their surroundings. `null` (and for elements `false`)
 * removes, and then the ancestors below `from` that became empty by it. `true` makes the element present.
 *
 * @throws XmlError `path` if the path cannot be read or not be made (`boot[3]` where there is one), `value`
 *   if the value cannot stand there
 */
export function setPath(from: ElementOrDocument, path: string, value: PathValue): void {
  const base = elementOf(from);
  const parsed = parsePath(path);
  if (value === null || value === false) {
    remove(base, path, parsed);
    return;
  }
  if (value === true && parsed.attribute !== undefined) {
    throw new XmlError('value', `"${path}" is an attribute: it needs a value, not true`);
  }
  const text = value === true ? undefined : String(value);
  if (text !== undefined) assertText(text, `The value for "${path}"`);
  const element = ensure(base, path, parsed);
  if (parsed.attribute === undefined) {
    if (text !== undefined) writeText(element, text, path);
  } else if (text !== undefined) {
    remember(element);
    writeAttribute(element, parsed.attribute, text);
  }
}

/**
 * The element at a path without attribute; made, with all on the way, if it is missing.
 *
 * @throws XmlError `path`
 */
export function ensureElement(from: ElementOrDocument, path: string): DomElement {
  return ensure(elementOf(from), path, parsePath(path));
}

/** Makes a new child element, after its last namesake or where libvirt would write it. */
export function createChild(parent: DomElement, name: string): DomElement {
  return create(parent, { name, tests: [], position: undefined }, name);
}

function ensure(base: DomElement, path: string, parsed: ParsedPath): DomElement {
  let element = base;
  for (const step of parsed.steps) element = findStep(element, step) ?? create(element, step, path);
  return element;
}

function create(parent: DomElement, step: ElementStep, path: string): DomElement {
  const before = matching(parent, step).length;
  if (step.position !== undefined && step.position !== before + 1) {
    throw new XmlError('path', `"${path}" cannot be created: there are only ${before} of <${step.name}>`);
  }
  const element = createElement(parent, step.name);
  for (const test of step.tests) {
    assertText(test.value, `The path "${path}"`);
    writeAttribute(element, test.attribute, test.value);
  }
  conditionsOf.set(element, new Set(attributeNames(element)));
  remember(parent);
  insertChild(parent, element, insertionPoint(parent, step.name));
  return element;
}

function attributeNames(element: DomElement): string[] {
  const names: string[] = [];
  for (let index = 0; index < element.attributes.length; index += 1) {
    names.push(element.attributes.item(index)?.name ?? '');
  }
  return names;
}

/** Notes that an element was empty on its own account before something is put into it. */
function remember(element: DomElement): void {
  if (!conditionsOf.has(element) && carriesNothing(element)) emptyBefore.add(element);
}

function carriesNothing(element: DomElement): boolean {
  const own = conditionsOf.get(element);
  return isEmpty(element) && attributeNames(element).every((name) => own?.has(name));
}

function remove(base: DomElement, path: string, parsed: ParsedPath): void {
  const element = findElement(base, path);
  if (!element) return;
  if (parsed.attribute !== undefined) {
    if (readAttribute(element, parsed.attribute) === null) return;
    writeAttribute(element, parsed.attribute, null);
    prune(base, element);
  } else if (element === base) writeText(element, '', path);
  else {
    const parent = parentElement(element);
    removeChild(element);
    if (parent) prune(base, parent);
  }
}

/** Removes an element that became empty, and then its ancestors, up to and without the base. */
function prune(base: DomElement, from: DomElement): void {
  let element = from;
  while (element !== base && carriesNothing(element) && !emptyBefore.has(element)) {
    const parent = parentElement(element);
    if (!parent) return;
    removeChild(element);
    element = parent;
  }
}

function writeText(element: DomElement, text: string, path: string): void {
  if (ownText(element) === text) return;
  const pieces: DomNode[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 1) {
      throw new XmlError('value', `"${path}" cannot be set: <${element.nodeName}> holds elements, not text`);
    }
    if (isText(node)) pieces.push(node);
  }
  const document = element.ownerDocument;
  const [first, ...others] = pieces;
  if (text !== '' && document) {
    const keepCdata = first?.nodeType === 4 && !text.includes(']]>');
    const node = keepCdata ? document.createCDATASection(text) : document.createTextNode(text);
    element.insertBefore(node, first ?? null);
  }
  if (first) element.removeChild(first);
  for (const node of others) element.removeChild(node);
}
