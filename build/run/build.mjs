#!/usr/bin/env node
// Builds dist/: `node build/run/build.mjs [--if-stale] [main] [agent] [askpass] [preload] [renderer]`.
// Every target is built beside its place and moved in at the end, so that a running or failing build
// never leaves half a target, and two builds at once do not harm each other.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { isStale, markFresh, signatures, targets } from './stale.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds one target with its configuration in build/vite. */
async function buildTarget(name) {
  const { build, loadConfigFromFile } = await import('vite');
  const file = join(root, 'build/vite', `${name}.ts`);
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, file, root, 'warn');
  if (!loaded) throw new Error(`${file} cannot be read`);
  const temporary = join(root, 'dist', `.${name}-${process.pid}`);
  try {
    await build({
      ...loaded.config,
      mode: 'production',
      build: { ...loaded.config.build, outDir: temporary, emptyOutDir: true },
    });
    await moveIn(temporary, join(root, 'dist', name));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Puts a finished folder in the place of the old one. */
async function moveIn(from, to) {
  const old = `${to}.old-${process.pid}`;
  for (let attempt = 0; ; attempt++) {
    if (existsSync(to)) await rename(to, old).catch(() => {});
    try {
      await rename(from, to);
      break;
    } catch (error) {
      // Another build moved its own in between the two steps.
      if (attempt === 5) throw error;
    }
  }
  await rm(old, { recursive: true, force: true });
}

/** Builds the named targets; returns those that were built. */
export async function buildTargets(names, { ifStale = false } = {}) {
  const before = await signatures(root, names);
  const chosen = ifStale ? await isStale(root, before) : names;
  if (chosen.length === 0) return [];
  await mkdir(join(root, 'dist'), { recursive: true });
  // Before building: a file saved meanwhile makes the target stale again.
  await Promise.all(chosen.map((name) => before.get(name).contents()));
  const results = await Promise.allSettled(chosen.map(buildTarget));
  const built = chosen.filter((_, i) => results[i].status === 'fulfilled');
  await markFresh(root, before, built);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const named = args.filter((arg) => !arg.startsWith('--'));
  const unknown = named.find((name) => !(name in targets));
  if (unknown) {
    console.error(`build: there is no target "${unknown}"; there are ${Object.keys(targets).join(', ')}`);
    process.exit(2);
  }
  const start = performance.now();
  try {
    const names = named.length > 0 ? named : Object.keys(targets);
    const built = await buildTargets(names, { ifStale: args.includes('--if-stale') });
    if (built.length > 0) {
      console.error(`built ${built.join(', ')} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    console.error(process.stderr.isTTY ? text : stripVTControlCharacters(text));
    process.exit(1);
  }
}
