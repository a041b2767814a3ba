import { readFile } from 'node:fs/promises';
import { type Family, familyOf, idsOf } from './systems.ts';

/** The family of this machine's system. */
export async function localFamily(): Promise<Family | null> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return familyOf(idsOf(text));
}
