import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildParts, root } from '../fixtures/built.ts';

describe('the package', () => {
  it('has the fuses that the design names', async () => {
    const config = await getConfig(root, null, null);
    await validateConfiguration(config, new DebugLogger(false));
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
    });
    expect(config.asar).toBe(true);
  });
});

describe('the built files', () => {
  beforeAll(() => {
    buildParts('main', 'agent', 'preload');
  }, 60_000);
  const read = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');
  const packagesOf = (code: string) =>
    [...code.matchAll(/(?:from|import|require\()\s*["']([^"'.][^"']*)["']/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !name.startsWith('node:'));

  it('of the preload script are one CommonJS file that requires nothing but electron', () => {
    expect(packagesOf(read('preload/preload.cjs'))).toEqual(['electron']);
    expect(read('preload/preload.cjs')).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer\s*[,)}]/);
  });

  it('of the web host do not know Electron', () => {
    expect(packagesOf(read('main/web.js'))).not.toContain('electron');
    expect(packagesOf(read('main/electron.js'))).toContain('electron');
  });

  it('of the agent need only what lies beside the archive', () => {
    const unpacked = ['koffi', 'keytar'];
    for (const entry of ['agentMain', 'callWorker', 'eventWorker', 'jobWorker', 'osinfoMain']) {
      expect(packagesOf(read(`agent/${entry}.js`)).filter((name) => !unpacked.includes(name))).toEqual([]);
    }
  });
});
