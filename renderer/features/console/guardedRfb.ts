import RFB from '@novnc/novnc';
import { MAX_CLIPBOARD } from './clipboardLimit.ts';
import { inflateUpTo } from './inflate.ts';

/** Sides of a picture larger than this, in pixels, are no display's. */
const MAX_SIDE = 16_384;
/** Memory that a picture may take, in bytes. */
const MAX_PICTURE = 256 * 1024 * 1024;

/** Extended clipboard of RFB: text, and that the text is in the message. */
const TEXT = 1;
const PROVIDE = 1 << 28;
/** A rectangle that is no part of the picture, although its number is positive. */
const VMWARE_CURSOR = 0x574d5664;

/**
 * noVNC's client, which trusts its server, kept from what a hostile one could do with it: pictures that take all
 * memory, rectangles outside of the picture, endless clipboards, garbage that throws.
 *
 * It overrides methods of noVNC 1.7.0 that are not part of its API; a test fails when they are gone.
 */
export class GuardedRfb extends RFB {
  /** What the server did wrong, in words; null: nothing. */
  offence: string | null = null;
  #skip = 0;

  protected override _resize(width: number, height: number): void {
    if (width > MAX_SIDE || height > MAX_SIDE || width * height * 4 > MAX_PICTURE) {
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
    return super._handleRect();
  }

  protected override _normalMsg(): boolean {
    if (this.offence !== null) return false;
    if (this.#skip > 0) {
      const here = Math.min(this.#skip, this._sock.rQlen());
      this._sock.rQskipBytes(here);
      this.#skip -= here;
      return this.#skip === 0;
    }
    return super._normalMsg();
  }

  protected override _handleServerCutText(): boolean {
    if (this._sock.rQwait('ServerCutText header', 7, 1)) return false;
    const header = this._sock.rQpeekBytes(7);
    const length = new DataView(header.buffer, header.byteOffset).getInt32(3);
    const bytes = Math.abs(length);
    if (bytes > MAX_CLIPBOARD) {
      this._sock.rQskipBytes(7);
      this.#skip = bytes;
      this.#tooLong();
      return true;
    }
    if (length >= 0 || bytes < 4) return super._handleServerCutText();
    if (this._sock.rQwait('ServerCutText content', 7 + bytes, 1)) return false;
    const message = this._sock.rQpeekBytes(7 + bytes);
    const flags = new DataView(message.buffer, message.byteOffset).getUint32(7);
    if ((flags & 0xff000000) !== PROVIDE || !(flags & TEXT)) return super._handleServerCutText();
    // noVNC would unpack whatever size the guest promises.
    this._sock.rQskipBytes(7 + bytes);
    if (!this.viewOnly) void this.#unpack(message.slice(11));
    return true;
  }

  protected override _handleMessage(): void {
    try {
      super._handleMessage();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#refuse(`The display sent something that has no meaning (${why}).`);
    }
  }

  protected override _fail(details: string): boolean {
    this.offence ??= `The display broke the rules of VNC: ${details}.`;
    return super._fail(details);
  }

  #refuse(words: string): void {
    this.offence ??= words;
    super._fail(words);
  }

  #tooLong(): void {
    this.dispatchEvent(new CustomEvent('clipboardtoolong'));
  }

  async #unpack(packed: Uint8Array<ArrayBuffer>): Promise<void> {
    const bytes = await inflateUpTo(packed, MAX_CLIPBOARD + 4);
    if (bytes === null) return this.#tooLong();
    if (bytes.length < 4) return;
    const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    if (size > MAX_CLIPBOARD) return this.#tooLong();
    const text = new TextDecoder().decode(bytes.subarray(4, 4 + size));
    const clean = text.replace(/\0$/, '').replaceAll('\r\n', '\n');
    this.dispatchEvent(new CustomEvent('clipboard', { detail: { text: clean } }));
  }
}
