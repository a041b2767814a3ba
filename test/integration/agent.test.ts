import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AgentFailure, LibvirtFailure } from '../../main/libvirt/agent/failures.ts';
import { Agents, eventLog, isAlive, openFiles, sleep, timed } from './helpers/agents.ts';
import { buildAgent } from './helpers/buildAgent.ts';

let agents: Agents;
let silent: Server;
/** A libvirt server that takes connections and never says a word: calls to it block. */
let silentUri: string;

beforeAll(async () => {
  agents = await Agents.create();
  silent = createServer((socket) => socket.on('error', () => {}));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  silentUri = `qemu+tcp://127.0.0.1:${address.port}/system`;
});
afterEach(() => agents.closeAll());
afterAll(async () => {
  await agents.dispose();
  silent.close();
});

describe('an agent', () => {
  it('opens a connection, answers and reports events', async () => {
    const agent = agents.start();
    const log = eventLog(agent);
    const opened = await agent.open({ uri: 'test:///default', readOnly: false, authorize: async () => null });
    expect(opened).toEqual({ uri: 'test:///default', driver: 'TEST', keepalive: false });
    const { domains } = await agent.call('listDomains', {});
    expect(domains.map((domain) => domain.name)).toEqual(['test']);
    const uuid = domains[0]!.uuid;
    await agent.call('suspendDomain', { uuid });
    await log.next((event) => event.kind === 'domain' && event.event === 'lifecycle' && event.uuid === uuid);
    const { domains: after } = await agent.call('refreshDomains', { uuids: [uuid] });
    expect(after[0]).toMatchObject({ state: 3, vcpus: 2, memoryKiB: 2097152 });
  });

  it('passes on what libvirt says of an error', async () => {
    const agent = await agents.open();
    const gone = agent.call('startDomain', { uuid: '00000000-0000-4000-8000-000000000000' });
    await expect(gone).rejects.toMatchObject({ name: 'LibvirtFailure', code: 42, domain: 12 });
    await expect(agents.open('nonsense:///')).rejects.toBeInstanceOf(LibvirtFailure);
  });

  it('may be opened again after a failure and after disconnect', async () => {
    const agent = agents.start();
    const open = (uri: string) => agent.open({ uri, readOnly: false, authorize: async () => null });
    await expect(open('test:///missing.xml')).rejects.toBeInstanceOf(LibvirtFailure);
    await open('test:///default');
    await expect(open('test:///default')).rejects.toBeInstanceOf(AgentFailure);
    await agent.disconnect();
    await expect(agent.call('hostInfo', {})).rejects.toMatchObject({ reason: 'closed' });
    await open('test:///default');
    expect(await agent.call('hostInfo', {})).toMatchObject({ driver: 'TEST' });
  });

  it('refuses changes on a read-only connection', async () => {
    const agent = await agents.open('test:///default', { readOnly: true });
    const { domains } = await agent.call('listDomains', {});
    const destroyed = agent.call('destroyDomain', { uuid: domains[0]!.uuid });
    await expect(destroyed).rejects.toMatchObject({ code: 29 });
  });

  it('does not delay another connection while one is blocked', async () => {
    const blocked = agents.start();
    blocked.open({ uri: silentUri, readOnly: false, authorize: async () => null }).catch(() => {});
    const other = await agents.open();
    await sleep(200);
    const took = await timed(() => Promise.all(Array.from({ length: 50 }, () => other.call('hostInfo', {}))));
    expect(took).toBeLessThan(1_000);
    expect(blocked.alive).toBe(true);
  });

  it('is noticed when it is killed, and another one opens again', async () => {
    const agent = await agents.open();
    const exited = new Promise((resolve) => agent.onExit(resolve));
    const call = agent.call('hostInfo', {}).catch((error: unknown) => error);
    process.kill(agent.pid!, 'SIGKILL');
    expect(await exited).toMatchObject({ signal: 'SIGKILL', expected: false, killed: null });
    expect(await call).toMatchObject({ reason: 'exited' });
    await expect(agent.call('hostInfo', {})).rejects.toMatchObject({ reason: 'exited' });
    const next = await agents.open();
    expect(await next.call('hostInfo', {})).toMatchObject({ driver: 'TEST' });
  });

  it('is killed and reported when it does not answer', async () => {
    const agent = agents.start({ watchdog: { intervalMs: 100, missed: 25 } });
    await agent.open({ uri: 'test:///default', readOnly: false, authorize: async () => null });
    await sleep(3_000);
    expect(agent.alive).toBe(true);
    process.kill(agent.pid!, 'SIGSTOP');
    const call = agent.call('hostInfo', {});
    call.catch(() => {});
    const exit = await new Promise((resolve) => agent.onExit(resolve));
    expect(exit).toMatchObject({ killed: 'It does not answer.', expected: false });
    await expect(call).rejects.toMatchObject({ reason: 'exited' });
  });

  it('ends with the process that started it', async () => {
    // What a crash of main looks like to the agent: its channel closes.
    const child = fork(await buildAgent(), { serialization: 'advanced', stdio: 'ignore' });
    await sleep(300);
    expect(isAlive(child.pid)).toBe(true);
    child.disconnect();
    await expect.poll(() => isAlive(child.pid), { timeout: 3_000 }).toBe(false);
  });

  it('drops calls that wait when they are cancelled or out of time', async () => {
    const agent = await agents.open();
    const { domains } = await agent.call('listDomains', {});
    const uuids = Array.from({ length: 20_000 }, () => domains[0]!.uuid);
    // Keeps the lane busy for a while.
    const busy = agent.call('refreshDomains', { uuids });
    const controller = new AbortController();
    const waiting = agent.call('hostInfo', {}, { signal: controller.signal });
    const late = agent.call('hostInfo', {}, { timeoutMs: 50 });
    setTimeout(() => controller.abort(), 20);
    await Promise.all([
      expect(waiting).rejects.toMatchObject({ reason: 'cancelled' }),
      expect(late).rejects.toMatchObject({ reason: 'timeout' }),
    ]);
    await busy;
    expect(await agent.call('hostInfo', {})).toMatchObject({ driver: 'TEST' });
    expect(agent.slowCalls.at(-1)).toMatchObject({ name: 'refreshDomains', lane: 'call' });
    expect(agent.slowCalls.at(-1)!.ms).toBeGreaterThan(250);
  });

  it('tells a running operation that it is cancelled', async () => {
    const agent = await agents.open();
    const { domains } = await agent.call('listDomains', {});
    const uuids = Array.from({ length: 200_000 }, () => domains[0]!.uuid);
    const controller = new AbortController();
    const busy = agent.call('refreshDomains', { uuids }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 2_000);
    const partial = await busy;
    expect(partial.domains.length).toBeGreaterThan(0);
    expect(partial.domains.length).toBeLessThan(uuids.length);
  });
});

