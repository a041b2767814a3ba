import type { DomAttr, DomElement } from '../dom.ts';
import { decode, escapeAttribute } from './characters.ts';

/** One attribute as it stands in a start tag. */
export interface RawAttribute {
  readonly name: string;
  /** White space before the name. */
  readonly lead: string;
  /** `=` with white space around it. */
  readonly equals: string;
  /** The value with its quotes and escapes. */
  readonly quoted: string;
}

/** A start tag taken apart, so that one attribute can change and the others stay as they were written. */
export interface RawTag {
  readonly attributes: readonly RawAttribute[];
  /** White space before the end of the tag. */
  readonly tail: string;
  readonly selfClosing: boolean;
}

const ATTRIBUTE = /([ \t\n]*)([^\s=/>"']+)([ \t\n]*=[ \t\n]*)("[^"]*"|'[^']*')/y;

/** Takes apart a start tag that a parser has accepted. */
export function splitTag(raw: string, nodeName: string): RawTag {
  const attributes: RawAttribute[] = [];
  let at = 1 + nodeName.length;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(raw);
    if (!match) break;
    const [all, lead = '', name = '', equals = '', quoted = ''] = match;
    attributes.push({ name, lead, equals, quoted });
    at += all.length;
  }
  const selfClosing = raw.endsWith('/>');
  return { attributes, tail: raw.slice(at, selfClosing ? -2 : -1), selfClosing };
}

function saysTheSame(raw: RawAttribute, attr: DomAttr): boolean {
  return raw.name === attr.name && decode(raw.quoted.slice(1, -1), true) === attr.value;
}

/** True if the element's name and attributes, in their order, are what the tag says. */
export function tagMatches(tag: RawTag, element: DomElement): boolean {
  const { attributes } = element;
  if (attributes.length !== tag.attributes.length) return false;
  return tag.attributes.every((raw, index) => {
    const attr = attributes.item(index);
    return attr !== null && saysTheSame(raw, attr);
  });
}

/** The attributes of an element: each as it was written if it says the same, else in the style of the tag. */
export function writeAttributes(element: DomElement, tag: RawTag | undefined): string {
  const known = new Map(tag?.attributes.map((raw) => [raw.name, raw]));
  const quote = tag?.attributes[0]?.quoted.charAt(0) ?? "'";
  const { attributes } = element;
  let out = '';
  for (let index = 0; index < attributes.length; index += 1) {
    const attr = attributes.item(index);
    if (!attr) continue;
    const raw = known.get(attr.name);
    const own = raw?.quoted.charAt(0) ?? quote;
    const quoted = raw && saysTheSame(raw, attr) ? raw.quoted : `${own}${escapeAttribute(attr.value)}${own}`;
    out += `${raw?.lead || ' '}${attr.name}${raw?.equals ?? '='}${quoted}`;
  }
  return out;
}
