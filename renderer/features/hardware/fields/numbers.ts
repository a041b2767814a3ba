/** Units of amounts of memory and storage, in bytes. */
export const BINARY_UNITS: Readonly<Record<string, number>> = {
  bytes: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
};

/** The largest unit in which an amount is whole; MiB where there is none. */
export function unitFor(bytes: number | null): string {
  if (bytes === null || bytes === 0) return 'MiB';
  const whole = Object.entries(BINARY_UNITS).filter(([, factor]) => bytes % factor === 0);
  return whole.at(-1)?.[0] ?? 'bytes';
}

export interface Limits {
  readonly min: number;
  readonly max?: number | undefined;
  readonly optional: boolean;
}

/** What is wrong with a text that should be a whole number; null: nothing. */
export function numberProblem(text: string, { min, max, optional }: Limits): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return optional ? null : 'A number is needed.';
  const number = Number(trimmed);
  if (!/^-?[0-9]+$/.test(trimmed) || !Number.isSafeInteger(number)) return 'This is not a whole number.';
  if (number < min) return `The least is ${min}.`;
  if (max !== undefined && number > max) return `The most is ${max}.`;
  return null;
}

/**
 * An amount in a unit as bytes; null for an empty text; a text that says what is wrong with it.
 * @param limits `min` and `max` in bytes; `scale`: it has to be a multiple of so many bytes
 */
export function parseAmount(
  text: string,
  unit: string,
  limits: Limits & { readonly scale: number },
): number | null | string {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return limits.optional ? null : 'An amount is needed.';
  if (!/^[0-9]+(?:\.[0-9]+)?$/.test(trimmed)) return 'This is not an amount.';
  const bytes = Math.round((Number(trimmed) * (BINARY_UNITS[unit] ?? 1)) / limits.scale) * limits.scale;
  if (!Number.isSafeInteger(bytes)) return 'This is too much.';
  if (bytes < limits.min) return `The least is ${inWords(limits.min)}.`;
  if (limits.max !== undefined && bytes > limits.max) return `The most is ${inWords(limits.max)}.`;
  return bytes;
}

/** A text that was typed, and the amount that it is. */
export interface TypedAmount {
  readonly text: string;
  readonly unit: string;
  readonly bytes: number | null;
}

/** An amount in a unit as a text: as it was typed, for as long as it is that. "1.0" is on the way to "1.05". */
export function amountText(bytes: number | null, unit: string, own: TypedAmount | null): string {
  if (own !== null && own.bytes === bytes && own.unit === unit) return own.text;
  return bytes === null ? '' : String(bytes / (BINARY_UNITS[unit] ?? 1));
}

function inWords(bytes: number): string {
  const unit = unitFor(bytes);
  return `${bytes / (BINARY_UNITS[unit] ?? 1)} ${unit}`;
}
