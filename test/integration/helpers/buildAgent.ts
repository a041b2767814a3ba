import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, mergeConfig } from 'vite';
import agentBuild from '../../../build/vite/agent.ts';

const root = resolve(import.meta.dirname, '../../..');
const SOURCES = ['main/libvirt', 'build/vite'];
const OLD_MS = 30 * 60_000;

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );
}

let built: Promise<string> | null = null;

/**
 * Builds the agent process as the product does, into a folder of its own, so that tests run what was just
 * edited and no other build disturbs them.
 * @returns the path of agentMain.js
 */
export function buildAgent(): Promise<string> {
  built ??= run();
  return built;
}

async function run(): Promise<string> {
  const version = Math.max(...SOURCES.map((folder) => newest(join(root, folder))));
  const outDir = join(root, '.cache/test-agent', String(Math.floor(version)));
  const main = join(outDir, 'agentMain.js');
  if (!existsSync(main)) await publish(outDir);
  return main;
}

/** Several test runs may do this at a time: each builds aside, and the first to finish is taken. */
async function publish(outDir: string): Promise<void> {
  const aside = `${outDir}.${process.pid}`;
  await build(mergeConfig(agentBuild, { configFile: false, build: { outDir: aside } }));
  dropOld(join(outDir, '..'));
  try {
    renameSync(aside, outDir);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(outDir)) throw error;
  }
}

/** Builds of older sources; not those that another run may still be using. */
function dropOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > OLD_MS) rmSync(path, { recursive: true, force: true });
  }
}
