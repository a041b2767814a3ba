import { DOCUMENT_CLASSES } from '../documents.ts';
import type { DomElement } from '../dom.ts';
import { isDeviceKind } from '../domain/devices.ts';
import type { Field, NodeClass, Part } from '../field/field.ts';
import { XmlNode } from '../field/node.ts';
import { XmlList } from '../field/parts.ts';
import { removeElement } from '../xml/fragment.ts';
import { isEmpty } from '../xml/layout.ts';
import { parentElement } from '../xml/namespaces.ts';
import type { Change, Effect } from './change.ts';
import { addCopy, copyLeftover, copyValue } from './copy.ts';

import { writtenAlike } from './equal.ts';
import { leftovers } from './leftovers.ts';
import type { LiveOperation, Place } from './live.ts';
import { type Pair, pair } from './pair.ts';
import { filledIn, isExtra, runtimeRule, sameMachine } from './runtime.ts';
import { isSecret, labelOf, sectionOf, subjectOf, summaryOf, valueInWords, withoutSecrets } from './words.ts';

/** A change, and how to make the first document like the second in it. */
export interface Difference {
  readonly change: Change;
  readonly apply: () => void;
}

/** When a change takes effect, and by what. */
export interface When {
  readonly effect: Effect;
  readonly live: LiveOperation | null;
}

/** Where in the documents the comparison is. */
interface Context {
  readonly key: string;
  readonly subject: string;
  /** The sections on the way, in words. */
  readonly labels: readonly string[];
  readonly fields: readonly string[];
  readonly device: XmlNode | undefined;
}

/** Walks over two documents along the accessors of their class. */
export class Comparison {
  readonly #found: Difference[] = [];
  readonly #effect: (place: Place) => When;

  constructor(effect: (place: Place) => When) {
    this.#effect = effect;
  }

  run(of: NodeClass, before: DomElement, after: DomElement): Difference[] {
    const root: Context = { key: '', subject: '', labels: [], fields: [], device: undefined };
    const first = new of(before);
    const device = isDeviceKind(before.nodeName) && of !== DOCUMENT_CLASSES.interface;
    const context = device ? deviceContext(root, first) : root;
    this.#nodes(of, first, new of(after), context);
    this.#leftovers(of, before, after, context);
    return this.#found;
  }

  #nodes(of: NodeClass, before: XmlNode, after: XmlNode, context: Context): void {
    const lists = new Set(
      Object.values(of.fields)
        .filter((field) => field.kind === 'list')
        .map((field) => field.path),
    );
    for (const [name, field] of Object.entries(of.fields)) {
      const rule = runtimeRule(before, after, name);
      if (rule === 'skip' || (field.kind === 'section' && lists.has(field.path))) continue;
      if (field.kind === 'value') this.#value(name, field, before, after, context, rule === 'missing');
      else if (field.kind === 'section')
        this.#section(name, field, before, after, context, rule === 'missing');
      else this.#list(name, field, before, after, context, rule === 'missing');
    }
  }

  #value(
    name: string,
    field: Field<unknown>,
    before: XmlNode,
    after: XmlNode,
    context: Context,
    needsBoth: boolean,
  ): void {
    const isSize = field.also.length > 0;
    const first = filledIn(before, name) ? null : inWords(field, before, isSize);
    const second = filledIn(after, name) ? null : inWords(field, after, isSize);
    if (first === second) return;
    if (needsBoth && (first === null || second === null)) return;
    if (name === 'machine' && first !== null && second !== null && sameMachine(first, second)) return;
    const apply = (): void => {
      copyValue(field, after, before);
      if (PLACING.has(name)) forgetPlace(before, after);
    };
    const [was, is] = isSecret(before, name) ? withoutSecrets(first, second) : [first, second];
    this.#add(context, name, labelOf(name), was, is, apply);
  }

  #section(
    name: string,
    field: Part<unknown>,
    before: XmlNode,
    after: XmlNode,
    context: Context,
    needsBoth: boolean,
  ): void {
    const first = field.read(before);
    const second = field.read(after);
    if (!(first instanceof XmlNode) || !(second instanceof XmlNode)) return;
    if (!first.exists && !second.exists) return;
    if (needsBoth && !(first.exists && second.exists)) return;
    const top = context.subject === '' && context.labels.length === 0;
    this.#nodes(field.of(), first, second, {
      ...context,
      key: join(context.key, name),
      subject: top ? sectionOf(name) : context.subject,
      labels: top ? [] : [...context.labels, labelOf(name)],
      fields: [...context.fields, name],
    });
  }

  #list(
    name: string,
    field: Part<unknown>,
    before: XmlNode,
    after: XmlNode,
    context: Context,
    needsBoth: boolean,
  ): void {
    const first = itemsOf(field.read(before));
    const second = itemsOf(field.read(after));
    if (needsBoth && (first.length === 0 || second.length === 0)) return;
    for (const found of pair(first, second)) {
      const node = found.after ?? found.before;
      if (!node || isUntouched(found)) continue;
      const below = itemContext(context, name, field, node, found.name);
      if (found.before && found.after) {
        this.#nodes(field.of(), found.before, found.after, below);
        this.#leftovers(field.of(), found.before.element, found.after.element, below);
      } else if (isExtra(found.before ? before : after, name)) continue;
      else if (found.before) this.#whole('removed', below, node, () => removeItem(node.element, field.path));
      else this.#whole('added', below, node, () => addCopy(before, field.path, node.element));
    }
  }

  #whole(kind: 'added' | 'removed', context: Context, node: XmlNode, apply: () => void): void {
    // Labels that libvirt made for the running machine are in nobody's definition.
    if (node.element.nodeName === 'seclabel' && node.get('@type') !== 'static') return;
    const summary = summaryOf(node);
    const text = `${context.subject} ${kind}${summary ? ` (${summary})` : ''}`;
    const { key, subject, fields } = context;
    const change: Change = {
      kind,
      key,
      subject,
      label: '',
      fields,
      before: kind === 'removed' ? summary : null,
      after: kind === 'added' ? summary : null,
      ...this.#effect({ kind, fields, device: context.device }),
      text,
    };
    this.#found.push({ change, apply });
  }

  #leftovers(of: NodeClass, before: DomElement, after: DomElement, context: Context): void {
    const first = leftovers(before, of);
    const second = leftovers(after, of);
    for (const path of new Set([...first.keys(), ...second.keys()])) {
      const was = first.get(path) ?? null;
      const is = second.get(path) ?? null;
      if (was === is) continue;
      this.#add(context, path, path, was, is, () => copyLeftover(path, after, before), false);
    }
  }

  #add(
    context: Context,
    name: string,
    word: string,
    before: string | null,
    after: string | null,
    apply: () => void,
    known = true,
  ): void {
    const label = [...context.labels, word].join(' ');
    const fields = [...context.fields, name];
    const values = `${before ?? 'not set'} -> ${after ?? 'not set'}`;
    const change: Change = {
      kind: 'changed',
      key: join(context.key, name),
      subject: context.subject,
      label,
      fields: known ? fields : [],
      before,
      after,
      ...this.#effect({
        kind: 'changed',
        fields,
        device: context.device,
        values: { before: before !== null, after: after !== null },
      }),
      text: context.subject === '' ? `${label}: ${values}` : `${context.subject}: ${label} ${values}`,
    };
    this.#found.push({ change, apply });
  }
}

