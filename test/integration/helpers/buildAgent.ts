import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, mergeConfig } from 'vite';
import agentBuild from '../../../build/vite/agent.ts';

const root = resolve(import.meta.dirname, '../../..');
const SOURCES = ['main/libvirt', 'build/vite'];

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
  const outDir = join(root, '.cache/test-agent');
  const main = join(outDir, 'agentMain.js');
  const wanted = Math.max(...SOURCES.map((folder) => newest(join(root, folder))));
  const have = statSync(main, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (have < wanted) {
    rmSync(outDir, { recursive: true, force: true });
    mkdirSync(outDir, { recursive: true });
    await build(mergeConfig(agentBuild, { configFile: false, build: { outDir } }));
  }
  return main;
}
