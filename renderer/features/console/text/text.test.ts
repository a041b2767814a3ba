import { Terminal } from '@xterm/xterm';
import { describe, expect, it } from 'vitest';
import { beginAfresh } from './afresh.ts';
import { GuestBytes } from './guestBytes.ts';
import { limitGuest } from './guestLimits.ts';
import { intake } from './intake.ts';
import { needsLook, previewOf, readPasted, withoutControls } from './pasted.ts';
import { fileName, readScrollback, scrollbackFor, textOf } from './scrollback.ts';

function terminal() {
  const term = new Terminal({ allowProposedApi: true, cols: 80, rows: 24, scrollback: 1000 });
  limitGuest(term);
  const answers: string[] = [];
  const titles: string[] = [];
  term.onData((data) => answers.push(data));
  term.onTitleChange((title) => titles.push(title));
  const print = (data: string | Uint8Array) => new Promise<void>((resolve) => term.write(data, resolve));
  return { term, answers, titles, print };
}

/** As it is when all of it is taken in. */
async function afresh(term: Terminal): Promise<void> {
  beginAfresh(term);
  // It is written in three steps, one after another.
  for (let step = 0; step < 3; step++) await new Promise<void>((resolve) => term.write('', resolve));
}

describe('a hostile guest', () => {
  it.each([
    ['titles', '\x1b]0;evil\x07\x1b]2;evil\x1b\\\x1b]1;evil\x07\x1b[22t\x1b[23t'],
    ['the clipboard', '\x1b]52;c;ZXZpbA==\x07\x1b]52;c;?\x07'],
    ['windows and their reports', '\x1b[8;9;9t\x1b[3;0;0t\x1b[21t\x1b[20t\x1b[18t\x1b[14t\x1b[16t\x1b[19t'],
    ['settings', '\x1bP$qm\x1b\\\x1bP$q"p\x1b\\\x1bP$qevil\r\x1b\\\x1bP+q544e\x1b\\'],
    ['modes', '\x1b[?2004$p\x1b[4$p'],
    ['names and versions', '\x05\x1b[>c\x1b[=c\x1b[>q\x1b[x'],
    ['colours', '\x1b]4;1;?\x07\x1b]10;?\x07\x1b]11;?\x1b\\\x1b]12;?\x07\x1b]4;0;#ffffff\x07'],
    [
      'printers, keys and files',
      '\x1b[5i\x1b[?26n\x1bP1|17/61\x1b\\\x1b]1337;File=:QQ==\x07\x1b]9;4;1;5\x07',
    ],
  ])('gets no answer and no effect from %s', async (_what, bytes) => {
    const { term, answers, titles, print } = terminal();
    await print(bytes);
    await print('after');
    expect(answers).toEqual([]);
    expect(titles).toEqual([]);
    expect([term.cols, term.rows]).toEqual([80, 24]);
    expect(textOf(term)).toBe('after\n');
  });

  it('is told where the cursor is, but not more often than programs ask', async () => {
    const { answers, print } = terminal();
    await print('\x1b[6n\x1b[c');
    expect(answers).toEqual(['\x1b[1;1R', '\x1b[?1;2c']);
    await print('\x1b[6n'.repeat(100_000));
    expect(answers.length).toBeLessThan(100);
  });

  it.each(['S', 'T', 'L', 'M', '@', 'P', 'X', 'I', 'Z', 'b', ' @', ' A', "'}", "'~"])(
    'cannot keep the window busy with a huge count (CSI n %s)',
    { retry: 3 },
    async (final) => {
      const { print } = terminal();
      const started = performance.now();
      await print(`x\x1b[2147483647${final}`.repeat(20));
      expect(performance.now() - started).toBeLessThan(1500);
    },
  );

  it('scrolls as ordinary programs want it', async () => {
    const { term, print } = terminal();
    await print('one\r\ntwo\r\nthree\x1b[1;1H\x1b[1M\x1b[2;1Hx\x1b[3b');
    expect(textOf(term)).toBe('two\nxxxxe\n');
  });

  it('cannot erase the scrollback, by whatever name', async () => {
    const { term, print } = terminal();
    await print(`panic\r\n${'line\r\n'.repeat(50)}`);
    await print('\x1b[3J\x1b[2J\x1b[H');
    expect(textOf(term)).toContain('panic');
  });
});

