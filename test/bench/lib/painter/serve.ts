/**
 * A VNC server that draws as fast as its client takes it. It runs on a host of the laboratory, where a machine's
 * display was: serve.ts PORT CONTROL_PORT PICTURES.json. At the other port it is told how much to draw.
 */
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { Artist } from './artist.ts';
import { u32 } from './encodings.ts';
import { makeParts } from './script.ts';

const [port, controlPort, pictures = ''] = process.argv.slice(2);
const parts = makeParts(JSON.parse(readFileSync(pictures, 'utf8')));
let artist: Artist | null = null;

/** The first part of RFB without a password; then it is the artist's. */
function greet(socket: Socket): void {
  let heard = 0;
  let step = 0;
  // After the client's version, its choice of a type, and ClientInit.
  const answers: readonly (readonly [number, () => void])[] = [
    [12, () => void socket.write(Uint8Array.of(1, 1))],
    [13, () => void socket.write(u32(0))],
    [
      14,
      () => {
        socket.off('data', listen);
        artist = new Artist(socket, parts);
      },
    ],
  ];
  const listen = (bytes: Buffer): void => {
    heard += bytes.length;
    for (let next = answers[step]; next && heard >= next[0]; next = answers[step]) {
      step += 1;
      next[1]();
    }
  };
  socket.on('error', () => {});
  socket.on('data', listen);
  socket.setNoDelay(true);
  socket.write('RFB 003.008\n');
}

createServer(greet).listen(Number(port), '0.0.0.0');

createHttpServer((request, response) => {
  const updates = Number(new URL(request.url ?? '/', 'http://display/').searchParams.get('draw') ?? 0);
  const drawing = artist ? artist.draw(updates) : Promise.reject(new Error('nobody is connected'));
  drawing.then(
    () => response.end(JSON.stringify(artist?.counts)),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
}).listen(Number(controlPort), '0.0.0.0');
