/** One of the values of a field. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Why it cannot be chosen here; null: it can. */
  readonly reason: string | null;
}

/**
 * Values in the order they are offered: those that the host can, then those it cannot, with the reason.
 * @param known all values that one may know of
 * @param offered those that the host can; null: nobody told, so all may be tried
 */
export function optionsFrom(
  known: readonly string[],
  offered: readonly string[] | null,
  words: Readonly<Record<string, string>> = {},
  reason = 'not offered by this host',
): Option[] {
  const all = offered === null ? known : [...offered, ...known.filter((value) => !offered.includes(value))];
  return all.map((value) => ({
    value,
    label: words[value] ?? value,
    reason: offered === null || offered.includes(value) ? null : reason,
  }));
}

/** The options with the one that is set, should nobody know it: it stays, and can be chosen again. */
export function withCurrent(options: readonly Option[], ...current: readonly (string | null)[]): Option[] {
  const missing = current.filter(
    (value): value is string => value !== null && value !== '' && !options.some((one) => one.value === value),
  );
  return [...options, ...[...new Set(missing)].map((value) => ({ value, label: value, reason: null }))];
}
