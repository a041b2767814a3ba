import type { Change } from '../../../../model/index.ts';

/** "3 changes: 2 apply now, 1 at next boot". */
export function barWords(changes: readonly Change[], active: boolean): string {
  const count = changes.length;
  if (count === 0) return 'No changes';
  const all = count === 1 ? '1 change' : `${count} changes`;
  if (!active) return all;
  const of = (effect: Change['effect']) => changes.filter((change) => change.effect === effect).length;
  const parts = [
    [of('now'), of('now') === 1 ? 'applies now' : 'apply now'],
    [of('next-boot'), 'at next boot'],
    [of('power-off'), 'only while off'],
    [of('never'), 'cannot be made: nothing of the machine is saved'],
  ] as const;
  const words = parts.filter(([some]) => some > 0).map(([some, what]) => `${some} ${what}`);
  return `${all}: ${words.join(', ')}`;
}
