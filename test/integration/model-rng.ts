import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shape } from '../../model/coverage/shape.ts';
import type { NodeClass } from '../../model/field/field.ts';
import { childElements, type DomElement, parseDocument } from '../../model/index.ts';

/** Where libvirt installs its RELAX NG schemas. */
const SCHEMAS = '/usr/share/libvirt/schemas';

/** What may stand in an element, as a schema says. */
interface Content {
  readonly attributes: Set<string>;
  readonly elements: Map<string, DomElement[]>;
  text: boolean;
}

/** A RELAX NG grammar with what it includes: enough of it to list which elements and attributes it knows. */
export class Grammar {
  readonly #defines = new Map<string, DomElement[]>();
  readonly #starts: DomElement[] = [];

  constructor(file: string) {
    this.#load(file, true);
  }

  #load(file: string, top: boolean): void {
    const root = parseDocument(readFileSync(join(SCHEMAS, file), 'utf8')).root;
    for (const child of childElements(root)) {
      if (child.localName === 'include') {
        this.#load(child.getAttribute('href') ?? '', false);
        for (const override of childElements(child)) this.#define(override);
      } else if (child.localName === 'start' && top) this.#starts.push(child);
      else if (child.localName === 'define') this.#define(child);
    }
  }

  #define(element: DomElement): void {
    if (element.localName !== 'define') return;
    const name = element.getAttribute('name') ?? '';
    const combined = element.getAttribute('combine') ? (this.#defines.get(name) ?? []) : [];
    this.#defines.set(name, [...combined, element]);
  }

  /** The root elements of the documents the schema describes. */
  roots(): Map<string, DomElement[]> {
    const content: Content = { attributes: new Set(), elements: new Map(), text: false };
    for (const start of this.#starts) {
      for (const child of childElements(start)) this.#collect(child, content, new Set());
    }
    return content.elements;
  }

  content(definitions: readonly DomElement[]): Content {
    const content: Content = { attributes: new Set(), elements: new Map(), text: false };
    for (const definition of definitions) {
      for (const child of withoutName(definition)) this.#collect(child, content, new Set());
    }
    return content;
  }

  /** The values listed for an attribute of an element, or for its text; nothing if any will do. */
  values(definitions: readonly DomElement[], attribute: string | undefined): string[] {
    const found = new Set<string>();
    let free = false;
    const visit = (pattern: DomElement, inside: boolean, seen: ReadonlySet<string>): void => {
      const kind = pattern.localName;
      if (kind === 'element') return;
      if (kind === 'attribute') {
        if (attribute === undefined || !namesOf(pattern).includes(attribute)) return;
        for (const child of childElements(pattern)) visit(child, true, seen);
        if (childElements(pattern).every((child) => child.localName === 'name')) free = true;
        return;
      }
      if (kind === 'ref') {
        const name = pattern.getAttribute('name') ?? '';
        if (seen.has(name)) return;
        for (const define of this.#defines.get(name) ?? []) {
          for (const child of childElements(define)) visit(child, inside, new Set([...seen, name]));
        }
        return;
      }
      if (kind === 'value' && inside) found.add((pattern.textContent ?? '').trim());
      else if ((kind === 'text' || kind === 'data') && inside) free = true;
      else for (const child of childElements(pattern)) visit(child, inside, seen);
    };
    for (const definition of definitions) {
      for (const child of withoutName(definition)) visit(child, attribute === undefined, new Set());
    }
    return free ? [] : [...found];
  }

  #collect(pattern: DomElement, into: Content, seen: ReadonlySet<string>): void {
    switch (pattern.localName) {
      case 'element':
        for (const name of namesOf(pattern)) {
          into.elements.set(name, [...(into.elements.get(name) ?? []), pattern]);
        }
        return;
      case 'attribute':
        for (const name of namesOf(pattern)) into.attributes.add(name);
        return;
      case 'ref': {
        const name = pattern.getAttribute('name') ?? '';
        if (seen.has(name)) return;
        for (const define of this.#defines.get(name) ?? []) {
          for (const child of childElements(define)) this.#collect(child, into, new Set([...seen, name]));
        }
        return;
      }
      case 'text':
      case 'data':
      case 'value':
        into.text = true;
        return;
      default:
        for (const child of childElements(pattern)) this.#collect(child, into, seen);
    }
  }
}

function withoutName(pattern: DomElement): DomElement[] {
  const children = childElements(pattern);
  return pattern.getAttribute('name') ? children : children.slice(1);
}