describe('GuestBytes', () => {
  const through = async (...chunks: string[]) => {
    const { term, print } = terminal();
    const bytes = new GuestBytes(() => term.rows);
    for (const chunk of chunks) {
      for (const piece of bytes.transform(new TextEncoder().encode(chunk))) await print(piece);
    }
    await print(bytes.end());
    return term;
  };

  it('moves the screen into the scrollback where firmware resets the terminal', async () => {
    for (const chunks of [
      ['panic\r\n\x1bcBIOS'],
      ['panic\r\n\x1b', 'cBIOS'],
      ['\x1b[?1049hgone\x1b[?1049lpanic\x1bc', 'BIOS'],
    ]) {
      const term = await through(...chunks);
      expect(textOf(term)).toMatch(/^panic[\s\S]*BIOS\n$/);
      // At the top of an empty screen, as after a reset.
      const { active } = term.buffer;
      expect(active.getLine(active.baseY)?.translateToString(true)).toBe('BIOS');
    }
  });

  it('leaves everything else as it came, however it is cut', async () => {
    const text = 'grüße \x1b[31mrot\x1b[0m 😀 \x1b(B\x1b7\x1b8 ende\x1b';
    const whole = new TextEncoder().encode(text);
    for (let cut = 0; cut <= whole.byteLength; cut++) {
      const bytes = new GuestBytes(() => 24);
      const out = [
        ...bytes.transform(whole.subarray(0, cut)),
        ...bytes.transform(whole.subarray(cut)),
        bytes.end(),
      ];
      expect(Buffer.concat(out).toString()).toBe(text);
    }
  });

  it('decodes letters that come in parts', async () => {
    const { term, print } = terminal();
    for (const byte of new TextEncoder().encode('Grüße 😀 日本')) await print(Uint8Array.of(byte));
    expect(textOf(term)).toBe('Grüße 😀 日本\n');
  });

  it('begins afresh after an end in the middle of anything', async () => {
    const { term, answers, print } = terminal();
    await print('kept\r\n\x1b[?1049h\x1b[?1003h\x1b[?2004h\x1b[31m\x1b]0;cut');
    await afresh(term);
    await print('login:');
    expect(textOf(term)).toBe('kept\nlogin:\n');
    expect(term.modes.mouseTrackingMode).toBe('none');
    expect(term.modes.bracketedPasteMode).toBe(false);
    expect(answers).toEqual([]);
  });

  it.each([
    ['a saved place', '\x1b7one\r\ntwo\r\ntiny> '],
    ['margins', 'one\r\n\x1b[2;20rone\r\ntwo\r\ntiny> '],
  ])('prints below what was there, after %s', async (_what, printed) => {
    const { term, print } = terminal();
    await print(printed);
    await afresh(term);
    await print('tiny> more');
    expect(textOf(term)).toMatch(/two\ntiny> \ntiny> more\n$/);
  });
});

describe('pasting', () => {
  it('asks about ends of lines and control characters, and about nothing else', () => {
    expect(needsLook(readPasted('ls -l\tx'))).toBe(false);
    expect(needsLook(readPasted('ls\n'))).toBe(true);
    expect(readPasted('a\r\nb\rc')).toEqual({ text: 'a\nb\nc', lines: 3, controls: 0 });
    expect(readPasted('a\n')).toMatchObject({ lines: 1 });
    expect(readPasted('a\x1b[201~rm\x9b\x7f').controls).toBe(3);
    expect(needsLook(readPasted('\x03'))).toBe(true);
  });

  it('shows what cannot be seen, and leaves it out', () => {
    expect(previewOf('a\x1b[201~\x7f\n\tb')).toBe('a␛[201~␡\n\tb');
    expect(withoutControls('a\x1b[201~\x7f\n\tbäß')).toBe('a[201~\n\tbäß');
    expect(previewOf('x'.repeat(10_000))).toHaveLength(4001);
  });
});

describe('the scrollback', () => {
  it('has a size within bounds, and bounded memory', () => {
    expect([readScrollback(undefined), readScrollback(50), readScrollback(1e9)]).toEqual([
      10_000, 1000, 100_000,
    ]);
    expect(scrollbackFor(100_000, 80)).toBe(100_000);
    expect(scrollbackFor(100_000, 500)).toBe(16_000);
  });

  it('is saved with wrapped lines joined, under a name that is one', async () => {
    const { term, print } = terminal();
    await print(`${'x'.repeat(200)}\r\nshort\r\n`);
    expect(textOf(term)).toBe(`${'x'.repeat(200)}\nshort\n`);
    expect(fileName('../web 1/ä', 'Serial 1', new Date(0))).toBe('-web-1-ä-Serial-1-1970-01-01-000000');
  });
});

describe('what a guest prints', () => {
  const letters = (count: number) => Uint8Array.from({ length: count }, (_, index) => 97 + (index % 26));

  it('is taken letter by letter without waiting for each, and in order', async () => {
    const { term, print } = terminal();
    const take = intake(term, () => Promise.reject(new Error('a picture is waited for')));
    const text = letters(1000);
    for (const letter of text) expect(take([Uint8Array.of(letter)])).toBeUndefined();
    await print('');
    expect(textOf(term)).toBe(`${new TextDecoder().decode(text)}\n`);
  });

  it('waits for a picture when it is a flood, and only then', async () => {
    const { term, print } = terminal();
    let pictures = 0;
    const take = intake(term, async () => {
      pictures += 1;
    });
    const flood = new TextEncoder().encode('0123456789\r\n'.repeat(8000));
    await take([flood]);
    expect(pictures).toBe(1);
    expect(take([letters(10)])).toBeUndefined();
    await print('');
    expect(textOf(term).endsWith('0123456789\nabcdefghij\n')).toBe(true);
    expect(pictures).toBe(1);
  });
});
