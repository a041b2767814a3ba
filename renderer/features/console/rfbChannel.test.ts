import { describe, expect, it } from 'vitest';
import type { ByteChannel, ByteCloseReason } from '../../../contract/index.ts';
import { RfbChannel } from './rfbChannel.ts';

class FakeChannel implements ByteChannel {
  open = true;
  bufferedAmount = 0;
  sent: number[][] = [];
  consume: (bytes: Uint8Array) => void | Promise<void> = () => {};
  closed: (reason: ByteCloseReason) => void = () => {};
  send(bytes: Uint8Array) {
    this.sent.push([...bytes]);
  }
  drained() {
    return Promise.resolve();
  }
  onData(consume: typeof this.consume) {
    this.consume = consume;
  }
  onClose(listener: typeof this.closed) {
    this.closed = listener;
  }
  close(reason: ByteCloseReason = { kind: 'end', message: '' }) {
    this.open = false;
    this.closed(reason);
  }
}

describe('RfbChannel', () => {
  it('has the keys that noVNC looks for, its own or its prototype’s', () => {
    const channel = new RfbChannel(new FakeChannel());
    const keys = [...Object.keys(channel), ...Object.getOwnPropertyNames(RfbChannel.prototype)];
    for (const key of [
      'send',
      'close',
      'binaryType',
      'onerror',
      'onmessage',
      'onopen',
      'protocol',
      'readyState',
    ]) {
      expect(keys).toContain(key);
    }
    expect(channel.readyState).toBe('open');
  });

  it('gives noVNC only the bytes of a view into a larger buffer', () => {
    const raw = new FakeChannel();
    const channel = new RfbChannel(raw);
    const got: number[][] = [];
    channel.onmessage = ({ data }) => got.push([...new Uint8Array(data)]);
    channel.start();
    void raw.consume(new Uint8Array([1, 2, 3, 4]).subarray(1, 3));
    void raw.consume(new Uint8Array([5]));
    expect(got).toEqual([[2, 3], [5]]);
  });

  it('has taken bytes when noVNC has drawn them, so that the sender waits for slow pictures', async () => {
    const raw = new FakeChannel();
    const channel = new RfbChannel(raw);
    let finish = () => {};
    let drawing: Promise<void> | undefined = new Promise((resolve) => {
      finish = resolve;
    });
    channel.start(() => drawing);
    let taken = false;
    const consumed = Promise.resolve(raw.consume(new Uint8Array([1]))).then(() => {
      taken = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(taken).toBe(false);
    finish();
    await consumed;
    drawing = undefined;
    expect(raw.consume(new Uint8Array([2]))).toBeUndefined();
  });

  it('remembers why it ended, tells it a moment later, and sends nothing afterwards', async () => {
    const raw = new FakeChannel();
    const channel = new RfbChannel(raw);
    let told = 0;
    channel.onclose = () => {
      told += 1;
    };
    raw.close({ kind: 'taken-over', message: 'x' });
    channel.send(new Uint8Array([1]));
    channel.close();
    expect(told).toBe(0);
    await Promise.resolve();
    expect(channel.closeReason?.kind).toBe('taken-over');
    expect(channel.readyState).toBe('closed');
    expect(raw.sent).toEqual([]);
    expect(told).toBe(1);
  });
});
