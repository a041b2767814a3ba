import { positionOf, XmlError } from '../errors.ts';
import { entryOf } from '../table.ts';

// What XML 1.0 leaves out of its characters (section 2.2): control characters, half surrogate pairs and two
// non-characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** True if XML 1.0 can hold the text, with escapes or without. */
export function isAllowedText(text: string): boolean {
  return !FORBIDDEN.test(text);
}

/** @throws XmlError `malformed` at the first character that XML forbids */
export function checkCharacters(source: string): void {
  const found = FORBIDDEN.exec(source);
  if (!found) return;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new XmlError('malformed', `XML cannot hold the character U+${code}`, positionOf(source, found.index));
}

/** @throws XmlError `value` if the text holds a character that XML forbids */
export function assertText(text: string, what: string): void {
  if (!isAllowedText(text)) throw new XmlError('value', `${what} holds a character that XML cannot hold`);
}

/** The character of a numeric reference (`#65`, `#x41`), or undefined if XML forbids it. */
export function referencedCharacter(reference: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(reference);
  if (!digits) return undefined;
  const code =
    digits[1] === undefined ? Number.parseInt(digits[2] ?? '', 10) : Number.parseInt(digits[1], 16);
  if (!(code <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(code);
  return isAllowedText(character) ? character : undefined;
}

/**
 * Without a document type only XML's five entities and numeric references exist.
 *
 * @throws XmlError `malformed` at any other reference between the offsets
 */
export function checkReferences(source: string, start: number, end: number): void {
  for (let at = source.indexOf('&', start); at >= 0 && at < end; at = source.indexOf('&', at + 1)) {
    const semicolon = source.indexOf(';', at);
    const name = semicolon < 0 || semicolon > at + 32 ? '' : source.slice(at + 1, semicolon);
    if (named(name) === undefined) {
      throw new XmlError('malformed', `"&${name}" is not a reference XML knows`, positionOf(source, at));
    }
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

function named(name: string): string | undefined {
  return entryOf(NAMED, name) ?? referencedCharacter(name);
}

/**
 * What a parser makes of a piece of text or of an attribute value.
 * Undefined if it refers to an entity that is not one of XML's five.
 */
export function decode(raw: string, attribute: boolean): string | undefined {
  const text = attribute && /[\t\n]/.test(raw) ? raw.replace(/[\t\n]/g, ' ') : raw;
  if (!text.includes('&')) return text;
  let known = true;
  const decoded = text.replace(/&([^;&]*);?/g, (_all, name: string) => {
    const character = named(name);
    if (character === undefined) known = false;
    return character ?? '';
  });
  return known ? decoded : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&apos;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escapeWith(pattern: RegExp, text: string): string {
  return text.replace(pattern, (character) => ESCAPES[character] ?? character);
}

/** Text as libvirt writes it: both quotes escaped too. */
export function escapeText(text: string): string {
  return /[<>&'"\r]/.test(text) ? escapeWith(/[<>&'"\r]/g, text) : text;
}

/** An attribute value between the quotes given; libvirt escapes both kinds. */
export function escapeAttribute(value: string): string {
  return /[<>&'"\t\n\r]/.test(value) ? escapeWith(/[<>&'"\t\n\r]/g, value) : value;
}
