import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { LinkWatch } from './linkWatch.ts';
import { addressOf, answers } from './reach.ts';
import { WakeWatch } from './wakeWatch.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const servers: Server[] = [];
const watches: LinkWatch[] = [];
afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop();
  for (const server of servers.splice(0)) server.close();
});

async function listen(port = 0): Promise<number> {
  const server = createServer((socket) => socket.destroy());
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('LinkWatch', () => {
  it('tells nothing while the place answers all the time', async () => {
    const port = await listen();
    let ups = 0;
    watches.push(new LinkWatch({ host: '127.0.0.1', port }, () => (ups += 1), { everyMs: 10 }));
    await pause(100);
    expect(ups).toBe(0);
  });

  it('tells once when it answers after it did not', async () => {
    const port = await listen();
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    let ups = 0;
    watches.push(new LinkWatch({ host: '127.0.0.1', port }, () => (ups += 1), { everyMs: 20 }));
    await pause(100);
    expect(ups).toBe(0);
    await listen(port);
    await pause(200);
    expect(ups).toBe(1);
  });

  it('stops', async () => {
    const port = await listen();
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    let ups = 0;
    const watch = new LinkWatch({ host: '127.0.0.1', port }, () => (ups += 1), { everyMs: 20 });
    await pause(60);
    watch.stop();
    await listen(port);
    await pause(100);
    expect(ups).toBe(0);
  });
});

describe('reaching a host', () => {
  it('resolves with a connection, a refusal, and the end of patience', async () => {
    const never = new AbortController();
    const port = await listen();
    await answers({ host: '127.0.0.1', port }, never.signal);
    await answers({ host: '127.0.0.1', port: 1 }, never.signal);
    await answers({ host: 'name.invalid', port: 1 }, never.signal);
    // TEST-NET-1 (RFC 5737): nobody is there.
    const waiting = answers({ host: '192.0.2.1', port: 1 }, never.signal);
    never.abort();
    await waiting;
  });

  it('looks names up, a few at a time', async () => {
    expect(await addressOf({ host: '::1', port: 1 })).toEqual({ host: '::1', port: 1 });
    const many = Array.from({ length: 6 }, () => addressOf({ host: 'localhost', port: 22 }));
    for (const one of await Promise.all(many)) expect(one?.port).toBe(22);
    expect(await addressOf({ host: 'name.invalid', port: 1 })).toBeNull();
  });
});

describe('WakeWatch', () => {
  function stand() {
    const told: string[] = [];
    const state = { wall: 0, monotonic: 0, addresses: 'eth0 10.0.0.1/24', needed: true };
    const watch = new WakeWatch({
      onWake: (reason) => told.push(reason),
      needed: () => state.needed,
      everyMs: 1_000_000,
      now: () => ({ wall: state.wall, monotonic: state.monotonic }),
      interfaces: () => state.addresses,
    });
    const pass = (wall: number, monotonic = wall) => {
      state.wall += wall;
      state.monotonic += monotonic;
      watch.look();
    };
    return { told, state, pass, stop: () => watch.stop() };
  }

  it('notices sleep by the clock that stood still, and no correction of the time', () => {
    const { told, pass, stop } = stand();
    pass(2_000);
    pass(2_500, 2_000);
    pass(-3_600_000, 2_000);
    expect(told).toEqual([]);
    pass(600_000, 2_000);
    expect(told).toEqual(['resumed']);
    stop();
  });

  it('notices another network, once', () => {
    const { told, state, pass, stop } = stand();
    pass(2_000);
    state.addresses = 'wlan0 10.1.0.7/24';
    pass(2_000);
    pass(2_000);
    expect(told).toEqual(['network']);
    stop();
  });

  it('looks at nothing while nobody wants to know', () => {
    const { told, state, pass, stop } = stand();
    state.needed = false;
    pass(2_000);
    state.addresses = 'x';
    pass(900_000, 2_000);
    state.needed = true;
    pass(2_000);
    expect(told).toEqual([]);
    stop();
  });
});
