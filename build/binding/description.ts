import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';

/** A C argument or struct field: its name and its type as libvirt writes it. */
export interface Member {
  name: string;
  type: string;
  /** libvirt's remark on the member says that NULL is accepted. */
  nullable: boolean;
  /** For a union: its members. */
  union?: Member[];
}
export interface ApiFunction {
  name: string;
  header: string;
  since: string;
  returns: string;
  args: Member[];
}
export interface ApiValue {
  name: string;
  header: string;
  since: string;
  enumeration: string;
  value: number;
  /** Marks the end of its enum and grows with each version: no value to use. */
  sentinel: boolean;
}
export interface ApiConstant {
  name: string;
  header: string;
  since: string;
  value: string | number;
}
export interface ApiStruct {
  name: string;
  header: string;
  since: string;
  fields: Member[];
}
/** What one or more of libvirt's `*-api.xml` files describe, in the order of the files. */
export interface Api {
  version: number;
  functions: ApiFunction[];
  callbacks: ApiFunction[];
  values: ApiValue[];
  constants: ApiConstant[];
  structs: ApiStruct[];
  /** typedef name to the type it stands for. */
  typedefs: Map<string, string>;
}

export const apiFiles = ['libvirt-api.xml', 'libvirt-qemu-api.xml', 'libvirt-lxc-api.xml'];

/**
 * Reads libvirt's formal description of its API.
 * @param directory where the package with libvirt's headers put it
 * @throws when a file is absent or is not such a description
 */
export function readApi(directory: string): Api {
  const roots = apiFiles.map((file) => readRoot(join(directory, file)));
  const elements = (tag: string) => roots.flatMap((root) => [...root.getElementsByTagName(tag)]);
  const macros = elements('macro');
  const values = readValues(elements('enum'));
  return {
    version: Number(attribute(named(macros, 'LIBVIR_VERSION_NUMBER'), 'raw')),
    functions: elements('function').map(readFunction),
    callbacks: elements('functype').map(readFunction),
    values,
    constants: macros.flatMap(readConstant),
    structs: elements('struct').map(readStruct),
    typedefs: new Map(elements('typedef').map((e) => [attribute(e, 'name'), attribute(e, 'type')])),
  };
}

function readRoot(path: string): Element {
  const root = new DOMParser().parseFromString(readFileSync(path, 'utf8'), 'text/xml').documentElement;
  if (root?.tagName !== 'api') throw new Error(`${path} is not a description of libvirt's API`);
  return root;
}

function named(elements: Element[], name: string): Element {
  const found = elements.find((element) => attribute(element, 'name') === name);
  if (!found) throw new Error(`the API description has no ${name}`);
  return found;
}

const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

const children = (element: Element, tag: string) =>
  [...element.childNodes].filter(isElement).filter((child) => child.tagName === tag);

function head(element: Element) {
  return {
    name: attribute(element, 'name'),
    header: attribute(element, 'file'),
    since: attribute(element, 'version'),
  };
}

function readFunction(element: Element): ApiFunction {
  const result = children(element, 'return')[0];
  return {
    ...head(element),
    returns: result ? normalise(attribute(result, 'type')) : 'void',
    args: children(element, 'arg').map(readMember),
  };
}

/** One space around stars and between words, so that types compare as text. */
function normalise(type: string): string {
  return type
    .replace(/\*/g, ' * ')
    .replace(/\s+/g, ' ')
    .replace(/\* (?=\*)/g, '*')
    .trim();
}

function readMember(element: Element): Member {
  const union = children(element, 'union')[0];
  return {
    name: attribute(element, 'name'),
    type: normalise(attribute(element, 'type')),
    nullable: /\bNULL\b|optional/i.test(attribute(element, 'info')),
    ...(union ? { union: children(union, 'field').map(readMember) } : {}),
  };
}

function readStruct(element: Element): ApiStruct {
  return { ...head(element), fields: children(element, 'field').map(readMember) };
}

/** Enum values may be given as the name of another value, of the same file or of another one. */
function readValues(elements: Element[]): ApiValue[] {
  const raw = new Map(elements.map((e) => [attribute(e, 'name'), attribute(e, 'value')]));
  const resolve = (text: string): number => {
    if (/^-?\d+$/.test(text)) return Number(text);
    const next = raw.get(text);
    if (next === undefined) throw new Error(`enum value ${text} is not described`);
    return resolve(next);
  };
  const values = elements.map((e) => ({
    ...head(e),
    enumeration: attribute(e, 'type'),
    value: resolve(attribute(e, 'value')),
  }));
  const largest = new Map<string, number>();
  for (const { enumeration, value } of values) {
    largest.set(enumeration, Math.max(value, largest.get(enumeration) ?? value));
  }
  // VIR_NETWORK_UPDATE_COMMAND_ADD_LAST is no sentinel: only what ends its enum is.
  return values.map((v) => ({
    ...v,
    sentinel: v.name.endsWith('_LAST') && v.value === largest.get(v.enumeration),
  }));
}

/** Strings and plain numbers; function-like macros and aliases of types are not constants. */
function readConstant(element: Element): ApiConstant[] {
  const text = element.getAttribute('string');
  if (text !== null) return [{ ...head(element), value: text }];
  const number = /^\(?\s*(\d+)(?:LL)?\s*(?:\+\s*(\d+))?\s*\)?\s*(?:\/\*.*\*\/)?$/.exec(
    attribute(element, 'raw'),
  );
  if (!number || element.hasAttribute('params')) return [];
  return [{ ...head(element), value: Number(number[1]) + Number(number[2] ?? 0) }];
}
