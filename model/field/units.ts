import { XmlError } from '../errors.ts';
import type { Field } from './field.ts';

const LETTERS = ['k', 'm', 'g', 't', 'p', 'e'];

/**
 * How many bytes a unit of libvirt's is (https://libvirt.org/formatdomain.html#memory-allocation): `b`,
 * `bytes`, `KB` (1000), `k` or `KiB` (1024) and so on up to `E`, in any case. Undefined for other words.
 */
export function unitFactor(unit: string): number | undefined {
  const word = unit.toLowerCase();
  if (word === 'b' || word === 'byte' || word === 'bytes') return 1;
  const match = /^([kmgtpe])(ib|b)?$/.exec(word);
  if (!match) return undefined;
  const power = LETTERS.indexOf(match[1] ?? '') + 1;
  return match[2] === 'b' ? 1000 ** power : 1024 ** power;
}

/** The largest unit in which a number of bytes is a whole number. */
function wholeUnit(bytes: number): [string, number] {
  for (const unit of ['GiB', 'MiB', 'KiB']) {
    const factor = unitFactor(unit) ?? 1;
    if (bytes % factor === 0) return [unit, factor];
  }
  return ['bytes', 1];
}

/**
 * An amount of bytes with its unit in an attribute beside it: `size('memory', 'KiB')`. Read in bytes; written
 * in the unit it had, or in a smaller one if it is not whole in that; a new one always with its unit.
 *
 * @param path an element whose text is the amount (the unit is its `@unit`), or an attribute
 * @param defaultUnit what libvirt takes it for without a unit
 * @param unitPath where the unit stands if not beside the amount
 */
export function size(path: string, defaultUnit: string, unitPath?: string): Field<number | null> {
  const unit =
    unitPath ??
    (path.includes('@') ? path.replace(/@[^@]*$/, '@unit') : path === '.' ? '@unit' : `${path}/@unit`);
  return {
    kind: 'value',
    path,
    also: [unit],
    choices: undefined,
    read(node) {
      const amount = node.get(path)?.trim();
      if (amount === undefined || !/^[0-9]+$/.test(amount)) return null;
      const factor = unitFactor(node.get(unit) ?? defaultUnit);
      return factor === undefined ? null : Number(amount) * factor;
    },
    write(node, bytes) {
      if (bytes === null) {
        node.set(unit, null);
        node.set(path, null);
        return;
      }
      if (!Number.isSafeInteger(bytes) || bytes < 0)
        throw new XmlError('value', `${bytes} is not an amount of bytes`);
      const isNew = node.get(path) === null;
      const had = node.get(unit);
      const factor = unitFactor(had ?? defaultUnit);
      const fits = factor !== undefined && bytes % factor === 0;
      const [whole, wholeFactor] = fits ? [had ?? defaultUnit, factor] : wholeUnit(bytes);
      node.set(path, bytes / wholeFactor);
      if (isNew || !fits) node.set(unit, whole);
    },
  };
}
