import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../hosts/index.ts';
import { serveDisplay } from './rfbServer.ts';

/** What becomes of a viewer's wish for another size. */
type Manner =
  /** As QEMU does: the wish is passed on, and the guest has the size a moment later. */
  | 'follows'
  /** As QEMU without a graphics card that could be asked. */
  | 'refuses'
  /** As QEMU with a guest that does nothing. */
  | 'ignores';

const program = `
import { createServer } from 'node:net';
import { appendFileSync, readFileSync } from 'node:fs';
const sized = (x, y, w, h) => rect(x, y, w, h, -308, Buffer.concat([bytes(1, 0, 0, 0), u32(0), u16(0), u16(0), u16(w), u16(h), u32(0)]));
const picture = (w, h) => rect(0, 0, w, h, 0, Buffer.alloc(w * h * 4, bytes(90, 160, 30, 0)));
const DELAY = 400;
/** Length of a message of the viewer's, from its first bytes; null: not known yet. */
function lengthOf(b) {
  if (b.length < 8) return b.length >= 1 && (b[0] === 5) && b.length >= 6 ? 6 : null;
  switch (b[0]) {
    case 0: return 20;
    case 2: return 4 + 4 * b.readUInt16BE(2);
    case 3: return 10;
    case 4: return 8;
    case 5: return 6;
    case 6: return 8 + Math.abs(b.readInt32BE(4));
    case 150: return 10;
    case 248: return 9 + b[8];
    case 251: return 8 + 16 * b[6];
    case 255: return 12;
    default: throw new Error('message ' + b[0]);
  }
}
createServer((socket) => {
  socket.on('error', () => {});
  const manner = readFileSync('/tmp/manner', 'utf8').trim();
  let size = [640, 400];
  let heard = Buffer.alloc(0);
  let phase = 0;
  const obey = (message) => {
    if (message[0] !== 251) return;
    const wish = [message.readUInt16BE(2), message.readUInt16BE(4)];
    appendFileSync('/tmp/wishes', wish.join('x') + '\\n');
    setTimeout(() => {
      socket.write(sized(1, manner === 'refuses' ? 3 : 4, ...size));
      if (manner !== 'follows') return;
      setTimeout(() => { size = wish; socket.write(sized(0, 0, ...size)); socket.write(picture(...size)); }, DELAY);
    }, DELAY);
  };
  const phases = [
    [12, () => socket.write(bytes(1, 1))],
    [1, () => socket.write(u32(0))],
    [1, () => { socket.write(init(...size)); socket.write(sized(0, 0, ...size)); socket.write(picture(...size)); }],
  ];
  socket.on('data', (data) => {
    heard = Buffer.concat([heard, data]);
    while (phase < phases.length && heard.length >= phases[phase][0]) {
      heard = heard.subarray(phases[phase][0]);
      phases[phase++][1]();
    }
    if (phase < phases.length) return;
    for (let length = lengthOf(heard); length !== null && heard.length >= length; length = lengthOf(heard)) {
      obey(heard.subarray(0, length));
      heard = heard.subarray(length);
    }
  });
  socket.write('RFB 003.008\\n');
}).listen(Number(process.argv[2]), '0.0.0.0');
`;

/** Puts a display of 640 × 400 where a machine's display was; it takes wishes for another size in its manner. */
export async function resizingDisplay(host: Host, name: string) {
  const file = (path: string) => join(host.folder, 'tmp', path);
  writeFileSync(file('manner'), 'follows');
  writeFileSync(file('wishes'), '');
  await serveDisplay(host, name, 'resizing', program);
  return {
    /** From the next connection on. */
    be: (manner: Manner) => writeFileSync(file('manner'), manner),
    /** What viewers have wished for, as "800x600". */
    wishes: () => readFileSync(file('wishes'), 'utf8').trim().split('\n').filter(Boolean),
  };
}
