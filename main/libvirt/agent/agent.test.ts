import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Agent } from './agent.ts';
import { ByteLinks } from './byteLinks.ts';
import type { AgentProcess, ProcessExit } from './processHost.ts';
import type { FromAgent, ToAgent } from './protocol.ts';

const REQUEST = {
  kind: 'console',
  uuid: '8a1c7a52-2b35-4c3e-9d0b-0f5a4c7e9d11',
  device: null,
  force: false,
} as const;

describe('Streams of an agent', () => {
  let folder: string;
  let links: ByteLinks;
  /** What the process is told, and what it says. */
  let told: (message: ToAgent) => void = () => {};
  let say: (message: FromAgent) => void = () => {};
  let exit: (exit: ProcessExit) => void = () => {};

  const process: AgentProcess = {
    pid: 1,
    send: (message) => told(message as ToAgent),
    onMessage: (listener) => {
      say = listener;
    },
    onExit: (listener) => {
      exit = listener;
    },
    kill: () => {},
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'virtdeck-agent-test-'));
    links = new ByteLinks(folder);
  });
  afterEach(() => {
    exit({ code: 0, signal: null });
    links.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** An agent that begins as `begin` says when it is asked for a stream. */
  function start(begin: (request: Extract<ToAgent, { type: 'stream' }>) => void): Agent {
    told = (message) => {
      if (message.type === 'stream') begin(message);
    };
    return Agent.start({ fork: () => process }, { title: 'test', links });
  }

  async function arrive({ path, ticket }: { path: string; ticket: string }): Promise<Socket> {
    const socket = connect({ path, allowHalfOpen: true });
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(`${ticket}\n`);
    return socket.resume();
  }

  const failed = (id: number): FromAgent => ({
    type: 'failed',
    id,
    calls: 1,
    error: { type: 'agent', reason: 'internal', message: 'no such device' },
  });

  it('that cannot be opened are forgotten, however many are tried', async () => {
    const agent = start(({ id }) => say(failed(id)));
    for (let i = 0; i < 20; i++) await expect(agent.openStream(REQUEST)).rejects.toThrow('no such device');
    expect(agent.streams).toBe(0);
  });

  it('are forgotten when they have ended', async () => {
    const agent = start(({ id, link }) => {
      void arrive(link).then(() => say({ type: 'result', id, calls: 1, value: null }));
    });
    const stream = await agent.openStream(REQUEST);
    expect(agent.streams).toBe(1);
    say({ type: 'streamEnded', id: 1, error: null });
    expect(agent.streams).toBe(0);
    stream.destroy();
  });

  it.each([
    ['it fails', (id: number) => say(failed(id))],
    ['the process ends', () => exit({ code: null, signal: 'SIGKILL' })],
  ])('are hung up when they had come before %s', async (_what, fail) => {
    let arrived: Promise<Socket> = Promise.reject(new Error('nobody asked'));
    arrived.catch(() => {});
    const agent = start(({ id, link }) => {
      arrived = arrive(link);
      // After main has taken the connection.
      void arrived.then(() => setTimeout(() => fail(id), 100));
    });
    await expect(agent.openStream(REQUEST)).rejects.toThrow();
    const socket = await arrived;
    // Its end is told by main's hanging up and by nothing else: this end stays open.
    if (!socket.readableEnded) await once(socket, 'end');
    expect(agent.streams).toBe(0);
    socket.destroy();
  });
});
