import RFB from '@novnc/novnc';
import { ClipboardRfb } from './clipboardRfb.ts';

/** Sides of a picture larger than this, in pixels, are no display's. */
const MAX_SIDE = 16_384;
/** Memory that a picture may take, in bytes. */
const MAX_PICTURE = 256 * 1024 * 1024;

/** A rectangle that is no part of the picture, although its number is positive. */
const VMWARE_CURSOR = 0x574d5664;
const CURSOR = -239;
const DESKTOP_NAME = -307;
/** Bytes of a display's name: noVNC would wait for gigabytes of it. */
const MAX_NAME = 64 * 1024;
/** Where ServerInit (RFC 6143, 7.3.2) tells the length of the name, which follows. */
const NAME_AT = 20;
/** How long a picture may take to be unpacked and drawn, in ms. */
const DRAW_MS = 20_000;
/** Sides of a pointer larger than this, in pixels, are none's. */
const MAX_POINTER = 1024;
/**
 * Bytes that a part of a picture may take, for each pixel and at least: the most wasteful encoding, a subrectangle for
 * each pixel, needs 12 (RFC 6143, 7.7.3).
 */
const MOST_PER_PIXEL = 16;
const LEAST_PART = 128 * 1024;

/**
 * noVNC's client, which trusts its server, kept from what a hostile one could do with it: pictures that take all
 * memory, rectangles outside of the picture, endless clipboards, garbage that throws.
 *
 * It overrides methods of noVNC 1.7.0 that are not part of its API; a test fails when they are gone.
 */
export class GuardedRfb extends ClipboardRfb {
  /** What the server did wrong, in words; null: nothing. */
  offence: string | null = null;
  #onHeard: (() => void) | null = null;
  /** Bytes taken so far of the part of a picture that is coming. */
  #taken = 0;

  protected override _resize(width: number, height: number): void {
    const tooLarge = width > MAX_SIDE || height > MAX_SIDE || width * height * 4 > MAX_PICTURE;
    if (tooLarge || width === 0 || height === 0) {
      this.#refuse(`The display says that it is ${width} × ${height} pixels large, which cannot be shown.`);
      return;
    }
    super._resize(width, height);
  }

  protected override _handleRect(): boolean {
    const { x, y, width, height, encoding } = this._FBU;
    const picture = encoding !== null && encoding >= 0 && encoding !== VMWARE_CURSOR;
    if (picture && (x + width > this._fbWidth || y + height > this._fbHeight)) {
      this.#refuse('The display sent a part of a picture that lies outside of it.');
      return false;
    }
    if (encoding === DESKTOP_NAME && this.#hasEndlessName(0)) return false;
    if (isPointer(encoding) && (width > MAX_POINTER || height > MAX_POINTER)) {
      this.#refuse(`The display sent a pointer of ${width} × ${height} pixels, which cannot be shown.`);
      return false;
    }
    return this.#takeRect(width * height);
  }

  /** Lets noVNC take what has come of a part of a picture, which it would collect for ever where a JPEG has no end. */
  #takeRect(pixels: number): boolean {
    const waiting = this._sock.rQlen();
    const whole = super._handleRect();
    this.#taken += waiting - this._sock.rQlen();
    if (this.#taken > LEAST_PART + pixels * MOST_PER_PIXEL) {
      this.#refuse('The display sent a part of a picture that has no end.');
      return false;
    }
    if (whole) this.#taken = 0;
    return whole;
  }

  protected override _negotiateServerInit(): boolean {
    return this.#hasEndlessName(NAME_AT) ? false : super._negotiateServerInit();
  }

  protected override _normalMsg(): boolean {
    if (this.offence !== null) return false;
    return super._normalMsg();
  }

  /**
   * Whether the display still answers: it has to send a pixel that it is asked for. A way that is dead says nothing by
   * itself for minutes.
   */
  answers(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (answered: boolean) => {
        clearTimeout(timer);
        this.removeEventListener('disconnect', gone);
        this.#onHeard = null;
        resolve(answered);
      };
      const gone = () => settle(false);
      const timer = setTimeout(gone, timeoutMs);
      this.addEventListener('disconnect', gone);
      this.#onHeard = () => settle(true);
      RFB.messages.fbUpdateRequest(this._sock, false, 0, 0, 1, 1);
    });
  }

  /**
   * Resolves when the pictures that have come are drawn; undefined: they are. Until then noVNC puts what else comes
   * into a buffer that never shrinks, and gives up at 40 MiB.
   */
  drawn(): Promise<void> | undefined {
    if (!this._flushing) return undefined;
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let over = false;
      const settle = () => {
        over = true;
        clearTimeout(timer);
        this.removeEventListener('disconnect', settle);
        resolve();
      };
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          this.#refuse('The display sent a picture that cannot be read.');
          settle();
        }, DRAW_MS);
        // What noVNC had kept may begin with the next picture to wait for.
        void this._display.flush().then(() => {
          if (this._flushing && !over) wait();
          else settle();
        });
      };
      this.addEventListener('disconnect', settle);
      wait();
    });
  }

  protected override _handleMessage(): void {
    this.#onHeard?.();
    try {
      super._handleMessage();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#refuse(`The display sent something that has no meaning (${why}).`);
    }
  }

  protected override _fail(details: string): boolean {
    // That the way to it has ended is nothing that it did wrong.
    if (!/^(Connection closed|Unexpected server disconnect)/.test(details))
      this.offence ??= `The display broke the rules of VNC: ${details}.`;
    return super._fail(details);
  }

  /** Refuses a name whose length, at this place of what has come, is none. */
  #hasEndlessName(at: number): boolean {
    if (this._sock.rQlen() < at + 4) return false;
    const head = this._sock.rQpeekBytes(at + 4);
    const length = new DataView(head.buffer, head.byteOffset).getUint32(at);
    if (length <= MAX_NAME) return false;
    this.#refuse(`The display says that its name has ${length.toLocaleString('en')} bytes.`);
    return true;
  }

  #refuse(words: string): void {
    this.offence ??= words;
    super._fail(words);
  }
}

function isPointer(encoding: number | null): boolean {
  return encoding === CURSOR || encoding === VMWARE_CURSOR;
}
