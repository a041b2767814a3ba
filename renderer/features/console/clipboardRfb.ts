import RFB, { type RawChannel, type RfbOptions } from '@novnc/novnc';
import { clipboardRefusal, MAX_CLIPBOARD } from './clipboardLimit.ts';
import { deflate, inflateUpTo } from './inflate.ts';

/** Extended clipboard of RFB: that it is understood, text, that the text is wanted, and that it is in the message. */
const EXTENDED_CLIPBOARD = 0xc0a1e5ce;
const TEXT = 1;
const REQUEST = 1 << 25;
const PROVIDE = 1 << 28;
const ACTIONS = 0xff000000;

/**
 * noVNC's client with a clipboard that passes nothing unless it is told to, and takes no more than it should; noVNC
 * itself announces the clipboard to every server and asks for whatever a guest copies.
 *
 * It overrides methods of noVNC 1.7.0 that are not part of its API; the tests with real guests fail when they are gone.
 */
export class ClipboardRfb extends RFB {
  /** How the guest's programs end lines. */
  lineEnd: '\n' | '\r\n' = '\n';
  #passes = false;
  #skip = 0;

  constructor(target: HTMLElement, channel: RawChannel, options: RfbOptions) {
    super(target, channel, options);
    // noVNC lets keys go when the window loses the keyboard, not when another part of the window gets it: a Shift that
    // is held while a button is clicked would stay down in the guest.
    this._canvas.addEventListener('blur', () => this._keyboard._allKeysUp());
  }

  /** Whether it takes keys and shows pictures. */
  get connected(): boolean {
    return this._rfbConnectionState === 'connected';
  }

  /** Whether text passes between the guest's clipboard and ours. Else the server is not even told that it could. */
  set clipboard(passes: boolean) {
    if (this.#passes === passes) return;
    this.#passes = passes;
    this._clipboardText = null;
    if (this.connected) this._sendEncodings();
  }

  /** Puts a text into the guest's clipboard. Gives why that is not possible; null: it was offered to the guest. */
  giveClipboard(text: string): string | null {
    if (!this.connected) return 'The display is not connected.';
    if (!this.#passes) return 'The clipboard is off for this machine.';
    if (this.viewOnly) return 'View only is on.';
    const given = text.replaceAll(/\r\n|\r|\n/g, this.lineEnd);
    const refusal = clipboardRefusal(given);
    if (refusal !== null) return refusal;
    // Without the extension noVNC would put question marks for all that is not Latin 1.
    if (!this._clipboardServerCapabilitiesFormats[TEXT])
      return 'This display does not take text for the guest’s clipboard.';
    this.clipboardPasteFrom(given);
    return null;
  }

  protected override _sendEncodings(): void {
    if (this.#passes) {
      super._sendEncodings();
      return;
    }
    const { messages } = RFB;
    const { clientEncodings } = messages;
    const others = (list: readonly number[]) => list.filter((one) => one >>> 0 !== EXTENDED_CLIPBOARD);
    messages.clientEncodings = (sock, list) => clientEncodings(sock, others(list));
    try {
      super._sendEncodings();
    } finally {
      messages.clientEncodings = clientEncodings;
    }
  }

  protected override _normalMsg(): boolean {
    if (this.#skip === 0) return super._normalMsg();
    const here = Math.min(this.#skip, this._sock.rQlen());
    this._sock.rQskipBytes(here);
    this.#skip -= here;
    return this.#skip === 0;
  }

  protected override _handleServerCutText(): boolean {
    if (this._sock.rQwait('ServerCutText header', 7, 1)) return false;
    const header = this._sock.rQpeekBytes(7);
    const length = new DataView(header.buffer, header.byteOffset).getInt32(3);
    const bytes = Math.abs(length);
    // QEMU goes on sending what it has begun to send, also when it has been told that it is not wanted any more.
    if (!this.#passes || bytes > MAX_CLIPBOARD) {
      this._sock.rQskipBytes(7);
      this.#skip = bytes;
      if (this.#passes) this.#tooLong();
      return true;
    }
    if (length >= 0 || bytes < 4) return super._handleServerCutText();
    if (this._sock.rQwait('ServerCutText content', 7 + bytes, 1)) return false;
    const message = this._sock.rQpeekBytes(7 + bytes);
    const flags = new DataView(message.buffer, message.byteOffset).getUint32(7);
    const action = flags & ACTIONS;
    if ((action !== PROVIDE && action !== REQUEST) || !(flags & TEXT)) return super._handleServerCutText();
    this._sock.rQskipBytes(7 + bytes);
    if (this.viewOnly) return true;
    if (action === REQUEST) void this.#provide();
    // noVNC would unpack whatever size the guest promises.
    else void this.#unpack(message.slice(11));
    return true;
  }

  #tooLong(): void {
    this.dispatchEvent(new CustomEvent('clipboardtoolong'));
  }

  /**
   * Hands over what the user has given. RFB ends lines with CR LF and the text with NUL, and so does noVNC; QEMU passes
   * both on to the guest (vnc_client_cut_text_ext in ui/vnc-clipboard.c), where nobody expects them.
   */
  async #provide(): Promise<void> {
    const text = this._clipboardText;
    if (text === null) return;
    const bytes = new TextEncoder().encode(text);
    const content = new Uint8Array(4 + bytes.length);
    new DataView(content.buffer).setUint32(0, bytes.length);
    content.set(bytes, 4);
    const packed = await deflate(content);
    if (!this.connected || this._clipboardText !== text) return;
    const message = new Uint8Array(4 + packed.length);
    new DataView(message.buffer).setUint32(0, PROVIDE | TEXT);
    message.set(packed, 4);
    RFB.messages.clientCutText(this._sock, message, true);
  }

  async #unpack(packed: Uint8Array<ArrayBuffer>): Promise<void> {
    const bytes = await inflateUpTo(packed, MAX_CLIPBOARD + 4);
    if (!this.#passes) return;
    if (bytes === null) return this.#tooLong();
    if (bytes.length < 4) return;
    const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    if (size > MAX_CLIPBOARD) return this.#tooLong();
    const text = new TextDecoder().decode(bytes.subarray(4, 4 + size));
    // What was ours is not what the guest would get any more.
    this._clipboardText = null;
    const clean = text.replace(/\0$/, '').replaceAll('\r\n', '\n');
    this.dispatchEvent(new CustomEvent('clipboard', { detail: { text: clean } }));
  }
}
