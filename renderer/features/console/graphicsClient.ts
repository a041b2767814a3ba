import RFB from '@novnc/novnc';
import { apiError, type ByteCloseReason, type DomainRef } from '../../../contract/index.ts';
import { client, host } from '../../state/host.ts';
import type { Attachment } from './consoleSession.ts';
import { RfbChannel } from './rfbChannel.ts';

/** What the user answers when a display asks for more than main knows; null: cancelled. */
export type AskCredentials = (
  types: readonly string[],
) => Promise<{ username?: string; password?: string } | null>;

export interface GraphicsOptions {
  readonly ref: DomainRef;
  /** The key of the display among the machine's consoles. */
  readonly key: string;
  /** Where noVNC puts its canvas. */
  readonly target: HTMLElement;
  /** The canvas's accessible name. */
  readonly label: string;
  readonly ask: AskCredentials;
  readonly ended: (reason: ByteCloseReason) => void;
  /** Gets the picture when the display ends, if there was one. */
  readonly onLastFrame: (picture: string) => void;
}

/** A connected display. */
export interface Graphics extends Attachment {
  readonly rfb: RFB;
}

/** Opens a display and resolves when it shows something. Throws ApiError. */
export async function openGraphics(options: GraphicsOptions): Promise<Graphics> {
  const { ref, key, target } = options;
  const { ticket } = await client().consoles.openGraphics({ ...ref, key });
  const channel = new RfbChannel(await host().openBytes(ticket));
  const rfb = new RFB(target, channel, { shared: true });
  rfb.background = 'transparent';
  nameCanvas(target, options.label);
  const connected = handshake(rfb, channel, options);
  channel.start();
  await connected;
  return {
    rfb,
    close() {
      keepFrame(rfb, options);
      rfb.disconnect();
    },
  };
}

/** Waits for the first picture; afterwards tells of the end. */
function handshake(rfb: RFB, channel: RfbChannel, options: GraphicsOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let shown = false;
    let refused: string | null = null;
    rfb.addEventListener('connect', () => {
      shown = true;
      resolve();
    });
    rfb.addEventListener('credentialsrequired', ({ detail }) => {
      answer(rfb, detail.types, options).catch(reject);
    });
    rfb.addEventListener('securityfailure', ({ detail }) => {
      refused = detail.reason || 'The display refused the password.';
    });
    rfb.addEventListener('disconnect', () => {
      keepFrame(rfb, options);
      const reason = channel.closeReason ?? { kind: 'error', message: 'The display broke off.' };
      if (shown) options.ended(reason);
      else if (refused !== null) {
        reject(apiError('authentication', refused, 'Try again, and type the password of the display.'));
      } else {
        const message = reason.message || 'The display closed the connection before it showed anything.';
        reject(apiError('unavailable', message));
      }
    });
  });
}

/** Main knows the password from the definition; else the user is asked. */
async function answer(rfb: RFB, types: readonly string[], { ref, key, ask }: GraphicsOptions): Promise<void> {
  const { password } = await client().consoles.graphicsPassword({ ...ref, key });
  if (password !== null && !types.includes('username')) {
    rfb.sendCredentials({ password });
    return;
  }
  const answers = await ask(types);
  if (!answers) {
    rfb.disconnect();
    throw apiError('authentication', 'The display wants a password, and none was given.');
  }
  rfb.sendCredentials(answers);
}

function keepFrame(rfb: RFB, { onLastFrame }: GraphicsOptions): void {
  const picture = rfb.toDataURL('image/jpeg', 0.7);
  // Nothing was ever painted: the picture of an empty canvas is "data:,".
  if (picture.length > 100) onLastFrame(picture);
}

function nameCanvas(target: HTMLElement, label: string): void {
  const canvas = target.querySelector('canvas');
  canvas?.setAttribute('role', 'application');
  canvas?.setAttribute('aria-label', label);
}
