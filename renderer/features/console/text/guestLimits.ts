import type { IDisposable, IFunctionIdentifier, Terminal } from '@xterm/xterm';

/** Answers to questions of the guest's, a second: a terminal that is asked more does not answer. */
const MAX_ANSWERS = 20;
/** Lines or columns that one sequence may move: more than any window has. */
const MAX_MOVED = 2000;
/** How often one sequence may repeat a letter. */
const MAX_REPEATED = 65_535;

/**
 * Strings of the operating system (OSC) that do nothing here: titles, colours of the palette and questions for them,
 * the clipboard. Links (8) are shown and asked about.
 */
const SILENT_STRINGS = [
  0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 50, 52, 104, 105, 110, 111, 112, 113, 114,
  115, 116, 117, 118, 119, 777, 1337,
];

/** Sequences that do nothing: windows, and questions whose answers would be typed into the guest. */
const SILENT: readonly IFunctionIdentifier[] = [
  // Window: size, place, title stack, reports.
  { final: 't' },
  // What kind of terminal this is, in detail.
  { prefix: '>', final: 'c' },
  { prefix: '=', final: 'c' },
  { prefix: '>', final: 'q' },
  // States of modes, and of devices that no serial line has.
  { intermediates: '$', final: 'p' },
  { prefix: '?', intermediates: '$', final: 'p' },
  { prefix: '?', final: 'n' },
];

/** Sequences that libraries obey step by step: a count beyond all windows would keep the window busy for hours. */
const COUNTED: readonly (readonly [IFunctionIdentifier, number])[] = [
  ...['S', 'T', 'L', 'M', '@', 'P', 'X', 'I', 'Z'].map((final) => [{ final }, MAX_MOVED] as const),
  ...[' '].flatMap((intermediates) =>
    ['@', 'A'].map((final) => [{ intermediates, final }, MAX_MOVED] as const),
  ),
  ...['}', '~'].map((final) => [{ intermediates: "'", final }, MAX_MOVED] as const),
  [{ final: 'b' }, MAX_REPEATED],
];

/**
 * Lets what a guest prints do nothing outside of its terminal: no titles, clipboards, windows or palettes, no more
 * answers than programs need, and nothing that takes long. What it erases of the scrollback stays.
 */
export function limitGuest({ parser }: Terminal): IDisposable {
  const ignore = () => true;
  const mayAnswer = answerLimit();
  const handlers = [
    ...SILENT_STRINGS.map((code) => parser.registerOscHandler(code, ignore)),
    ...SILENT.map((id) => parser.registerCsiHandler(id, ignore)),
    ...COUNTED.map(([id, most]) => parser.registerCsiHandler(id, ([count]) => first(count) > most)),
    // The settings of the terminal (DECRQSS).
    parser.registerDcsHandler({ intermediates: '$', final: 'q' }, ignore),
    // Shells and editors do ask for the cursor's place, and for what the terminal can.
    parser.registerCsiHandler({ final: 'n' }, () => !mayAnswer()),
    parser.registerCsiHandler({ final: 'c' }, () => !mayAnswer()),
    // Erasing the scrollback is the user's.
    parser.registerCsiHandler({ final: 'J' }, ([what]) => first(what) === 3),
  ];
  return {
    dispose() {
      for (const handler of handlers) handler.dispose();
    },
  };
}

function first(parameter: number | number[] | undefined): number {
  return typeof parameter === 'number' ? parameter : (parameter?.[0] ?? 0);
}

/** Says whether one more answer may be given now. */
function answerLimit(): () => boolean {
  let second = 0;
  let given = 0;
  return () => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) given = 0;
    second = now;
    given += 1;
    return given <= MAX_ANSWERS;
  };
}
