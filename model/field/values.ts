import { XmlError } from '../errors.ts';
import type { Choice, Field } from './field.ts';
import type { XmlNode } from './node.ts';

function value<T>(
  path: string,
  read: (text: string) => T | null,
  write: (value: T, before: string | null) => string,
  choices?: readonly string[],
): Field<T | null> {
  return {
    kind: 'value',
    path,
    also: [],
    choices,
    read(node) {
      const text = node.get(path);
      return text === null ? null : read(text);
    },
    write(node, next) {
      node.set(path, next === null ? null : write(next, node.get(path)));
    },
  };
}

const same = (text: string): string => text;

/** An attribute's value as it stands: `attr('driver/@cache', DISK_CACHE)`. */
export function attr(path: string): Field<string | null>;
export function attr<const C extends readonly string[]>(path: string, choices: C): Field<Choice<C> | null>;
export function attr(path: string, choices?: readonly string[]): Field<string | null> {
  return value(path, same, same, choices);
}

/** An element's text as it stands: `text('title')`. */
export function text(path: string): Field<string | null>;
export function text<const C extends readonly string[]>(path: string, choices: C): Field<Choice<C> | null>;
export function text(path: string, choices?: readonly string[]): Field<string | null> {
  return value(path, same, same, choices);
}

/** A whole number, decimal or (`0x1f`, as it stood) hexadecimal. What is no number reads as null and stays. */
export function int(path: string): Field<number | null> {
  return value(path, parseInteger, formatInteger);
}

function parseInteger(text: string): number | null {
  const trimmed = text.trim();
  if (!/^(?:-?[0-9]+|0x[0-9a-fA-F]+)$/.test(trimmed)) return null;
  return Number(trimmed);
}

function formatInteger(next: number, before: string | null): string {
  if (!Number.isSafeInteger(next)) throw new XmlError('value', `${next} is not a whole number`);
  const hex = before?.trim().startsWith('0x') ? before.trim() : undefined;
  if (hex === undefined || next < 0) return String(next);
  return `0x${next.toString(16).padStart(hex.length - 2, '0')}`;
}

/** A number written in hexadecimal with at least so many digits, as in addresses: `hex('@slot', 2)`. */
export function hex(path: string, digits: number): Field<number | null> {
  return value(path, parseInteger, (next) => {
    if (!Number.isSafeInteger(next) || next < 0) throw new XmlError('value', `${next} is not a whole number`);
    return `0x${next.toString(16).padStart(digits, '0')}`;
  });
}

/** A number that may have a fraction. */
export function decimal(path: string): Field<number | null> {
  const read = (text: string): number | null => {
    const number = text.trim() === '' ? Number.NaN : Number(text);
    return Number.isFinite(number) ? number : null;
  };
  return value(path, read, (next) => {
    if (!Number.isFinite(next)) throw new XmlError('value', `${next} is not a number`);
    return String(next);
  });
}

function twoWords(path: string, yes: string, no: string): Field<boolean | null> {
  const read = (text: string): boolean | null => (text === yes ? true : text === no ? false : null);
  return value(path, read, (next) => (next ? yes : no), [yes, no]);
}

/** `yes` or `no`; null where libvirt decides. */
export function yesNo(path: string): Field<boolean | null> {
  return twoWords(path, 'yes', 'no');
}

/** `on` or `off`; null where libvirt decides. */
export function onOff(path: string): Field<boolean | null> {
  return twoWords(path, 'on', 'off');
}

/** An element that says something by being there: `flag('readonly')`. */
export function flag(path: string): Field<boolean> {
  return {
    kind: 'value',
    path,
    also: [],
    choices: undefined,
    read: (node: XmlNode) => node.has(path),
    write: (node: XmlNode, next: boolean) => node.set(path, next),
  };
}
