import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ByteLinks } from './byteLinks.ts';
import { LinkStream, StreamEnding } from './linkStream.ts';

describe('ByteLinks', () => {
  let folder: string;
  let links: ByteLinks;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'virtdeck-links-test-'));
    links = new ByteLinks(folder);
  });
  afterEach(() => {
    links.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The agent's end. */
  async function arrive(path: string, words: string): Promise<Socket> {
    const socket = connect({ path, allowHalfOpen: true });
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(words);
    return socket;
  }

  it('hands over the connection that shows the ticket, with all that follows it', async () => {
    const expected = await links.expect();
    const agent = await arrive(expected.link.path, `${expected.link.ticket}\nfirst `);
    const stream = new LinkStream(await expected.socket, new StreamEnding());
    agent.write('second');
    let text = '';
    while (text.length < 12) text += String((await once(stream, 'data'))[0]);
    expect(text).toBe('first second');
    stream.destroy();
    await once(agent.resume(), 'end');
    agent.destroy();
  });

  it('takes each ticket once, and nobody without', async () => {
    const expected = await links.expect();
    const stranger = await arrive(expected.link.path, `${'0'.repeat(64)}\n`);
    await once(stranger.resume(), 'end');
    stranger.destroy();
    const agent = await arrive(expected.link.path, `${expected.link.ticket}\n`);
    const socket = await expected.socket;
    const again = await arrive(expected.link.path, `${expected.link.ticket}\n`);
    await once(again.resume(), 'end');
    again.destroy();
    expect(socket.destroyed).toBe(false);
    agent.destroy();
    socket.destroy();
  });

  it('listens where only this user can come, and leaves nothing behind', async () => {
    const { link, socket } = await links.expect();
    const place = dirname(link.path);
    expect(statSync(place).mode & 0o777).toBe(0o700);
    links.close();
    await expect(socket).rejects.toThrow('closing');
    expect(existsSync(place)).toBe(false);
  });

  it('finds a shorter path where the folder is too deep for a socket', async () => {
    const deep = mkdtempSync(join(folder, `${'deep-'.repeat(20)}`));
    const other = new ByteLinks(deep);
    const { link, cancel } = await other.expect();
    expect(link.path.length).toBeLessThanOrEqual(107);
    cancel();
    other.close();
  });
});

describe('LinkStream', () => {
  async function pair() {
    const folder = mkdtempSync(join(tmpdir(), 'virtdeck-links-test-'));
    const links = new ByteLinks(folder);
    const expected = await links.expect();
    const agent = connect({ path: expected.link.path, allowHalfOpen: true });
    agent.on('error', () => {});
    agent.write(`${expected.link.ticket}\n`);
    const ending = new StreamEnding();
    const stream = new LinkStream(await expected.socket, ending);
    const done = (): void => {
      links.close();
      rmSync(folder, { recursive: true });
    };
    return { agent, ending, stream, done };
  }

  it('ends only when the agent has said that it is complete', async () => {
    const { agent, ending, stream, done } = await pair();
    let ended = false;
    stream.on('end', () => (ended = true)).resume();
    agent.end('all of it');
    await once(stream, 'data');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ended).toBe(false);
    ending.set(null);
    await once(stream, 'close');
    expect(ended).toBe(true);
    done();
  });

  it('fails with what libvirt said, whether it came before or after the bytes ended', async () => {
    for (const first of ['reason', 'bytes']) {
      const { agent, ending, stream, done } = await pair();
      stream.resume();
      const failed = once(stream, 'error');
      if (first === 'reason') ending.set(new Error('I/O failure'));
      agent.end('part');
      if (first === 'bytes') setTimeout(() => ending.set(new Error('I/O failure')), 30);
      expect((await failed)[0]).toEqual(new Error('I/O failure'));
      done();
    }
  });

  it('has written everything when the agent says so, and closes by itself', async () => {
    const { agent, ending, stream, done } = await pair();
    const bytes = Buffer.alloc(1_000_000, 7);
    const finished = once(stream, 'finish');
    const closed = once(stream, 'close');
    stream.end(bytes);
    let received = 0;
    for await (const chunk of agent) received += (chunk as Buffer).length;
    expect(received).toBe(bytes.length);
    expect(stream.writableFinished).toBe(false);
    ending.set(null);
    agent.end();
    await finished;
    await closed;
    done();
  });
});
