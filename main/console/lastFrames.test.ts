import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LastFrames } from './lastFrames.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-frames-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const uuid = 'c7a5fdbd-edaf-9455-926a-d65c16db1809';
const picture = (text: string) => `data:image/jpeg;base64,${Buffer.from(text).toString('base64')}`;
const file = (name: string) => join(folder, 'last-frames', name);

describe('LastFrames', () => {
  it('gives back the last picture of a display, also in the next run', async () => {
    const frames = new LastFrames(folder);
    expect(await frames.read(uuid, '0')).toBeNull();
    await Promise.all([frames.keep(uuid, '0', picture('one')), frames.keep(uuid, '0', picture('two'))]);
    const next = new LastFrames(folder);
    expect((await next.read(uuid.toUpperCase(), '0'))?.picture).toBe(picture('two'));
    expect(await next.read(uuid, '1')).toBeNull();
    expect(await next.read('00000000-0000-0000-0000-000000000000', null)).toBeNull();
  });

  it('knows the newest of a machine with several displays', async () => {
    const frames = new LastFrames(folder);
    await frames.keep(uuid, '0', picture('old'));
    await frames.keep(uuid, '1', picture('new'));
    utimesSync(file(`${uuid}-0.jpg`), 1000, 1000);
    expect((await frames.read(uuid, null))?.picture).toBe(picture('new'));
    expect(await frames.read(uuid, '0')).toEqual({ picture: picture('old'), time: 1_000_000 });
  });

  it('lets nobody else read them, and keeps no more than there is use for', async () => {
    const frames = new LastFrames(folder);
    for (let n = 0; n < 203; n++) await frames.keep(uuid, String(n), picture(String(n)));
    expect(readdirSync(file('.'))).toHaveLength(200);
    expect(statSync(file('.')).mode & 0o777).toBe(0o700);
    expect(statSync(file(`${uuid}-202.jpg`)).mode & 0o777).toBe(0o600);
    expect((await frames.read(uuid, null))?.picture).toBe(picture('202'));
  });

  it('forgets a machine that was deleted, unless there is one all the same', async () => {
    const frames = new LastFrames(folder);
    const other = 'c7a5fdbd-edaf-9455-926a-d65c16db1810';
    await Promise.all([uuid, other].map((one) => frames.keep(one, '0', picture('one'))));
    vi.useFakeTimers();
    frames.forgetUnless(uuid.toUpperCase(), () => true);
    frames.forgetUnless(other, () => false);
    // A window that showed it until now still tells.
    const late = frames.keep(other, '1', picture('late'));
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await late;
    expect(await frames.read(other, null)).toBeNull();
    expect(await frames.read(uuid, '0')).not.toBeNull();
    expect(readdirSync(file('.'))).toEqual([`${uuid}-0.jpg`]);
  });

  it('writes nothing under strange names, nor what is no picture', async () => {
    const frames = new LastFrames(folder);
    await frames.keep('../x', '0', picture('x'));
    await frames.keep(uuid, '../../x', picture('x'));
    await frames.keep(uuid, '0', 'data:text/html,x');
    expect(readdirSync(folder)).toEqual([]);
  });
});
