import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { PublicKey } from '../../contract/index.ts';

/** A line of authorized_keys: the kind, the key in base64, and maybe a comment. */
const LINE = /^(?:ssh-|ecdsa-|sk-)[\w.@-]+ [A-Za-z0-9+/=]+(?: .*)?$/;
/** A public key of 16384 bits in base64 stays below. */
const LARGEST = 16_384;

/** The user's own public keys (`~/.ssh/*.pub`). What cannot be read, or is none, is left out. */
export async function ownPublicKeys(folder = join(homedir(), '.ssh')): Promise<PublicKey[]> {
  const names = await readdir(folder).catch(() => []);
  const keys = await Promise.all(
    names
      .filter((name) => name.endsWith('.pub') && !name.endsWith('-cert.pub'))
      .sort()
      .slice(0, 50)
      .map(async (file) => ({ file, key: await readKey(join(folder, file)) })),
  );
  return keys.flatMap(({ file, key }) => (key === null ? [] : [{ file, key }]));
}

async function readKey(path: string): Promise<string | null> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    return text.length <= LARGEST && LINE.test(text) ? text : null;
  } catch {
    return null;
  }
}
