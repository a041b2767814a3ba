import type { OsEntry } from '../../../../contract/index.ts';

/** Those that fit what is typed: every word has to be in a name. The wanted are many at most. */
export function findSystems(
  systems: readonly OsEntry[],
  typed: string,
  { unsupported, limit }: { unsupported: boolean; limit: number },
): { found: readonly OsEntry[]; hidden: number; more: boolean } {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = systems.filter((system) => {
    const text = [system.name, system.shortId, system.codename, system.vendor, ...system.aliases]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const shown = unsupported ? fitting : fitting.filter(({ supported }) => supported);
  return {
    found: shown.slice(0, limit),
    hidden: fitting.length - shown.length,
    more: shown.length > limit,
  };
}
