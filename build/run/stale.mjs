// Tells which targets of dist/ are older than their sources. Names, sizes and times are looked at first
// (a few milliseconds); contents only where those differ, as after a checkout of the same commit.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const shared = ['contract', 'model', 'build/vite', 'package-lock.json'];

/** Target -> what it is built from. */
export const targets = {
  main: ['main', ...shared],
  agent: ['main/libvirt', 'main/provision/osinfo', ...shared],
  askpass: [
    'main/remote/askpassMain.ts',
    'main/remote/askpassHelper.ts',
    'main/remote/askpassProtocol.ts',
    'build/vite',
  ],
  preload: ['preload', ...shared],
  renderer: ['renderer', 'assets', ...shared],
};

/** Every source file under a path, relative to the root, tests left out. */
async function filesUnder(root, path) {
  const full = join(root, path);
  const info = await stat(full).catch(() => null);
  if (!info) return [];
  if (info.isFile()) return [path];
  const entries = await readdir(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(root.length)
        .replace(/^\//, ''),
    );
}

const digest = (lines) => createHash('sha256').update(lines.join('\n')).digest('hex');

async function signatureOf(root, name) {
  const lists = await Promise.all(targets[name].map((path) => filesUnder(root, path)));
  const files = [...new Set(lists.flat())].sort();
  const quick = await Promise.all(
    files.map(async (file) => {
      const info = await stat(join(root, file)).catch(() => null);
      return `${file} ${info?.size} ${info?.mtimeMs}`;
    }),
  );
  const read = async () =>
    digest(
      await Promise.all(
        files.map(async (file) => `${file} ${digest([await readFile(join(root, file), 'latin1')])}`),
      ),
    );
  let known;
  const contents = () => {
    known ??= read();
    return known;
  };
  return { quick: digest(quick), contents };
}

/** What the sources of these targets look like now. */
export async function signatures(root, names) {
  const list = await Promise.all(names.map(async (name) => [name, await signatureOf(root, name)]));
  return new Map(list);
}

const stampFile = (root, name) => join(root, 'dist', `.${name}.stamp.json`);

async function readStamp(root, name) {
  try {
    return JSON.parse(await readFile(stampFile(root, name), 'utf8'));
  } catch {
    return null;
  }
}

async function writeStamp(root, name, stamp) {
  await mkdir(join(root, 'dist'), { recursive: true });
  const temporary = `${stampFile(root, name)}.${process.pid}`;
  await writeFile(temporary, JSON.stringify(stamp));
  await rename(temporary, stampFile(root, name));
}

/** The targets whose sources differ from what they were built from, or that are not there. */
export async function isStale(root, current) {
  const stale = [];
  for (const [name, signature] of current) {
    const stamp = existsSync(join(root, 'dist', name)) ? await readStamp(root, name) : null;
    if (stamp?.quick === signature.quick) continue;
    const contents = stamp && (await signature.contents());
    if (stamp && stamp.contents === contents) {
      await writeStamp(root, name, { quick: signature.quick, contents });
    } else {
      stale.push(name);
    }
  }
  return stale;
}

/** Remembers that these targets were built from these sources. */
export async function markFresh(root, current, names) {
  for (const name of names) {
    const signature = current.get(name);
    await writeStamp(root, name, { quick: signature.quick, contents: await signature.contents() });
  }
}
