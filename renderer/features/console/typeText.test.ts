import { describe, expect, it } from 'vitest';
import { GUEST_LAYOUTS, GuestLayout, likelyLayout } from './guestLayout.ts';
import { keyPace } from './keyPace.ts';
import { KEY_ROWS, LAYOUT_TABLES } from './layoutTables.ts';
import { codesIn, typeText, untypable } from './typeText.ts';

const noPause = () => Promise.resolve();
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

async function keysFor(text: string, layout = 'us'): Promise<string[]> {
  const keys: string[] = [];
  await typeText(text, {
    layout: new GuestLayout(layout),
    send: (_, code, down) => keys.push(`${down ? '+' : '-'}${code}`),
    pause: noPause,
    stopped: () => false,
  });
  return keys;
}

describe('typeText', () => {
  it('types with Shift where the key needs it', async () => {
    expect(await keysFor('aBC\r\n')).toEqual([
      '+KeyA',
      '-KeyA',
      '+ShiftLeft',
      '+KeyB',
      '-KeyB',
      '+KeyC',
      '-KeyC',
      '-ShiftLeft',
      '+Enter',
      '-Enter',
    ]);
  });

  it('finds keys where the layout has them', async () => {
    expect(await keysFor('z', 'de')).toEqual(['+KeyY', '-KeyY']);
    expect(await keysFor('@', 'de')).toEqual(['+AltRight', '+KeyQ', '-KeyQ', '-AltRight']);
    expect(await keysFor('é', 'de')).toEqual(['+Equal', '-Equal', '+KeyE', '-KeyE']);
    expect(await keysFor('^', 'de')).toEqual(['+Backquote', '-Backquote', '+Space', '-Space']);
    expect(await keysFor('1', 'fr')).toEqual(['+ShiftLeft', '+Digit1', '-Digit1', '-ShiftLeft']);
    expect(await keysFor('{', 'it')).toContain('+AltRight');
  });

  it('stops between keys, leaving none pressed', async () => {
    const down = new Set<string>();
    let typed = 0;
    await typeText('ABCDEF', {
      layout: new GuestLayout('us'),
      send: (_, code, pressed) => {
        if (pressed) down.add(code);
        else down.delete(code);
      },
      pause: noPause,
      stopped: () => typed >= 2,
      progress: (count) => {
        typed = count;
      },
    });
    expect(down.size).toBe(0);
    expect(typed).toBe(2);
  });
});

describe('the pace', () => {
  const de = new GuestLayout('de');

  it('goes by what the keyboard has to send', () => {
    // Shift, A, B; letting Shift go with c; AltGr and its prefix for @, and letting it go.
    expect(codesIn('ABc@', de)).toBe(1 + 2 + 2 + 1 + 2 + 2 + 2 + 2);
    expect(codesIn('', de)).toBe(0);
  });

  it('asks for as long as the codes of each key take', async () => {
    const waited: number[] = [];
    await typeText('a@', {
      layout: de,
      send: () => {},
      pause: async (codes) => void waited.push(codes),
      stopped: () => false,
    });
    expect(waited).toEqual([2, 4, 2]);
  });

  it('never overtakes what the hypervisor hands on, and is slower where the keyboard holds less', () => {
    expect(keyPace('ps2', false)).toBe(20);
    expect(keyPace('usb', false)).toBe(20);
    expect(keyPace('virtio', false)).toBe(15);
    for (const keyboard of ['ps2', 'usb', 'virtio'] as const)
      expect(keyPace(keyboard, true)).toBeGreaterThan(2 * keyPace(keyboard, false));
  });
});

describe('layouts', () => {
  it.each(GUEST_LAYOUTS.map(({ value }) => value))(
    '%s types all of ASCII, with each key once a level',
    (name) => {
      const missing = untypable(ASCII, new GuestLayout(name));
      expect(missing).toEqual([]);
      const table = LAYOUT_TABLES[name]!;
      for (const level of [table.plain, table.shift])
        expect(level.map((row) => [...row].length)).toEqual(KEY_ROWS.map((row) => row.length));
    },
  );

  it('say what they cannot type', () => {
    expect(untypable('größe 😀', new GuestLayout('us'))).toEqual(['ö', 'ß', '😀']);
    expect(untypable('größe ÄÖÜäöüß€', new GuestLayout('de'))).toEqual([]);
  });

  it('are guessed from the languages of the user', () => {
    expect(likelyLayout(['de-DE', 'en'])).toBe('de');
    expect(likelyLayout(['en-GB'])).toBe('gb');
    expect(likelyLayout(['zh-CN'])).toBe('us');
    expect(likelyLayout([])).toBe('us');
  });
});
