import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { GuestConsole, Host } from '../../hosts/index.ts';

/** Messages of the agent's protocol (spice/vd_agent.h). */
const CLIPBOARD = 4;
const ANNOUNCE = 6;
const GRAB = 7;
const REQUEST = 8;
/** What an agent can do: give its clipboard when asked, and name the selection. */
const ON_DEMAND = 1 << 5;
const SELECTION = 1 << 6;
const UTF8_TEXT = 1;
const PIECE = 2048;

const PORT = 'org.example.relay';
const SOCKET = '/var/lib/libvirt/relay.sock';

/** The devices that {@link VdAgent} wants: QEMU's agent channel, and one through which its bytes come out. */
export const VDAGENT_DEVICES = `
  <channel type='qemu-vdagent'>
    <source><clipboard copypaste='yes'/><mouse mode='server'/></source>
    <target type='virtio' name='com.redhat.spice.0'/>
  </channel>
  <channel type='unix'><source mode='bind' path='${SOCKET}'/><target type='virtio' name='${PORT}'/></channel>`;

/** In the guest: joins the two ports. Both have to be opened once only. */
const JOIN = `cd /sys/class/virtio-ports; for p in *; do case $(cat $p/name) in com.redhat.spice.0) a=$p;; ${PORT}) b=$p;; esac; done; exec 3<>/dev/$a 4<>/dev/$b; cat <&3 >&4 2>/dev/null & cat <&4 >&3 2>/dev/null & echo joined`;

/** The agent of a real guest's clipboard, played by the test through the guest's own device. */
export class VdAgent {
  /** What the host has asked for or sent, by the names of the protocol; texts for what it sent. */
  readonly requests: number[] = [];
  readonly grabs: number[] = [];
  readonly texts: string[] = [];
  readonly #socket: Socket;
  #chunks = Buffer.alloc(0);
  #message = Buffer.alloc(0);
  #announced = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#read(bytes));
    socket.on('error', () => {});
  }

  static async start(host: Host, guest: GuestConsole): Promise<VdAgent> {
    const socket = connect(join(host.folder, SOCKET));
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const agent = new VdAgent(socket);
    expect(await guest.command(`sh ${JOIN}`)).toContain('joined');
    agent.#send(ANNOUNCE, [1, ON_DEMAND | SELECTION]);
    await expect(() => expect(agent.#announced).toBe(true)).toPass({ timeout: 30_000 });
    return agent;
  }

  /** Somebody has copied text in the guest. */
  grab(): void {
    this.#send(GRAB, [0, UTF8_TEXT]);
  }

  /** Hands over the text that was copied. */
  provide(text: string | Buffer): void {
    this.#send(CLIPBOARD, [0, UTF8_TEXT], Buffer.from(text));
  }

  /** Somebody pastes in the guest. */
  ask(): void {
    this.#send(REQUEST, [0, UTF8_TEXT]);
  }

  close(): void {
    this.#socket.destroy();
  }

  #send(type: number, words: readonly number[], data: Buffer = Buffer.alloc(0)): void {
    const size = 4 * words.length + data.length;
    const message = Buffer.concat([u32(1, type, 0, 0, size), u32(...words), data]);
    for (let at = 0; at < message.length; at += PIECE) {
      const piece = message.subarray(at, at + PIECE);
      this.#socket.write(Buffer.concat([u32(1, piece.length), piece]));
    }
  }

  #read(bytes: Buffer): void {
    this.#chunks = Buffer.concat([this.#chunks, bytes]);
    while (this.#chunks.length >= 8) {
      const end = 8 + this.#chunks.readUInt32LE(4);
      if (this.#chunks.length < end) return;
      this.#message = Buffer.concat([this.#message, this.#chunks.subarray(8, end)]);
      this.#chunks = this.#chunks.subarray(end);
      if (this.#message.length < 20 || this.#message.length < 20 + this.#message.readUInt32LE(16)) continue;
      this.#take(this.#message.readUInt32LE(4), this.#message.subarray(20));
      this.#message = Buffer.alloc(0);
    }
  }

  #take(type: number, data: Buffer): void {
    if (type === ANNOUNCE) this.#announced = true;
    if (type === REQUEST) this.requests.push(data.readUInt32LE(4));
    if (type === GRAB) this.grabs.push(data.readUInt32LE(4));
    if (type === CLIPBOARD) this.texts.push(data.subarray(8).toString());
  }
}

function u32(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number >>> 0, 4 * index);
  return bytes;
}
