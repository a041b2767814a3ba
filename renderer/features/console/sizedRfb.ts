import type { RawChannel, RfbOptions } from '@novnc/novnc';
import { GuardedRfb } from './guardedRfb.ts';
import { isWhole, pixelSize, type ResizeState, type Size, sizeFor } from './guestSize.ts';

/** RFB's answer to a wish for a size: QEMU has told the guest, which may or may not follow. */
const FORWARDED = 4;

/**
 * noVNC's client with sizes that are right where the screen has several pixels, or a fraction, for one of the page's,
 * and which says what became of the wish for a size: noVNC only writes that to the browser's log, and forgets the last
 * of several wishes when QEMU answers that it passes them on.
 *
 * It overrides methods of noVNC 1.7.0 that are not part of its API.
 */
export class SizedRfb extends GuardedRfb {
  #fine = false;
  #resize: ResizeState = { kind: 'done' };
  #asked: Size | null = null;
  /** Something of the guest's has been shown. */
  painted = false;

  constructor(target: HTMLElement, channel: RawChannel, options: RfbOptions) {
    super(target, channel, options);
    this.#watchRatio(target);
  }

  /** Shows each of the guest's pixels, where it is not fitted, as one of the screen's own. */
  set finePixels(fine: boolean) {
    if (fine === this.#fine) return;
    this.#fine = fine;
    this.#changed();
  }

  /** What became of the wish for the window's size; `resizestate` says that it is another one. */
  get resizeState(): ResizeState {
    const { w, h } = this.#wanted();
    const fills = w === this._fbWidth && h === this._fbHeight;
    if (!this.resizeSession || this.viewOnly || fills) return { kind: 'done' };
    return this._supportsSetDesktopSize ? this.#resize : { kind: 'unsupported' };
  }

  /** What the guest shows, in its own pixels. */
  get canvas(): HTMLCanvasElement {
    return this._canvas;
  }

  /** The guest's own size. */
  get guestSize(): Size {
    return { w: this._fbWidth, h: this._fbHeight };
  }

  get #pixel(): number {
    return pixelSize(window.devicePixelRatio, this.#fine);
  }

  protected override _updateScale(): void {
    super._updateScale();
    if (!this.scaleViewport) this._display.scale = this.#pixel;
    this._canvas.style.imageRendering = isWhole(this._display.scale, window.devicePixelRatio)
      ? 'pixelated'
      : 'auto';
  }

  protected override _handleRect(): boolean {
    const { encoding } = this._FBU;
    const done = super._handleRect();
    if (done && encoding !== null && encoding >= 0) this.painted = true;
    return done;
  }

  protected override _resize(width: number, height: number): void {
    super._resize(width, height);
    if (this.#asked && this.#asked.w === width && this.#asked.h === height) this.#say({ kind: 'done' });
    else this.#tell();
  }

  protected override _requestRemoteResize(): void {
    const before = this._pendingRemoteResize;
    super._requestRemoteResize();
    if (before || !this._pendingRemoteResize) return;
    const size = this.#wanted();
    this.#asked = size;
    this.#say({ kind: 'asked', size });
  }

  /** The room as the guest would fill it: what noVNC asks the guest for. */
  protected override _screenSize(): Size {
    // Fitting goes by the room as it is.
    return this.resizeSession && !this.scaleViewport ? this.#wanted() : super._screenSize();
  }

  protected override _handleExtendedDesktopSize(): boolean {
    const { x, y } = this._FBU;
    const done = super._handleExtendedDesktopSize();
    if (!done) return false;
    const asked = this.#asked;
    if (x === 1 && y !== 0 && asked) {
      if (y !== FORWARDED) this.#say({ kind: 'refused', size: asked, status: y });
      // The window may have got another size while the answer was on its way.
      const { w, h } = this.#wanted();
      if (w !== asked.w || h !== asked.h) this._requestRemoteResize();
    }
    this.#tell();
    return true;
  }

  #wanted(): Size {
    return sizeFor(super._screenSize(), this.#pixel);
  }

  #say(state: ResizeState): void {
    this.#resize = state;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent('resizestate'));
  }

  #changed(): void {
    this._updateScale();
    this._requestRemoteResize();
  }

  /** The window may go to another screen, or be zoomed: then the room has another number of the screen's pixels. */
  #watchRatio(target: HTMLElement): void {
    let ratio = window.devicePixelRatio;
    const observer = new ResizeObserver(() => {
      if (window.devicePixelRatio === ratio) return;
      ratio = window.devicePixelRatio;
      this.#changed();
    });
    observer.observe(target, { box: 'device-pixel-content-box' });
    this.addEventListener('disconnect', () => observer.disconnect());
  }
}
