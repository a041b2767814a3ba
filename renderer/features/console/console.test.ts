import { deflateSync } from 'node:zlib';
import { notificationsStore } from '@mantine/notifications';
import { describe, expect, it } from 'vitest';
import { excerptOf, readPolicy, receiveClipboard } from './clipboard.tsx';
import { clipboardRefusal } from './clipboardLimit.ts';
import { combinationOf, readCombinations, readKey } from './ownKeys.ts';
import { levelsOf, readQuality } from './quality.ts';

describe('quality', () => {
  it('follows the length of the way, unless one has chosen', () => {
    expect(levelsOf('auto', 1)).toEqual(levelsOf('best', 0));
    expect(levelsOf('auto', 50)).toEqual(levelsOf('balanced', 0));
    expect(levelsOf('auto', 300)).toEqual(levelsOf('low', 0));
    expect(levelsOf('low', 1)).toEqual(levelsOf('low', 300));
    expect([readQuality('x'), readQuality('best')]).toEqual(['auto', 'best']);
  });
});

describe('the clipboard', () => {
  it('is off unless somebody has chosen', () => {
    expect([undefined, 'ask', 'on', 'yes', {}].map(readPolicy)).toEqual(['off', 'ask', 'on', 'off', 'off']);
  });

  it('is shown in one line', () => {
    expect(excerptOf(' a\n\tb ')).toBe('a b');
    expect(excerptOf('x'.repeat(500))).toHaveLength(121);
  });

  it('of a guest that copies without an end is one notice for each machine', () => {
    for (let i = 0; i < 50; i++) {
      receiveClipboard('ask', 'web1', i % 2 === 0 ? null : `text ${String(i)}`);
      receiveClipboard('ask', 'web2', 'hello');
    }
    const { notifications, queue } = notificationsStore.getState();
    expect([...notifications, ...queue].map(({ title }) => title)).toEqual([
      'web1 has copied text',
      'web2 has copied text',
    ]);
  });
});

describe('what a guest can be given', () => {
  it('is measured in bytes', () => {
    const most = 'ä'.repeat(510 * 1024);
    expect(clipboardRefusal(most)).toBeNull();
    expect(clipboardRefusal(`${most}.`)).toMatch(/too long.*1,021 KiB, at most 1,020/);
    expect(clipboardRefusal('')).toBe('There is no text.');
  });
});

describe('own key combinations', () => {
  it('are recorded in their order, by their places on the keyboard', () => {
    const pressed = [
      { code: 'ControlLeft', key: 'Control' },
      { code: 'ShiftLeft', key: 'Shift' },
      { code: 'KeyZ', key: 'Y' },
    ].map((key) => readKey(key)!);
    expect(combinationOf(pressed)).toEqual({
      label: 'Ctrl+Shift+Y',
      keys: [
        { keysym: 0xffe3, code: 'ControlLeft' },
        { keysym: 0xffe1, code: 'ShiftLeft' },
        { keysym: 0x79, code: 'KeyZ' },
      ],
    });
    expect(readKey({ code: 'F13', key: 'F13' })?.keysym).toBe(0xffca);
    expect(readKey({ code: '', key: 'Unidentified' })).toBeNull();
    expect(readKey({ code: 'BrowserBack', key: 'BrowserBack' })).toBeNull();
  });

  it('are read back, without what is none', () => {
    const good = { label: 'A', keys: [{ keysym: 1, code: 'KeyA' }] };
    expect(readCombinations([good, null, 'x', { label: 'B', keys: [] }, { label: 'C', keys: [{}] }])).toEqual(
      [good],
    );
    expect(readCombinations({})).toEqual([]);
  });
});

describe('inflateUpTo', () => {
  it('unpacks what fits, whether the stream is ended or not', async () => {
    const { inflateUpTo } = await import('./inflate.ts');
    const text = Buffer.from('grüße'.repeat(100));
    const whole = deflateSync(text);
    expect(Buffer.from((await inflateUpTo(new Uint8Array(whole), 10_000))!)).toEqual(text);
    // As QEMU sends it: without the end.
    expect((await inflateUpTo(new Uint8Array(whole.subarray(0, -4)), 10_000))!.length).toBeGreaterThan(0);
    expect(await inflateUpTo(new Uint8Array(deflateSync(Buffer.alloc(50_000_000))), 1_000_000)).toBeNull();
    expect(await inflateUpTo(new Uint8Array([1, 2, 3]), 100)).toEqual(new Uint8Array());
  });
});
