/**
 * What stands in a table under a key that a document or a host has chosen. What every object inherits (`constructor`)
 * does not.
 */
export function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
