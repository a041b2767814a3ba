import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../hosts/index.ts';

/** What servers of RFB say, for programs that run on a host: messages, and how a display of a name begins. */
const WORDS = `
const u16 = (n) => { const b = Buffer.alloc(2); b.writeUInt16BE(n); return b; };
const u32 = (n) => { const b = Buffer.alloc(4); b.writeUInt32BE(n >>> 0); return b; };
const bytes = (...all) => Buffer.from(all);
const init = (w, h) => Buffer.concat([u16(w), u16(h), bytes(32, 24, 0, 1), u16(255), u16(255), u16(255), bytes(16, 8, 0, 0, 0, 0), u32(4), Buffer.from('test')]);
const rect = (x, y, w, h, encoding, body = bytes()) => Buffer.concat([bytes(0, 0), u16(1), u16(x), u16(y), u16(w), u16(h), u32(encoding), body]);
`;

/** Lets a running QEMU take its display to a port of which libvirt knows nothing. */
const MOVE = JSON.stringify({
  execute: 'display-update',
  arguments: { type: 'vnc', addresses: [{ type: 'inet', host: '127.0.0.1', port: '5997' }] },
});

/** Frees the port of a running machine's display, and gives it. */
export async function moveDisplay(host: Host, name: string): Promise<number> {
  const port = 5900 + Number((await host.virsh(['vncdisplay', name])).trim().split(':').at(-1));
  await host.virsh(['qemu-monitor-command', name, MOVE]);
  return port;
}

/**
 * Runs a server where a machine's display was.
 * @param kind names its files in the host's /tmp
 * @param program plain JavaScript, which is not built; after {@link WORDS}, with the port as its first argument
 */
export async function serveDisplay(host: Host, name: string, kind: string, program: string): Promise<void> {
  writeFileSync(join(host.folder, `tmp/${kind}.mjs`), `${WORDS}${program}`);
  const port = await moveDisplay(host, name);
  await host.exec(`${process.execPath} /tmp/${kind}.mjs ${port} </dev/null >/tmp/${kind}.log 2>&1 &`);
}
