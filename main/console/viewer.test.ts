import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex, PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startViewer } from './viewer.ts';

const PLACE = {
  type: 'spice',
  title: 'vm',
  host: '',
  port: null,
  tlsPort: null,
  password: 'secret',
  authority: null,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-viewer-'));
  vi.stubEnv('PATH', `${folder}/bin:${process.env.PATH}`);
  mkdirSync(join(folder, 'bin'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A remote-viewer that does this. */
function program(script: string) {
  const path = join(folder, 'bin/remote-viewer');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

describe('remote-viewer', () => {
  it('is given a private file, of which nothing is left when it has ended', async () => {
    const runtime = join(folder, 'run');
    mkdirSync(runtime);
    program(`cp "$1" ${folder}/seen; stat -c %a "$1" > ${folder}/mode`);
    await startViewer(runtime, PLACE, async () => new PassThrough());
    expect(readFileSync(join(folder, 'seen'), 'utf8')).toMatch(/^unix-path=.*\/s$[\s\S]*^password=secret$/m);
    expect(readFileSync(join(folder, 'mode'), 'utf8')).toBe('600\n');
    expect(readdirSync(runtime)).toEqual([]);
  });

  it('leaves nothing behind that could not be started, and says what it said', async () => {
    const runtime = join(folder, 'run');
    mkdirSync(runtime);
    program('echo no display >&2; exit 3');
    await expect(startViewer(runtime, PLACE, null)).rejects.toThrow('ended at once: no display');
    expect(readdirSync(runtime)).toEqual([]);
  });

  it('keeps no connection open for a viewer that went away meanwhile', async () => {
    const runtime = join(folder, 'run');
    mkdirSync(runtime);
    program(`exec ${process.execPath} ${join(folder, 'come-and-go.cjs')} "$1"`);
    writeFileSync(
      join(folder, 'come-and-go.cjs'),
      `const path = /unix-path=(.*)/.exec(require('node:fs').readFileSync(process.argv[2], 'utf8'))[1];
       const socket = require('node:net').connect(path, () => socket.end());`,
    );
    const channel = new Duplex({ read() {}, write: (_bytes, _encoding, done) => done() });
    // Time for the end of the viewer's connection to arrive.
    const gone = startViewer(runtime, PLACE, () => gone.then(() => setTimeout(20, channel)));
    await gone;
    await vi.waitFor(() => expect(channel.destroyed).toBe(true));
  });

  it('leaves nothing behind that is no program', async () => {
    const runtime = join(folder, 'run');
    mkdirSync(runtime);
    program('');
    writeFileSync(join(folder, 'bin/remote-viewer'), '#!/nowhere\n');
    const opening = startViewer(runtime, PLACE, async () => new PassThrough());
    await expect(opening).rejects.toThrow('could not be started');
    expect(readdirSync(runtime)).toEqual([]);
  });
});
