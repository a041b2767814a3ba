import type { Hypervisor } from '../../hypervisor/hypervisor.ts';

/** The volume that an upload fills: one with a name of its own until all of it is there. */
export interface UploadTarget {
  readonly pool: string;
  readonly volume: string;
  /** Whether zeros may be left out: the volume is new and has them already. */
  readonly sparse: boolean;
}

export interface SendOptions {
  readonly signal: AbortSignal;
  /** Told how many bytes of those that are being sent are on their way. */
  readonly progress: (sent: number) => void;
  /** Told whether the bytes that come next are not to be had at the moment. */
  readonly waiting: (waiting: boolean) => void;
}

/** Where the bytes of an upload come from. */
export interface UploadSource {
  /** Bytes in all. */
  readonly size: number;
  /**
   * Sends the next bytes, and returns how many; the host has them for certain then.
   * @param offset where they go
   * @throws as a call of the connection; ApiError `cancelled`
   */
  send(host: Hypervisor, target: UploadTarget, offset: number, options: SendOptions): Promise<number>;
  /** SHA-256 of all bytes, in hexadecimal, once they have been sent. */
  digest(signal: AbortSignal): Promise<string>;
  /** Nothing more is wanted. */
  close(): void;
}
