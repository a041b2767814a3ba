/**
 * The commands that hold every word of the query, the likeliest first: those that begin with it,
 * then those where a word begins with it, then the rest; shorter before longer.
 */
export function searchCommands<T extends { label: string; detail: string }>(
  commands: Iterable<T>,
  query: string,
  limit: number,
): T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: { command: T; rank: number }[] = [];
  for (const command of commands) {
    const rank = rankOf(command, words);
    if (rank !== null) found.push({ command, rank });
    // Without a query the order is that of the list, and thousands need not be looked at.
    if (words.length === 0 && found.length >= limit) break;
  }
  found.sort((a, b) => a.rank - b.rank);
  return found.slice(0, limit).map(({ command }) => command);
}

function rankOf(command: { label: string; detail: string }, words: readonly string[]): number | null {
  const label = command.label.toLowerCase();
  const all = `${label} ${command.detail.toLowerCase()}`;
  // Among names that begin with what was typed the shortest is meant; else the order of the list holds.
  let rank = words[0] !== undefined && label.startsWith(words[0]) ? label.length / 1000 : 0.5;
  for (const [index, word] of words.entries()) {
    const at = all.indexOf(word);
    if (at === -1) return null;
    if (at === 0 && index === 0) continue;
    rank += at < label.length && (at === 0 || all[at - 1] === ' ') ? 1 : 2;
  }
  return rank;
}
