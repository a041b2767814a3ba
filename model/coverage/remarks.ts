import type { DomElement } from '../dom.ts';
import { positionOf } from '../errors.ts';
import type { Field, NodeClass } from '../field/field.ts';
import type { XmlNode } from '../field/node.ts';
import { findElement } from '../path/get.ts';
import type { XmlDocument } from '../xml/document.ts';
import { eachUncovered } from './report.ts';

/** Something of a document that is not known to be in libvirt's; newer ones may know it. */
export interface Remark {
  /** `unknown` is an element, an attribute or a text that no accessor reaches; `value` one that holds something else. */
  readonly kind: 'unknown' | 'value';
  readonly message: string;
  /** Where it stands, counted from 1. */
  readonly line: number;
}

/** Values of a list that are named. */
const MOST_NAMED = 15;

/** What is to be said of a document, as it was read. @param of the class to hold it against */
export function remarks(document: XmlDocument, of: NodeClass): Remark[] {
  const found: Remark[] = [];
  const told = new Set<string>();
  eachUncovered(document.root, of, (path, element) => {
    if (told.has(path)) return;
    told.add(path);
    const message = `${path} is not known to Virtdeck; libvirt may know it.`;
    found.push({ kind: 'unknown', message, line: lineOf(document, element, attributeOf(path)) });
  });
  values(new of(document.root), of, (field, element, text) => {
    const line = lineOf(document, element, attributeOf(field.path));
    found.push({ kind: 'value', message: saying(field, text), line });
  });
  return found.sort((a, b) => a.line - b.line);
}

type Tell = (field: Field<unknown>, element: DomElement, text: string) => void;

function values(node: XmlNode, of: NodeClass, tell: Tell): void {
  for (const field of Object.values(of.fields)) {
    if (field.kind === 'value') check(node, field, tell);
    else if (field.kind === 'section') {
      const part = new (field.of())(node.element, `${node.pathTo(field.path)}/`);
      if (part.exists) values(part, field.of(), tell);
    } else within(node.elements(field.path), field.of(), tell);
  }
  for (const [path, nested] of Object.entries(of.nested ?? {})) within(node.elements(path), nested(), tell);
}

function within(elements: readonly DomElement[], of: NodeClass, tell: Tell): void {
  for (const element of elements) values(new of(element), of, tell);
}

/** Whether what stands there is one of the values that libvirt documents, or a number where one belongs. */
function check(node: XmlNode, field: Field<unknown>, tell: Tell): void {
  const text = node.get(field.path);
  if (text === null) return;
  const right = field.choices ? field.choices.includes(text.trim()) : field.read(node) !== null;
  if (right) return;
  const [, owner = attributeOf(field.path) === null ? field.path : '.'] =
    /^(.*)\/@[^/]*$/.exec(field.path) ?? [];
  const path = node.pathTo(owner);
  const element = path === '.' ? node.element : findElement(node.element, path);
  if (element) tell(field, element, text);
}

function saying({ choices, path }: Field<unknown>, text: string): string {
  const what = attributeOf(path) ?? 'this element';
  const value = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  if (!choices) return `“${value}” cannot be read as what ${what} holds: a number or an amount.`;
  const named = choices.slice(0, MOST_NAMED).join(', ');
  const more = choices.length > MOST_NAMED ? ' and others' : '';
  return `“${value}” is not among the values known of ${what}: ${named}${more}.`;
}

/** The attribute at the end of a path, by name; null: it ends in an element. */
function attributeOf(path: string): string | null {
  return /(?:^|\/)@([^/\]]+)$/.exec(path)?.[1] ?? null;
}

function lineOf({ lexical }: XmlDocument, element: DomElement, attribute: string | null): number {
  const token = lexical.tokenOf(element);
  if (token === undefined) return 1;
  const within = attribute === null ? 0 : Math.max(0, lexical.raw(token).search(attributePattern(attribute)));
  return positionOf(lexical.source, lexical.tokens.start(token) + within).line;
}

function attributePattern(name: string): RegExp {
  return new RegExp(`(?<=\\s)${name.replace(/[^\w:-]/g, '\\$&')}\\s*=`);
}
