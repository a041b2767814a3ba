import { closeSync, readSync, writeSync } from 'node:fs';
import { loadLibrary } from '../binding/library.ts';
import type { Link } from './protocol.ts';

/** <sys/socket.h>, <sys/un.h> */
const AF_UNIX = 1;
const SOCK_STREAM = 1;
const SOCK_NONBLOCK = 0o4000;
const SOCK_CLOEXEC = 0o2000000;
const SOCKADDR_UN_SIZE = 110;

interface Sockets {
  readonly socket: (domain: number, type: number, protocol: number) => number;
  readonly connect: (fd: number, address: Uint8Array, length: number) => number;
}

let sockets: Sockets | null = null;

function libc(): Sockets {
  const library = loadLibrary('libc.so.6');
  sockets ??= {
    socket: library.func('socket', 'int', ['int', 'int', 'int']),
    connect: library.func('connect', 'int', ['int', 'void *', 'unsigned int']),
  };
  return sockets;
}

/**
 * A link to main as a plain descriptor, for the event worker: libvirt's loop waits for it beside everything
 * else, and no other thread stands between a key and the guest.
 */
export class LinkFd {
  readonly fd: number;

  /** @throws Error when main does not take it */
  constructor({ path, ticket }: Link) {
    const { socket, connect } = libc();
    this.fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (this.fd < 0) throw new Error('Too many open files.');
    const address = Buffer.alloc(SOCKADDR_UN_SIZE);
    address.writeUInt16LE(AF_UNIX, 0);
    address.write(path, 2);
    // To a listening UNIX socket this succeeds or fails at once, also without blocking.
    if (connect(this.fd, address, SOCKADDR_UN_SIZE) < 0) {
      this.close();
      throw new Error('Virtdeck does not take the stream.');
    }
    this.write(Buffer.from(`${ticket}\n`));
  }

  /** @returns how many bytes came: 0 when main has closed its end; null when there are none now */
  read(into: Uint8Array): number | null {
    try {
      return readSync(this.fd, into);
    } catch (error) {
      return isBusy(error) ? null : 0;
    }
  }

  /** @returns how many bytes were taken; null when main has closed its end */
  write(bytes: Uint8Array): number | null {
    try {
      return writeSync(this.fd, bytes);
    } catch (error) {
      return isBusy(error) ? 0 : null;
    }
  }

  close(): void {
    closeSync(this.fd);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}
