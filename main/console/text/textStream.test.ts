import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ByteChannel, creditChannel } from '../../../contract/index.ts';
import { memoryFramePorts } from '../../../contract/memoryWire.ts';
import { ConsoleLog } from './consoleLog.ts';
import { TextStream } from './textStream.ts';

const MIB = 1024 * 1024;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-text-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A device that prints so much as fast as it is let, counting in four bytes; then it is quiet. */
function floodingDevice(bytes: number) {
  let sent = 0;
  const typed: string[] = [];
  const device = new Duplex({
    read() {
      if (sent >= bytes) return;
      const chunk = Buffer.alloc(64 * 1024);
      for (let at = 0; at < chunk.length; at += 4) chunk.writeUInt32BE((sent + at) / 4, at);
      sent += chunk.length;
      this.push(chunk);
    },
    write(chunk: Buffer, _encoding, done) {
      typed.push(chunk.toString());
      done();
    },
  });
  return { device, typed, sent: () => sent };
}

function openStream(device: Duplex, log: ConsoleLog | null = null) {
  return new TextStream(device, log, async () => ({ kind: 'end', message: 'off' }));
}

/** A window's end, and what comes to it; it takes bytes only while `takes` says so. */
function view(stream: TextStream, takes: () => Promise<void> | void = () => {}) {
  const [near, far] = memoryFramePorts();
  const window: ByteChannel = creditChannel(near);
  stream.reserve().accept(creditChannel(far));
  const got = { bytes: 0, inOrder: true, closed: '' };
  window.onData((bytes) => {
    const view = Buffer.from(bytes);
    for (let at = 0; at + 4 <= view.length; at += 4096)
      got.inOrder &&= view.readUInt32BE(at) === (got.bytes + at) / 4;
    got.bytes += bytes.byteLength;
    return takes();
  });
  window.onClose(({ kind }) => {
    got.closed = kind;
  });
  return { window, got };
}

describe('TextStream', () => {
  it('brings a flood whole and in order, and lets other work go on', async () => {
    const { device } = floodingDevice(20 * MIB);
    const stream = openStream(device);
    const { got } = view(stream, () => new Promise((resolve) => setImmediate(resolve)));
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await vi.waitFor(() => expect(got.bytes).toBe(20 * MIB), { timeout: 20_000 });
    clearInterval(timer);
    expect(got.inOrder).toBe(true);
    expect(turns).toBeGreaterThan(5);
    stream.destroy();
  });

  it('holds the device back while the window does not take its bytes', async () => {
    const { device, sent } = floodingDevice(100 * MIB);
    let release = () => {};
    const stopped = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { got } = view(openStream(device), () => stopped);
    await vi.waitFor(() => expect(sent()).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent()).toBeLessThan(3 * MIB);
    release();
    await vi.waitFor(() => expect(got.bytes).toBeGreaterThan(10 * MIB), { timeout: 10_000 });
    device.destroy();
  });

  it('goes on for the log when the window leaves, and ends when neither is left', async () => {
    const { device } = floodingDevice(4 * MIB);
    const log = await ConsoleLog.start({ folder, name: 'all', chosen: null, plain: false }, () => {});
    const stream = openStream(device, log);
    const { window } = view(stream, () => new Promise((resolve) => setTimeout(resolve, 5)));
    await vi.waitFor(() => expect(log.state.bytes).toBeGreaterThan(0));
    window.close({ kind: 'cancelled', message: '' });
    await vi.waitFor(() => expect(log.state.bytes).toBe(4 * MIB), { timeout: 10_000 });
    expect(device.destroyed).toBe(false);
    stream.log = null;
    expect(device.destroyed).toBe(true);
    await log.stop();
    const written = readFileSync(log.state.path);
    for (let at = 0; at < written.length; at += 4096) expect(written.readUInt32BE(at)).toBe(at / 4);
  });

  it('is one window’s at a time: the one before is told, and types no more', async () => {
    const { device, typed } = floodingDevice(0);
    const stream = openStream(device);
    const first = view(stream);
    first.window.send(Buffer.from('a'));
    await vi.waitFor(() => expect(typed).toEqual(['a']));
    const late = stream.reserve();
    await vi.waitFor(() => expect(first.got.closed).toBe('taken-over'));
    const second = view(stream);
    // Whose place was taken before it came is told as well, and does not close what the other has.
    const [near, far] = memoryFramePorts();
    let why = '';
    creditChannel(near).onClose(({ kind }) => {
      why = kind;
    });
    late.accept(creditChannel(far));
    late.expire();
    await vi.waitFor(() => expect(why).toBe('taken-over'));
    second.window.send(Buffer.from('b'));
    await vi.waitFor(() => expect(typed).toEqual(['a', 'b']));
    second.window.close();
    await vi.waitFor(() => expect(device.destroyed).toBe(true));
  });

  it('tells why it ended, also to a window that comes too late', async () => {
    const { device } = floodingDevice(0);
    const stream = openStream(device);
    const { accept } = stream.reserve();
    device.push(null);
    device.destroy();
    await stream.ended;
    const [near, far] = memoryFramePorts();
    let why = '';
    creditChannel(near).onClose(({ message }) => {
      why = message;
    });
    accept(creditChannel(far));
    await vi.waitFor(() => expect(why).toBe('off'));
  });
});
