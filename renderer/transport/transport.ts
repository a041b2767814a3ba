import type { FramePort, Wire } from '../../contract/index.ts';
import type { LostReason } from './host.ts';

/** One way of reaching main: its wire, byte channels, and what its closing means. */
export interface Transport {
  readonly wire: Wire;
  /** A port for the byte channel of a ticket. A refused ticket closes it with an `error`. */
  openFrames(ticket: string): FramePort;
  /** Called once, when the wire has closed by itself. */
  onLost(listener: (reason: LostReason) => void): void;
}
