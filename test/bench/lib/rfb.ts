/**
 * As much of RFB (RFC 6143) as measuring takes: the handshake without a password, and asking for whole
 * pictures in raw encoding. Runs in Node over a socket and in a page over a byte channel alike.
 */
export interface ByteStream {
  send(bytes: Uint8Array): void;
  /** Exactly so many bytes. Rejects when the stream ends before. */
  read(count: number): Promise<Uint8Array>;
}

/** Collects what arrives in pieces and gives it out in the sizes that are asked for. */
export class Reader {
  #pieces: Uint8Array[] = [];
  #length = 0;
  #wanted = 0;
  #resolve: ((bytes: Uint8Array) => void) | null = null;
  #reject: ((error: Error) => void) | null = null;
  #ended: Error | null = null;

  push(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#resolve && this.#length >= this.#wanted) this.#resolve(this.#take(this.#wanted));
  }

  end(reason: string): void {
    this.#ended = new Error(`the stream ended: ${reason}`);
    this.#reject?.(this.#ended);
  }

  read(count: number): Promise<Uint8Array> {
    if (this.#length >= count) return Promise.resolve(this.#take(count));
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#wanted = count;
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  #take(count: number): Uint8Array {
    this.#resolve = null;
    this.#reject = null;
    this.#length -= count;
    const out = new Uint8Array(count);
    for (let at = 0; at < count; ) {
      const piece = this.#pieces[0];
      if (!piece) throw new Error('a reader lost count');
      const part = piece.subarray(0, count - at);
      out.set(part, at);
      at += part.length;
      if (part.length === piece.length) this.#pieces.shift();
      else this.#pieces[0] = piece.subarray(part.length);
    }
    return out;
  }
}

export interface Handshake {
  readonly width: number;
  readonly height: number;
  readonly bytesPerPixel: number;
  /** Milliseconds from ClientInit to ServerInit: the server answers at once, and Virtdeck does not answer for it. */
  readonly answers: number[];
}

/** Says hello and starts a shared session. @throws Error when the server wants a password */
export async function handshake(stream: ByteStream): Promise<Handshake> {
  const answers: number[] = [];
  const ask = async (bytes: Uint8Array, answer: number) => {
    const started = performance.now();
    stream.send(bytes);
    const answered = await stream.read(answer);
    answers.splice(0, 1, performance.now() - started);
    return answered;
  };
  await stream.read(12);
  const [count = 0] = await ask(new TextEncoder().encode('RFB 003.008\n'), 1);
  const types = await stream.read(count);
  if (!types.includes(1)) throw new Error('the VNC server wants a password');
  await ask(Uint8Array.of(1), 4);
  const head = await ask(Uint8Array.of(1), 24);
  const view = new DataView(head.buffer, head.byteOffset);
  await stream.read(view.getUint32(20));
  return { width: view.getUint16(0), height: view.getUint16(2), bytesPerPixel: (head[4] ?? 32) / 8, answers };
}

/** Asks for whole pictures one after another for so long; the bytes that came and the time they took. */
export async function pump(
  stream: ByteStream,
  { width, height, bytesPerPixel }: Handshake,
  milliseconds: number,
): Promise<{ bytes: number; milliseconds: number }> {
  // SetEncodings: raw (0) and nothing else.
  stream.send(Uint8Array.of(2, 0, 0, 1, 0, 0, 0, 0));
  const request = pictureRequest(width, height);
  const started = performance.now();
  let bytes = 0;
  while (performance.now() - started < milliseconds) {
    stream.send(request);
    bytes += await readUpdate(stream, bytesPerPixel);
  }
  return { bytes, milliseconds: performance.now() - started };
}

function pictureRequest(width: number, height: number): Uint8Array {
  const request = new Uint8Array(10);
  const view = new DataView(request.buffer);
  request[0] = 3;
  view.setUint16(6, width);
  view.setUint16(8, height);
  return request;
}

/** Reads messages until a picture was among them. */
async function readUpdate(stream: ByteStream, bytesPerPixel: number): Promise<number> {
  const [type] = await stream.read(1);
  if (type !== 0) throw new Error(`the VNC server sent message ${type}, which this reader does not know`);
  const head = await stream.read(3);
  let bytes = 4;
  for (let left = (head[1] ?? 0) * 256 + (head[2] ?? 0); left > 0; left--) {
    const rectangle = await stream.read(12);
    const view = new DataView(rectangle.buffer, rectangle.byteOffset);
    const pixels = view.getUint16(4) * view.getUint16(6) * bytesPerPixel;
    await stream.read(pixels);
    bytes += 12 + pixels;
  }
  return bytes;
}
