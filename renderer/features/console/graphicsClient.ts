import { apiError, type ByteCloseReason, type DomainRef } from '../../../contract/index.ts';
import { client, host } from '../../state/host.ts';
import type { Attachment } from './consoleSession.ts';
import { pictureOf } from './lastFrames.ts';
import { RfbChannel } from './rfbChannel.ts';
import { SizedRfb } from './sizedRfb.ts';

export interface GraphicsOptions {
  readonly ref: DomainRef;
  /** The key of the display among the machine's consoles. */
  readonly key: string;
  /** Where noVNC puts its canvas. */
  readonly target: HTMLElement;
  /** The canvas's accessible name. */
  readonly label: string;
  /** Others may look at the display at the same time. */
  readonly shared: boolean;
  /** Text may pass between its clipboard and ours. */
  readonly clipboard: boolean;
  readonly ended: (reason: ByteCloseReason) => void;
  /** Gets the picture when the display ends or is not looked at any more, if there was one. */
  readonly onLastFrame: (picture: string) => void;
  /** What the guest has put into its clipboard; null: too much. */
  readonly onClipboard: (text: string | null) => void;
}

/** A connected display. */
export interface Graphics extends Attachment {
  readonly rfb: SizedRfb;
  /** Gives the picture to `onLastFrame` while it goes on. */
  snapshot(): void;
  /** Milliseconds to the display and back, when it was opened. */
  readonly roundTripMs: number;
}

/** How long a display may take to say how large it is, in ms. */
const INIT_MS = 20_000;
const TURNED_AWAY =
  'The display closed the connection before it showed anything. Perhaps somebody looks at it alone.';
/** How long a display may take to show that it is there, in ms. */
const ALIVE_MS = 8_000;

/** Opens a display and resolves when it shows something. Throws ApiError. */
export async function openGraphics(options: GraphicsOptions): Promise<Graphics> {
  const { ref, key, target, shared, onClipboard } = options;
  const { ticket, roundTripMs } = await client().consoles.openGraphics({ ...ref, key });
  const channel = new RfbChannel(await host().openBytes(ticket));
  const rfb = new SizedRfb(target, channel, { shared });
  rfb.background = 'transparent';
  rfb.clipboard = options.clipboard;
  nameCanvas(target, options.label);
  rfb.addEventListener('clipboard', ({ detail }) => onClipboard(detail.text));
  rfb.addEventListener('clipboardtoolong', () => onClipboard(null));
  let left = false;
  const keep = () => {
    if (!left) keepFrame(rfb, options);
  };
  const connected = handshake(rfb, channel, options, keep);
  channel.start(() => rfb.drawn());
  await connected;
  return {
    rfb,
    roundTripMs,
    snapshot: keep,
    close() {
      keep();
      left = true;
      rfb.disconnect();
    },
    alive: () => rfb.answers(ALIVE_MS),
  };
}

/**
 * Waits for the first picture; afterwards tells of the end.
 * @param keep keeps the last picture
 */
function handshake(
  rfb: SizedRfb,
  channel: RfbChannel,
  options: GraphicsOptions,
  keep: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let shown = false;
    let silent = false;
    const timer = setTimeout(() => {
      silent = true;
      rfb.disconnect();
    }, INIT_MS);
    rfb.addEventListener('connect', () => {
      clearTimeout(timer);
      shown = true;
      resolve();
    });
    rfb.addEventListener('disconnect', () => {
      clearTimeout(timer);
      // One that has shown nothing has a canvas without a picture.
      if (shown) keep();
      const { offence } = rfb;
      const reason = channel.closeReason;
      // What the display did wrong says more than that it was then closed.
      const message = silent ? 'The display does not answer.' : (offence ?? reason?.message ?? '');
      // It let us in and closed at once: this is how VNC servers turn viewers away.
      const turnedAway = offence === null && !silent && reason?.kind === 'end';
      if (!shown) reject(apiError('unavailable', turnedAway || message === '' ? TURNED_AWAY : message));
      else if (offence !== null || !reason)
        options.ended({ kind: 'error', message: message || 'The display broke off.' });
      else options.ended(reason);
    });
  });
}

function keepFrame(rfb: SizedRfb, { onLastFrame }: GraphicsOptions): void {
  // Black, it would take the place of one that shows something.
  if (!rfb.painted) return;
  const picture = pictureOf(rfb.canvas);
  if (picture !== null) onLastFrame(picture);
}

function nameCanvas(target: HTMLElement, label: string): void {
  const canvas = target.querySelector('canvas');
  canvas?.setAttribute('role', 'application');
  canvas?.setAttribute('aria-label', label);
}
