import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../hosts/index.ts';
import { serveDisplay } from './rfbServer.ts';

/** What a VNC server can do that no good one does. */
export type Hostility =
  | 'none'
  | 'greeting'
  | 'gone'
  | 'huge'
  | 'empty'
  | 'growing'
  | 'shrinking'
  | 'outside'
  | 'segments'
  | 'pointer'
  | 'name'
  | 'clipboard'
  | 'bomb'
  | 'endless'
  | 'noise'
  | 'half';

const program = `
import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
const picture = (r, g, b) => rect(0, 0, 64, 64, 0, Buffer.alloc(64 * 64 * 4, bytes(r, g, b, 0)));
const begin = async (s) => { s.write(init(64, 64)); await new Promise((resolve) => setTimeout(resolve, 300)); };
const flood = async (s) => {
  const piece = Buffer.alloc(1024 * 1024, 120);
  while (!s.destroyed)
    if (!s.write(piece)) await new Promise((resolve) => { s.once('drain', resolve); s.once('close', resolve); });
};
const steps = {
  gone: async (s) => s.destroy(),
  huge: async (s) => s.write(init(65535, 65535)),
  empty: async (s) => s.write(init(0, 0)),
  async growing(s) { await begin(s); s.write(picture(255, 0, 0)); s.write(rect(0, 0, 60000, 60000, -223)); },
  async shrinking(s) { await begin(s); s.write(picture(255, 0, 0)); s.write(rect(0, 0, 0, 0, -223)); },
  async pointer(s) { await begin(s); s.write(rect(0, 0, 40000, 40000, 0x574d5664, bytes(0, 0))); },
  async name(s) {
    s.write(Buffer.concat([init(64, 64).subarray(0, 20), u32(0xffffffff)]));
    await flood(s);
  },
  async endless(s) {
    await begin(s);
    s.write(picture(255, 0, 0));
    s.write(Buffer.concat([bytes(3, 0, 0, 0), u32(0x7fffffff)]));
    await flood(s);
  },
  async segments(s) {
    await begin(s);
    s.write(rect(0, 0, 64, 64, 21, bytes(0xff, 0xd8)));
    const segment = Buffer.concat([bytes(0xff, 0xe1), u16(60000), Buffer.alloc(59998, 65)]);
    while (!s.destroyed)
      if (!s.write(segment)) await new Promise((resolve) => { s.once('drain', resolve); s.once('close', resolve); });
  },
  async outside(s) { await begin(s); s.write(rect(60, 60, 64, 64, 0, Buffer.alloc(64 * 64 * 4))); },
  async noise(s) { await begin(s); s.write(randomBytes(200000)); },
  async half(s) { await begin(s); s.write(picture(1, 2, 3).subarray(0, 5000)); setTimeout(() => s.destroy(), 300); },
  async none(s) { await begin(s); s.write(picture(0, 255, 0)); },
  async clipboard(s) {
    await begin(s);
    s.write(picture(255, 0, 0));
    const all = 60 * 1024 * 1024;
    s.write(Buffer.concat([bytes(3, 0, 0, 0), u32(all)]));
    const piece = Buffer.alloc(1024 * 1024, 120);
    for (let sent = 0; sent < all; sent += piece.length)
      if (!s.write(piece)) await new Promise((resolve) => s.once('drain', resolve));
    s.write(picture(0, 0, 255));
  },
  async bomb(s) {
    await begin(s);
    s.write(picture(255, 0, 0));
    const packed = deflateSync(Buffer.concat([u32(200 * 1024 * 1024), Buffer.alloc(200 * 1024 * 1024)]));
    s.write(Buffer.concat([bytes(3, 0, 0, 0), u32(-(packed.length + 4)), u32(0x10000001), packed]));
    s.write(picture(0, 0, 255));
  },
};
createServer((socket) => {
  socket.on('error', () => {});
  const mode = readFileSync('/tmp/hostility', 'utf8').trim();
  if (mode === 'greeting') return void socket.write('HTTP/1.1 200 OK\\r\\n\\r\\n');
  let heard = 0;
  let step = 0;
  const answers = [[12, () => socket.write(bytes(1, 1))], [13, () => socket.write(u32(0))], [14, () => steps[mode](socket)]];
  socket.on('data', (data) => {
    heard += data.length;
    while (step < answers.length && heard >= answers[step][0]) answers[step++][1]();
  });
  socket.write('RFB 003.008\\n');
}).listen(Number(process.argv[2]), '0.0.0.0');
`;

/** Puts a hostile server where a machine's display was. */
export async function takeDisplay(host: Host, name: string): Promise<{ be(what: Hostility): void }> {
  const be = (what: Hostility) => writeFileSync(join(host.folder, 'tmp/hostility'), what);
  be('none');
  await serveDisplay(host, name, 'hostile', program);
  return { be };
}