/** What a device's place depends on: a disk on SCSI has none on PCI. */
const PLACING = new Set(['bus', 'model', 'type']);

/**
 * Where a device sits is libvirt's choice, so that an address which is only missing is no change. But it goes with
 * the bus or model that it belonged to, where the new document gives up both.
 */
function forgetPlace(before: XmlNode, after: XmlNode): void {
  if (isDeviceKind(before.element.nodeName) && before.partPath === '' && !after.has('address')) {
    before.set('address', null);
  }
}

/** Most of a document is as it was: that is seen at once. */
function isUntouched({ before, after }: Pair<XmlNode>): boolean {
  return before !== undefined && after !== undefined && writtenAlike(before.element, after.element);
}

function join(key: string, name: string): string {
  return key === '' ? name : `${key}/${name}`;
}

function deviceContext(root: Context, device: XmlNode): Context {
  const name = pair([device], [])[0]?.name ?? '1';
  return { ...root, subject: subjectOf(device, name), fields: [`${device.element.nodeName}`], device };
}

function itemContext(
  context: Context,
  name: string,
  field: Part<unknown>,
  node: XmlNode,
  id: string,
): Context {
  const own = subjectOf(node, id);
  return {
    key: `${join(context.key, name)}[${id}]`,
    subject: [context.subject, ...context.labels, own].filter(Boolean).join(' '),
    labels: [],
    fields: [...context.fields, name],
    device: field.path.startsWith('devices/') ? node : context.device,
  };
}

function itemsOf(value: unknown): XmlNode[] {
  return value instanceof XmlList ? value.all : [];
}

/** A value in words: as the field reads it, or as it stands if the field cannot read it. */
function inWords(field: Field<unknown>, node: XmlNode, isSize: boolean): string | null {
  const value = field.read(node);
  if (value === false && field.choices === undefined) return null;
  if (value === null) return node.get(field.path);
  return valueInWords(value, isSize);
}

/**
 * Takes an item of a list out, and the elements that were there for such items only: the schema refuses an empty
 * `<numa>`. `<devices>` stays.
 */
function removeItem(element: DomElement, path: string): void {
  let around = parentElement(element);
  removeElement(element);
  for (let depth = path.split('/').length; depth > 1 && around; depth -= 1) {
    if (around.nodeName === 'devices' || around.attributes.length > 0 || !isEmpty(around)) return;
    const next = parentElement(around);
    removeElement(around);
    around = next;
  }
}
