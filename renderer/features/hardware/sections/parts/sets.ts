/** Lists of numbers as libvirt writes them: `0-3,^2,8` (https://libvirt.org/formatdomain.html#cpu-allocation). */

/** The numbers of a list, in order; null: it is none. */
export function readSet(text: string): number[] | null {
  const found = new Set<number>();
  for (const part of text.trim().split(',')) {
    const match = /^(\^)?(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim());
    if (!match) return null;
    const first = Number(match[2]);
    const last = match[3] === undefined ? first : Number(match[3]);
    if (last < first) return null;
    for (let number = first; number <= last; number += 1) {
      if (match[1]) found.delete(number);
      else found.add(number);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Numbers as a list: 0, 1, 2, 5 is `0-2,5`. */
export function writeSet(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/**
 * What is wrong with a list; null: nothing.
 * @param count how many there are; null: not known
 * @param what "The host has 4 processors"
 */
export function setProblem(text: string, count: number | null = null, what = ''): string | null {
  const numbers = readSet(text);
  if (numbers === null) return 'A list like 0-3,^2,8.';
  const [last] = numbers.slice(-1);
  if (last === undefined) return 'The list is empty.';
  return count !== null && last >= count ? `${what}: the last is ${count - 1}.` : null;
}
