import type { Terminal } from '@xterm/xterm';

/** Ends a sequence that was cut. */
const CANCEL = '\x18';

/** Leaves the second screen, for the place on the first where its program began; on the first, for where it last saved one. */
const LEAVE_SECOND = '\x1b[?1049l';

/** Ends mouse reports, bracketed paste, modes of the keyboard, margins, colours. The cursor stays where it is. */
const MODES_OFF =
  '\x1b[!p\x1b[?47l\x1b[?9l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1004l\x1b[?1006l\x1b[?2004l\x1b[?2026l\x1b[?1l\x1b>\x1b[4l\x1b[20l\x1b(B\x0f\x1b[0m\x1b[?7h\x1b[?25h';

/** Ends what an interrupted guest may have left behind. Where the cursor is afterwards is not certain. */
export const AFRESH = `${CANCEL}${LEAVE_SECOND}${MODES_OFF}`;

/** Ends what an interrupted guest has left behind. What was printed stays; the next line begins below, on its own. */
export function beginAfresh(terminal: Terminal): void {
  // Which screen is shown is certain only when all is taken in that came before.
  terminal.write(CANCEL, () => {
    const leave = terminal.buffer.active.type === 'alternate' ? LEAVE_SECOND : '';
    terminal.write(`${leave}${MODES_OFF}`, () => {
      if (terminal.buffer.active.cursorX > 0) terminal.write('\r\n');
    });
  });
}
