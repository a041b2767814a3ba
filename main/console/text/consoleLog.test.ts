import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConsoleLog } from './consoleLog.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (name: string, plain = false, changed = () => {}) =>
  ConsoleLog.start({ folder: join(folder, 'logs'), name, chosen: null, plain }, changed);

describe('ConsoleLog', () => {
  it('writes everything in order to a file of the user’s own', async () => {
    const log = await start('web 1');
    const scratch = Buffer.alloc(1000);
    for (let i = 0; i < 100; i++) log.write(scratch.fill(48 + (i % 10)));
    await log.stop();
    const { path, bytes } = log.state;
    expect(path).toBe(join(folder, 'logs/web 1.log'));
    expect(bytes).toBe(100_000);
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(Array.from({ length: 100 }, (_, i) => String(i % 10).repeat(1000)).join(''));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700);
    log.write(Buffer.from('late'));
    expect(readFileSync(path, 'utf8')).toHaveLength(100_000);
  });

  it('writes to the file that was chosen, in place of what it held', async () => {
    const chosen = join(folder, 'mine.txt');
    writeFileSync(chosen, 'an older, longer text');
    const log = await ConsoleLog.start({ folder, name: '../x', chosen, plain: false }, () => {});
    log.write(Buffer.from('new'));
    await log.stop();
    expect([log.state.path, readFileSync(chosen, 'utf8')]).toEqual([chosen, 'new']);
    const nowhere = { folder, name: 'x', chosen: join(folder, 'none/x.log'), plain: false };
    await expect(ConsoleLog.start(nowhere, () => {})).rejects.toThrow(/none\/x.log cannot be written/);
  });

  it('leaves control sequences out when asked', async () => {
    const log = await start('plain.txt', true);
    log.write(Buffer.from('\x1b[1'));
    log.write(Buffer.from('mbold\x1b[0m\r\n'));
    await log.stop();
    expect(readFileSync(log.state.path, 'utf8')).toBe('bold\n');
  });

  it.each(['', ' ', '../x', 'a/b', '.hidden', 'a\nb', 'x'.repeat(300)])(
    'refuses %j as a name',
    async (name) => {
      await expect(start(name)).rejects.toThrow(/no name for a file/);
    },
  );

  it('neither overwrites a file nor follows a link', async () => {
    await (await start('one')).stop();
    await expect(start('one')).rejects.toThrow(/already/);
    writeFileSync(join(folder, 'victim'), 'precious');
    symlinkSync(join(folder, 'victim'), join(folder, 'logs/two.log'));
    await expect(start('two')).rejects.toThrow(/already/);
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious');
  });

  it('ends and says so when the disk is full, and holds nobody back then', async () => {
    const changed = vi.fn();
    const log = await ConsoleLog.start(
      { folder: join(folder, 'logs'), name: 'x', chosen: null, plain: false },
      changed,
    );
    // A file that takes nothing more.
    const handle = await open('/dev/null');
    const full = vi.spyOn(Object.getPrototypeOf(handle), 'writeFile');
    await handle.close();
    full.mockRejectedValueOnce(
      Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
    );
    log.write(Buffer.alloc(2 * 1024 * 1024));
    expect(log.congested).toBe(true);
    await log.drained();
    expect(log.state.ended).toBe('It could not be written: no space left on device');
    expect(log.running).toBe(false);
    await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 3000 });
    full.mockRestore();
    await log.stop();
  });
});
