/**
 * What carries calls and events between a window and main: text messages in order. There is one
 * for Electron's MessagePort, one for WebSocket and one in memory; nothing above knows which it has.
 */
export interface Wire {
  /** Nothing happens when it is closed. */
  send(text: string): void;
  /** The one receiver. Messages that came before it was set are kept. */
  onMessage(listener: (text: string) => void): void;
  /** Called once, also when it closed before the listener was set. */
  onClose(listener: (reason: string) => void): void;
  close(reason?: string): void;
}

/**
 * The longest message that a window may send, in UTF-16 units: an XML document of the longest length
 * allowed, with room for its quoting. Main closes the wire of a window that sends a longer one.
 */
export const MAX_MESSAGE_LENGTH = 40 * 1024 * 1024;

/** What carries one byte channel: bytes and short texts, in order. */
export interface FramePort {
  /** Does not keep the bytes: the caller may change them as soon as it returns. */
  send(frame: Uint8Array | string): void;
  /** The one receiver. Frames that came before it was set are kept. */
  onFrame(listener: (frame: Uint8Array | string) => void): void;
  /** Called once, also when it closed before the listener was set. */
  onClose(listener: (reason: string) => void): void;
  close(): void;
}

/** The longest byte frame; longer sends are cut into several. */
export const MAX_FRAME_BYTES = 256 * 1024;