describe('closing', () => {
  it('takes no time when nothing runs, and leaves no process', async () => {
    const agent = await agents.open();
    const { pid } = agent;
    expect(await timed(() => agent.close())).toBeLessThan(1_000);
    expect(isAlive(pid)).toBe(false);
    await expect(agent.call('hostInfo', {})).rejects.toMatchObject({ reason: 'exited' });
  });

  it('does not wait for a connection that is being opened', async () => {
    const agent = agents.start();
    const opening = agent.open({ uri: silentUri, readOnly: false, authorize: async () => null });
    opening.catch(() => {});
    await sleep(300);
    expect(await timed(() => agent.close())).toBeLessThan(1_000);
    await expect(opening).rejects.toMatchObject({ reason: 'closed' });
    expect(isAlive(agent.pid)).toBe(false);
  });

  it('waits for the call under way, refuses the others, and ends while events pour in', async () => {
    const agent = await agents.open();
    const { domains } = await agent.call('listDomains', {});
    const { uuid } = domains[0]!;
    let events = 0;
    agent.onEvent(() => (events += 1));
    const flood = (async () => {
      for (;;) {
        await agent.call('suspendDomain', { uuid });
        await agent.call('resumeDomain', { uuid });
      }
    })();
    flood.catch(() => {});
    await sleep(300);
    const running = agent.call('listDomains', {}).catch((error: unknown) => error);
    const took = timed(() => agent.close());
    await expect(flood).rejects.toMatchObject({ reason: 'closed' });
    expect(await took).toBeLessThan(1_500);
    const ran = await running;
    expect(ran instanceof Error ? ran : 'done').toSatisfy(
      (end) => end === 'done' || (end instanceof AgentFailure && end.reason === 'closed'),
    );
    expect(events).toBeGreaterThan(50);
  });

  it('may be asked for twice, and of an agent that is gone', async () => {
    const agent = await agents.open();
    await Promise.all([agent.close(), agent.close()]);
    await agent.close();
  });

  it('gives up a process that is stopped', async () => {
    const agent = await agents.open();
    process.kill(agent.pid!, 'SIGSTOP');
    expect(await timed(() => agent.close({ graceMs: 300 }))).toBeLessThan(2_000);
    expect(isAlive(agent.pid)).toBe(false);
  });
});

describe('opening and closing again and again', () => {
  it('leaves nothing behind in a process, 1000 times', { timeout: 120_000 }, async () => {
    const agent = agents.start();
    const rss: number[] = [];
    const files: number[] = [];
    for (let cycle = 1; cycle <= 1_000; cycle++) {
      await agent.open({ uri: 'test:///default', readOnly: false, authorize: async () => null });
      await agent.call('listDomains', {});
      await agent.disconnect();
      if (cycle % 100 === 0) {
        rss.push(memory(agent.pid));
        files.push(openFiles(agent.pid));
      }
    }
    // The heap breathes by some megabytes between collections: its low points count.
    const growth = Math.min(...rss.slice(-3)) - Math.min(...rss.slice(1, 4));
    expect(growth, `RSS in KiB: ${rss}`).toBeLessThan(5_000);
    expect(new Set(files.slice(1)).size, `open files: ${files}`).toBe(1);
  });

  it('leaves nothing behind in main', { timeout: 60_000 }, async () => {
    await (await agents.open()).close();
    const before = openFiles(process.pid);
    for (let cycle = 0; cycle < 20; cycle++) await (await agents.open()).close();
    expect(openFiles(process.pid)).toBe(before);
  });
});

function memory(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
