import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/**
 * The user id at the other end of a loopback TCP connection, from /proc/net/tcp; null where the kernel
 * does not tell. Loopback is open to everybody on the machine: this keeps other users away even from
 * the login page (proc(5); the address is in host byte order, the port in hexadecimal).
 */
export async function peerUser(socket: Socket): Promise<number | null> {
  const { remoteAddress, remotePort, localPort } = socket;
  if (remoteAddress !== '127.0.0.1' || !remotePort || !localPort) return null;
  try {
    return findUser(await readFile('/proc/net/tcp', 'latin1'), remotePort, localPort);
  } catch {
    return null;
  }
}

/** The owner of the socket whose own port is `own` and whose peer is `peer`, both on loopback. */
export function findUser(table: string, own: number, peer: number): number | null {
  const ownAddress = loopback(own);
  const peerAddress = loopback(peer);
  for (const line of table.split('\n')) {
    const fields = line.trim().split(/\s+/);
    if (fields[1] === ownAddress && fields[2] === peerAddress && fields[7] !== undefined) {
      return Number(fields[7]);
    }
  }
  return null;
}

function loopback(port: number): string {
  return `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a user may talk to this process: its own user and root; and anybody who cannot be told. */
export function isAllowedUser(user: number | null, own = process.getuid?.() ?? null): boolean {
  return user === null || own === null || user === own || user === 0;
}
