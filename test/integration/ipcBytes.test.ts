import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ByteChannel, ByteCloseReason } from '../../contract/index.ts';
import { CREDIT_WINDOW } from '../../contract/index.ts';
import { createHost } from '../../renderer/transport/connect.ts';
import type { Host } from '../../renderer/transport/host.ts';
import { type Stand, stands } from './helpers/app/stands.ts';
import { someDomain, tinyServices } from './helpers/app/tinyServices.ts';

/** Opens a channel and gives both ends. */
interface Pair {
  readonly host: Host;
  readonly near: ByteChannel;
  readonly far: ByteChannel;
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

function closing(channel: ByteChannel): Promise<ByteCloseReason> {
  return new Promise((resolve) => channel.onClose(resolve));
}

describe.each(stands)('byte channels over %s', (_name, createStand) => {
  let stand: Stand;
  let accepted: (channel: ByteChannel) => void = () => {};
  const expired = vi.fn();
  let ttlMs = 30_000;

  beforeEach(async () => {
    ttlMs = 30_000;
    expired.mockClear();
    stand = await createStand((platform) =>
      tinyServices(platform, {
        consoles: {
          openText: (_input, caller) => ({
            ticket: platform.bytes.issue(caller, (channel) => accepted(channel), {
              ttlMs,
              onExpired: expired,
            }),
          }),
        },
      }),
    );
  });
  afterEach(() => stand.close());

  const connect = async () => createHost(await stand.connect(), true);
  const ticketOf = async (host: Host) =>
    (await host.client.consoles.openText({ ...someDomain, key: 'serial0', force: false })).ticket;

  async function openPair(host?: Host): Promise<Pair> {
    const own = host ?? (await connect());
    const far = new Promise<ByteChannel>((resolve) => {
      accepted = resolve;
    });
    const near = await own.openBytes(await ticketOf(own));
    return { host: own, near, far: await far };
  }

  it('carries bytes both ways, in order, as copies', async () => {
    const { near, far } = await openPair();
    const got: string[] = [];
    far.onData((bytes) => void got.push(text(bytes)));
    const reused = new Uint8Array(new ArrayBuffer(100), 50, 3);
    for (const word of ['one', 'two', 'six']) {
      reused.set(Buffer.from(word));
      near.send(reused);
    }
    await vi.waitFor(() => expect(got.join(',')).toBe('one,two,six'));
    near.onData((bytes) => void got.push(text(bytes)));
    far.send(Buffer.from('pooled buffer'));
    await vi.waitFor(() => expect(got.at(-1)).toBe('pooled buffer'));
  });

  it('keeps what comes before anybody listens', async () => {
    const { near, far } = await openPair();
    far.send(Buffer.from('greeting'));
    far.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const order: string[] = [];
    near.onData((bytes) => void order.push(text(bytes)));
    near.onClose(({ kind }) => void order.push(kind));
    await vi.waitFor(() => expect(order).toEqual(['greeting', 'end']));
  });

  it('moves 32 MiB unharmed while the reader is slow, holding no more than the window', async () => {
    const { near, far } = await openPair();
    const block = randomBytes(700_001);
    const [sent, received] = [createHash('sha256'), createHash('sha256')];
    let total = 0;
    let most = 0;
    near.onData(async (bytes) => {
      received.update(bytes);
      total += bytes.byteLength;
      if (Math.random() < 0.05) await new Promise((resolve) => setTimeout(resolve, 2));
    });
    const rounds = 48;
    for (let i = 0; i < rounds; i++) {
      far.send(block);
      sent.update(block);
      most = Math.max(most, far.bufferedAmount);
      await far.drained();
    }
    far.close();
    expect((await closing(near)).kind).toBe('end');
    expect(total).toBe(rounds * block.byteLength);
    expect(received.digest('hex')).toBe(sent.digest('hex'));
    expect(most).toBeLessThan(CREDIT_WINDOW / 2 + block.byteLength + 1);
  });

  it('stops at a reader that does not read, and goes on when it does', async () => {
    const { near, far } = await openPair();
    far.send(new Uint8Array(3 * CREDIT_WINDOW));
    const drained = vi.fn();
    void far.drained().then(drained);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(drained).not.toHaveBeenCalled();
    expect(far.bufferedAmount).toBe(3 * CREDIT_WINDOW);
    let got = 0;
    near.onData((bytes) => {
      got += bytes.byteLength;
    });
    await vi.waitFor(() => expect(got).toBe(3 * CREDIT_WINDOW));
    await vi.waitFor(() => expect(drained).toHaveBeenCalled());
  });

  it('delivers everything before an orderly end, even what waits for credit', async () => {
    const { near, far } = await openPair();
    near.send(new Uint8Array(2.5 * CREDIT_WINDOW));
    near.close({ kind: 'taken-over', message: 'Somebody else has it' });
    expect(near.open).toBe(false);
    expect(() => near.send(new Uint8Array(1))).toThrow(/closed/);
    let got = 0;
    far.onData((bytes) => {
      got += bytes.byteLength;
    });
    expect(await closing(far)).toEqual({ kind: 'taken-over', message: 'Somebody else has it' });
    expect(got).toBe(2.5 * CREDIT_WINDOW);
  });

  it('ends at once when cancelled, though the other side does not read', async () => {
    const { near, far } = await openPair();
    far.onData(() => new Promise(() => {}));
    near.send(new Uint8Array(2 * CREDIT_WINDOW));
    near.close({ kind: 'cancelled', message: '' });
    expect((await closing(far)).kind).toBe('cancelled');
  });

  it('ends with an error when a consumer fails', async () => {
    const { near, far } = await openPair();
    far.onData(() => {
      throw new Error('secret detail');
    });
    near.send(Buffer.from('x'));
    const reason = await closing(near);
    expect(reason.kind).toBe('error');
    expect(reason.message).not.toContain('secret');
  });

  it('closes the channels of a window that goes', async () => {
    const { host, far } = await openPair();
    host.close();
    expect((await closing(far)).kind).toBe('error');
  });

  it('uses a ticket once', async () => {
    const host = await connect();
    const ticket = await ticketOf(host);
    let opened = 0;
    accepted = () => {
      opened += 1;
    };
    const first = await host.openBytes(ticket);
    await vi.waitFor(() => expect(opened).toBe(1));
    const second = await host.openBytes(ticket);
    expect((await closing(second)).kind).toBe('error');
    expect(first.open).toBe(true);
    expect(opened).toBe(1);
  });

  it('refuses tickets that were never given out, and those of another window', async () => {
    const [host, thief] = [await connect(), await connect()];
    accepted = vi.fn();
    for (const ticket of ['x'.repeat(32), '../rpc', '__proto__', '']) {
      expect((await closing(await host.openBytes(ticket))).kind).toBe('error');
    }
    const stolen = await thief.openBytes(await ticketOf(host));
    expect((await closing(stolen)).kind).toBe('error');
    expect(accepted).not.toHaveBeenCalled();
  });

  it('lets tickets expire, with the time or with the window', async () => {
    const host = await connect();
    ttlMs = 30;
    const late = await ticketOf(host);
    await vi.waitFor(() => expect(expired).toHaveBeenCalledTimes(1));
    expect((await closing(await host.openBytes(late))).kind).toBe('error');
    ttlMs = 30_000;
    await ticketOf(host);
    host.close();
    await vi.waitFor(() => expect(expired).toHaveBeenCalledTimes(2));
  });
});
