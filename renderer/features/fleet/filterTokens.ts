/** One part of a filter: `-state:running`, `cpu>=50`, or a bare word (empty key). */
export interface FilterToken {
  readonly negated: boolean;
  readonly key: string;
  readonly operator: string;
  readonly value: string;
}

const PART = /(-?)(?:([a-z]+)(:|>=|<=|>|<|=))?("([^"]*)"?|\S*)/giy;

/** Splits a filter into its parts. Every text gives some tokens; an open quote runs to the end. */
export function tokenize(text: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    PART.lastIndex = at;
    const match = PART.exec(text);
    const whole = match?.[0] ?? '';
    if (!match || whole === '') break;
    at += whole.length;
    const key = (match[2] ?? '').toLowerCase();
    const value = match[5] ?? match[4] ?? '';
    // "state:" is what one has on the way to "state:running"; until then it says nothing.
    if (value === '') continue;
    tokens.push({ negated: match[1] === '-', key, operator: match[3] ?? '', value });
  }
  return tokens;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  '%': 1,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  t: 1024 ** 4,
};

/**
 * "50", "50%", "1.5g", "512MiB": a number, in bytes where it has a unit; null when it is not one.
 * Without a unit it is multiplied by `bare` (memory is thought of in MiB).
 */
export function parseQuantity(text: string, bare = 1): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(%|[kmgt])?(i?b)?(?:\/s)?$/i.exec(text);
  if (!match) return null;
  const unit = (match[2] ?? '').toLowerCase();
  if (unit === '' && match[3] === undefined) return Number(match[1]) * bare;
  const factor = UNITS[unit];
  return factor === undefined ? null : Number(match[1]) * factor;
}