const ANY = '*';
const PREFIXES = new Map([
  ['http://libvirt.org/schemas/domain/qemu/1.0', 'qemu'],
  ['http://libvirt.org/schemas/domain/lxc/1.0', 'lxc'],
  ['http://libvirt.org/schemas/domain/xen/1.0', 'xen'],
  ['http://libvirt.org/schemas/domain/bhyve/1.0', 'bhyve'],
  ['http://libvirt.org/schemas/domain/vmware/1.0', 'vmware'],
  ['http://libvirt.org/schemas/network/dnsmasq/1.0', 'dnsmasq'],
  ['http://libvirt.org/schemas/storagepool/fs/1.0', 'fs'],
  ['http://libvirt.org/schemas/storagepool/rbd/1.0', 'rbd'],
]);

function namesOf(pattern: DomElement): string[] {
  const name = pattern.getAttribute('name');
  const prefix = pattern.localName === 'element' ? prefixOf(pattern) : '';
  if (name) return [prefix + name];
  const first = childElements(pattern)[0];
  if (first?.localName === 'name') return [prefix + (first.textContent ?? '').trim()];
  if (first?.localName === 'choice') {
    return childElements(first).map((choice) =>
      choice.localName === 'name' ? prefix + (choice.textContent ?? '').trim() : ANY,
    );
  }
  return [ANY];
}

function prefixOf(pattern: DomElement): string {
  for (let at: DomElement | null = pattern; at; at = parentOf(at)) {
    const ns = at.getAttribute('ns');
    if (ns) return PREFIXES.has(ns) ? `${PREFIXES.get(ns)}:` : '';
  }
  return '';
}

function parentOf(element: DomElement): DomElement | null {
  const parent = element.parentNode;
  return parent?.nodeType === 1 ? (parent as DomElement) : null;
}

/** What the schema knows of an element and the shape does not reach, as paths. */
export function unreachable(
  grammar: Grammar,
  definitions: readonly DomElement[],
  shape: Shape,
  path: string,
): string[] {
  const found: string[] = [];
  const visit = (
    patterns: readonly DomElement[],
    at: Shape,
    here: string,
    open: ReadonlySet<string>,
  ): void => {
    const content = grammar.content(patterns);
    for (const name of content.attributes) {
      if (name !== ANY && !at.attribute(name)) found.push(`${here}/@${name}`);
    }
    if (content.text && !at.text) found.push(`${here}/text()`);
    for (const [name, below] of content.elements) {
      if (name === ANY) continue;
      const next = at.child(name);
      const key = below.map((pattern) => ids.of(pattern)).join();
      if (!next) found.push(`${here}/${name}`);
      else if (!open.has(key)) visit(below, next, `${here}/${name}`, new Set([...open, key]));
    }
  };
  const ids = new Ids();
  visit(definitions, shape, path, new Set());
  return found;
}

class Ids {
  readonly #ids = new Map<DomElement, number>();

  of(element: DomElement): number {
    const known = this.#ids.get(element) ?? this.#ids.size;
    this.#ids.set(element, known);
    return known;
  }
}

/** One accessor of a class at one of the places where the class is used. */
export interface Place {
  /** The class and the property, `Disk.cache`. */
  readonly accessor: string;
  readonly path: string;
  readonly choices: readonly string[] | undefined;
}

/** All places that the accessors of a class reach; parts that contain themselves only once. */
export function placesOf(node: NodeClass, path: string): Place[] {
  const found: Place[] = [];
  const visit = (at: NodeClass, here: string, open: readonly NodeClass[]): void => {
    if (open.includes(at)) return;
    for (const [name, field] of Object.entries(at.fields)) {
      const place = `${here}/${field.path}`.replace(/\/\.$/, '').replaceAll(/\[[^\]]*\]/g, '');
      if (field.kind === 'value')
        found.push({ accessor: `${at.name}.${name}`, path: place, choices: field.choices });
      else visit(field.of(), place, [...open, at]);
    }
    for (const [name, of] of Object.entries(at.nested ?? {})) visit(of(), `${here}/${name}`, [...open, at]);
  };
  visit(node, path, []);
  return found;
}

/** Whether the schema knows a place below an element, and the values it lists for it. */
export function inSchema(
  grammar: Grammar,
  definitions: readonly DomElement[],
  place: string,
): { known: boolean; values: readonly string[] } {
  let patterns: readonly DomElement[] = definitions;
  const steps = place.split('/').slice(1);
  for (const step of steps) {
    const content = grammar.content(patterns);
    if (step.startsWith('@')) {
      return {
        known: content.attributes.has(step.slice(1)),
        values: grammar.values(patterns, step.slice(1)),
      };
    }
    const below = content.elements.get(step);
    if (!below) return { known: false, values: [] };
    patterns = below;
  }
  return { known: true, values: grammar.values(patterns, undefined) };
}
