/** Where a byte stands in a terminal's language (ECMA-48 5.3 to 5.6, and xterm's strings). */
type State = 'text' | 'escape' | 'intermediate' | 'csi' | 'string' | 'stringEscape';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const BELL = 0x07;
const CANCEL = 0x18;
const SUBSTITUTE = 0x1a;
const ESCAPE = 0x1b;
const SPACE = 0x20;
const DELETE = 0x7f;
/** Begin strings that go on until ST: DCS, SOS, OSC, PM, APC. */
const STRING_STARTS: ReadonlySet<number> = new Set([...'PX]^_'].map((letter) => letter.charCodeAt(0)));
const CSI_START = '['.charCodeAt(0);

/**
 * Leaves of what a terminal is sent only what can be read: text in UTF-8, tabs and ends of lines. Sequences may be cut
 * anywhere between two chunks. The 8-bit control characters are left alone: they are parts of letters in UTF-8.
 */
export class PlainText {
  #state: State = 'text';

  /** The readable part of the next bytes. */
  filter(chunk: Uint8Array): Uint8Array {
    const kept = new Uint8Array(chunk.byteLength);
    let length = 0;
    for (const byte of chunk) {
      if (this.#state === 'text' && isReadable(byte)) kept[length++] = byte;
      else this.#state = next(this.#state, byte);
    }
    return kept.subarray(0, length);
  }
}

function isReadable(byte: number): boolean {
  return (byte >= SPACE && byte !== DELETE) || byte === LINE_FEED || byte === TAB;
}

function next(state: State, byte: number): State {
  if (byte === CANCEL || byte === SUBSTITUTE) return 'text';
  if (state === 'string' || state === 'stringEscape') return inString(state, byte);
  if (byte === ESCAPE) return 'escape';
  switch (state) {
    case 'escape':
      return afterEscape(byte);
    case 'intermediate':
      return byte >= 0x30 && byte <= 0x7e ? 'text' : state;
    case 'csi':
      return byte >= 0x40 && byte <= 0x7e ? 'text' : state;
    case 'text':
      return state;
  }
}

function afterEscape(byte: number): State {
  if (byte === CSI_START) return 'csi';
  if (STRING_STARTS.has(byte)) return 'string';
  // Control characters are obeyed in the middle of a sequence; here they are left out.
  if (byte < SPACE) return 'escape';
  return byte <= 0x2f ? 'intermediate' : 'text';
}

function inString(state: 'string' | 'stringEscape', byte: number): State {
  if (byte === BELL) return 'text';
  if (state === 'stringEscape' && byte !== ESCAPE) return byte === 0x5c ? 'text' : afterEscape(byte);
  return byte === ESCAPE ? 'stringEscape' : 'string';
}
