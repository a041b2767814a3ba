import { connect, type Socket } from 'node:net';
import type { Link } from './protocol.ts';

/** Connects to main for the bytes of one stream. @throws Error when main cannot be reached */
export function connectLink({ path, ticket }: Link): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path, allowHalfOpen: true }, () => {
      socket.off('error', reject);
      // What broke shows as 'close'.
      socket.on('error', () => {});
      socket.write(`${ticket}\n`);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}
