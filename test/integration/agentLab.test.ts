import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../main/libvirt/agent/agent.ts';
import type { CredentialRequest } from '../../main/libvirt/agent/protocol.ts';
import { guestXml, type Host, labPassword } from '../hosts/index.ts';
import { describeLab } from '../hosts/vitest.ts';
import { Agents, eventLog, isAlive, sleep, timed } from './helpers/agents.ts';

const UUID = '8a1c7a52-2b35-4c3e-9d0b-0f5a4c7e9d11';
const FAST = { intervalS: 1, count: 3 };
/** Keepalive gives up after interval * (count + 1). */
const LOST_MS = 7_000;

describeLab('an agent and a real libvirtd', { hosts: 1 }, (lab) => {
  const hv1 = (): Host => lab().host('hv1');
  let agents: Agents;

  beforeAll(async () => {
    agents = await Agents.create();
    const xml = guestXml({ name: 'tiny' }).replace('</name>', `</name><uuid>${UUID}</uuid>`);
    await hv1().define(xml);
  });
  afterEach(async () => {
    await agents.closeAll();
    await hv1().faults.restore();
    await hv1().virshAny(['destroy', 'tiny']);
  });
  afterAll(() => agents.dispose());

  const connect = (): Promise<Agent> => agents.open(hv1().uri.unix, { keepalive: FAST });

  describe('when the daemon hangs', () => {
    it('reports the connection lost within the keepalive time, and a new one works after it goes on', async () => {
      const agent = await connect();
      const log = eventLog(agent);
      expect(await agent.call('hostInfo', {})).toMatchObject({ driver: 'QEMU' });
      await hv1().faults.freeze('libvirtd');
      const call = agent.call('hostInfo', {}).catch((error: unknown) => error);
      const took = await timed(() => log.next((event) => event.kind === 'connection', LOST_MS));
      expect(took).toBeGreaterThan(2_000);
      expect(await call).toMatchObject({ name: 'LibvirtFailure' });
      // What comes later does not wait again.
      expect(await timed(() => agent.call('listDomains', {}).catch(() => {}))).toBeLessThan(500);
      await hv1().faults.thaw();
      const next = await connect();
      expect((await next.call('listDomains', {})).domains).toHaveLength(1);
    });

    it('reports it also when nothing is asked', async () => {
      const agent = await connect();
      const log = eventLog(agent);
      await hv1().faults.freeze('libvirtd');
      const lost = await log.next((event) => event.kind === 'connection', LOST_MS);
      // On a slow machine the agent is still subscribing to events: then the call that fails tells it.
      expect(lost).toMatchObject({ event: 'closed', reason: expect.toBeOneOf([0, 2]) });
    });

    it('reports it whatever the agent is doing', async () => {
      const open: Agent[] = [];
      const logs = await Promise.all(
        Array.from({ length: 6 }, async (_, index) => {
          await sleep(index * 150);
          const agent = agents.start();
          const log = eventLog(agent);
          const options = {
            uri: hv1().uri.unix,
            readOnly: false,
            keepalive: FAST,
            authorize: async () => null,
          };
          await agent.open(options);
          open.push(agent);
          return log;
        }),
      );
      // Some have begun to subscribe to the further events by now, some are about to.
      await sleep(300);
      for (const agent of open.slice(3)) agent.call('listDomains', {}).catch(() => {});
      await hv1().faults.freeze('libvirtd');
      await Promise.all(logs.map((log) => log.next((event) => event.kind === 'connection', LOST_MS)));
    });

    it('does not hold up another connection, nor its own closing', async () => {
      const agent = await agents.open(hv1().uri.unix, { keepalive: { intervalS: 60, count: 5 } });
      const other = await agents.open();
      await hv1().faults.freeze('libvirtd');
      const call = agent.call('hostInfo', {}).catch((error: unknown) => error);
      await sleep(300);
      expect(await timed(() => other.call('hostInfo', {}))).toBeLessThan(300);
      expect(await timed(() => agent.close({ graceMs: 500 }))).toBeLessThan(2_000);
      expect(await call).toMatchObject({ reason: 'closed' });
      expect(isAlive(agent.pid)).toBe(false);
    });

    it('notices at once that the daemon was killed', async () => {
      const agent = await connect();
      const log = eventLog(agent);
      await hv1().faults.kill('libvirtd');
      await log.next((event) => event.kind === 'connection', 2_000);
    });
  });

  describe('credentials', () => {
    const user =
      (asked: CredentialRequest[][], password: string) => async (requests: CredentialRequest[]) => {
        asked.push(requests);
        return requests.map(({ type }) => (type === 2 ? 'operator' : type === 5 ? password : null));
      };

    it('are asked for once, and used again for the connection of jobs', async () => {
      const asked: CredentialRequest[][] = [];
      const agent = await agents.open(hv1().uri.tcp, { authorize: user(asked, labPassword) });
      const rounds = asked.length;
      expect(asked.flat().map(({ type }) => type)).toContain(5);
      await agent.call('startDomain', { uuid: UUID });
      expect(await hv1().state('tiny')).toBe('running');
      expect(asked).toHaveLength(rounds);
    });

    it('fail with the error of libvirt when they are wrong or refused', async () => {
      const wrong = agents.open(hv1().uri.tcp, { authorize: user([], 'wrong') });
      await expect(wrong).rejects.toMatchObject({ code: 45 });
      const agent = agents.start();
      const open = (authorize: (r: CredentialRequest[]) => Promise<(string | null)[] | null>) =>
        agent.open({ uri: hv1().uri.tcp, readOnly: false, authorize });
      await expect(open(async () => null)).rejects.toMatchObject({ code: 45 });
      await open(user([], labPassword));
    });
  });

  describe('lanes', () => {
    it('answer short calls while jobs run beside each other', async () => {
      const agent = await connect();
      await agent.call('startDomain', { uuid: UUID });
      const saving = agent.call('managedSaveDomain', { uuid: UUID });
      const refreshing = agent.call('refreshPool', { pool: 'default' });
      let answered = 0;
      let over = false;
      void saving.finally(() => (over = true));
      for (; !over; answered++) expect(await timed(() => agent.call('hostInfo', {}))).toBeLessThan(500);
      await Promise.all([saving, refreshing]);
      expect(answered).toBeGreaterThan(2);
      const { domains } = await agent.call('listDomains', {});
      expect(domains[0]).toMatchObject({ name: 'tiny', state: 5, managedSave: true, vcpus: 1, reason: 5 });
      await agent.call('removeManagedSave', { uuid: UUID });
    });
  });

  describe('a list', () => {
    it('takes the same number of calls for any number of domains', async () => {
      const counts: number[] = [];
      for (const domains of [3, 300]) {
        const agent = await agents.open(hv1().scale({ domains }).unix);
        await settled(agent);
        const before = agent.calls;
        const list = await agent.call('listDomains', {});
        expect(list.domains).toHaveLength(domains);
        counts.push(agent.calls - before);
        await agent.close();
      }
      expect(counts[0]).toBe(counts[1]);
      expect(counts[0]).toBeLessThanOrEqual(12);
    });
  });

  describe('statistics', () => {
    it('count what a guest does', async () => {
      const agent = await connect();
      await agent.call('startDomain', { uuid: UUID });
      const first = await agent.call('domainStats', { known: 0 });
      expect(first).toMatchObject({ uuids: [UUID] });
      await sleep(500);
      const second = await agent.call('domainStats', { known: first!.generation });
      expect(second!.uuids).toBeNull();
      const column = (stats: typeof first, index: number): number => stats!.values[index]!;
      expect(column(first, 0)).toBe(1);
      expect(column(second, 2)).toBeGreaterThan(column(first, 2));
      expect(column(second, 5)).toBe(192 * 1024);
    });
  });

  describe('the serial console', () => {
    it('takes commands, survives a flood and is taken over by force', async () => {
      const agent = await connect();
      await agent.call('startDomain', { uuid: UUID });
      const serial = new Terminal(
        await agent.openStream({ kind: 'console', uuid: UUID, device: null, force: false }),
      );
      await serial.ready();
      expect(await serial.command('echo round trip')).toBe('round trip');

      const second = agent.openStream({ kind: 'console', uuid: UUID, device: null, force: false });
      await expect(second).rejects.toMatchObject({ name: 'LibvirtFailure' });
      const taken = new Terminal(
        await agent.openStream({ kind: 'console', uuid: UUID, device: null, force: true }),
      );
      expect(await serial.over).toBeInstanceOf(Error);
      await taken.ready();
      expect(await taken.command('upper mine')).toBe('MINE');
      taken.stream.destroy();

      const again = new Terminal(await openSoon(agent));
      await again.ready();
      await agent.call('destroyDomain', { uuid: UUID });
      await again.over;
    });

    it('waits for a reader that is slow, and loses nothing', async () => {
      const agent = await connect();
      await agent.call('startDomain', { uuid: UUID });
      const serial = new Terminal(
        await agent.openStream({ kind: 'console', uuid: UUID, device: null, force: false }),
      );
      await serial.ready();
      serial.stream.pause();
      serial.stream.write('sh seq 1 20000\n');
      await sleep(2_000);
      // Calls and events go on meanwhile.
      expect(await timed(() => agent.call('hostInfo', {}))).toBeLessThan(500);
      serial.stream.resume();
      const text = await serial.until(/\n20000\n/, 60_000);
      const numbers = [...text.matchAll(/^(\d+)$/gm)].map((match) => Number(match[1]));
      expect(numbers).toEqual(Array.from({ length: 20_000 }, (_, index) => index + 1));
    });

    it('does not keep an agent from closing', async () => {
      const agent = await connect();
      await agent.call('startDomain', { uuid: UUID });
      const stream = await agent.openStream({ kind: 'console', uuid: UUID, device: null, force: false });
      const closed = once(stream.on('error', () => {}).resume(), 'close');
      expect(await timed(() => agent.close())).toBeLessThan(2_000);
      await closed;
    });
  });

  describe('graphics', () => {
    it('come through a file descriptor of the daemon', async () => {
      const agent = await connect();
      await agent.call('startDomain', { uuid: UUID });
      const vnc = await agent.openStream({ kind: 'graphics', uuid: UUID, index: 0, skipAuth: true });
      const [banner]: Buffer[] = await once(vnc, 'data');
      expect(banner?.toString('latin1')).toMatch(/^RFB 003\.\d\d\d\n$/);
      const over = once(
        vnc.resume().on('error', () => {}),
        'close',
      );
      await agent.call('destroyDomain', { uuid: UUID });
      await over;
      const none = agent.openStream({ kind: 'graphics', uuid: UUID, index: 7, skipAuth: true });
      await expect(none).rejects.toMatchObject({ name: 'LibvirtFailure' });
    });

    it('show a picture of the screen', async () => {
      const agent = await connect();
      await agent.call('startDomain', { uuid: UUID });
      const picture = await agent.call('screenshot', { uuid: UUID });
      expect(picture.type).toMatch(/^image\//);
      expect(picture.bytes.byteLength).toBeGreaterThan(1_000);
    });
  });

  describe('volumes', () => {
    const volume = { pool: 'default', volume: 'bytes.raw' };
    const size = 24 * 1024 * 1024 + 12_345;
    const file = (): string => join(hv1().folder, 'var/lib/libvirt/images', volume.volume);
    const xml = `<volume><name>${volume.volume}</name><capacity>${size}</capacity>
      <target><format type='raw'/></target></volume>`;

    it('are written and read back to the byte', async () => {
      const agent = await connect();
      const created = await agent.call('createVolume', { pool: 'default', xml });
      expect(created.xml).toContain(volume.volume);
      const bytes = randomBytes(size);
      const upload = await agent.openStream({ kind: 'upload', ...volume, offset: 0, length: size });
      await pipeline(
        [chunks(bytes)],
        async function* (source) {
          for await (const list of source) yield* list;
        },
        upload,
      );
      expect(readFileSync(file()).equals(bytes)).toBe(true);
      const download = await agent.openStream({ kind: 'download', ...volume, offset: 1_000, length: 0 });
      const read = Buffer.concat(await download.toArray());
      expect(read.equals(bytes.subarray(1_000))).toBe(true);
      const head = await agent.call('volumeHead', { ...volume, bytes: 65_536 });
      expect(Buffer.from(head).equals(bytes.subarray(0, 65_536))).toBe(true);
      await agent.call('deleteVolume', volume);
    });

    it('take files of this machine, tell how far they are, and can be stopped', async () => {
      const agent = await connect();
      await agent.call('createVolume', { pool: 'default', xml });
      const bytes = randomBytes(size);
      const from = join(hv1().folder, 'tmp/from.bin');
      const part = { ...volume, path: from, offset: 0, length: size, sparse: false };
      writeFileSync(from, bytes);
      const told: number[] = [];
      const onProgress = (done: number, total: number): void => {
        expect(total).toBe(size);
        told.push(done);
      };
      await agent.call('uploadPart', part, { onProgress });
      expect(told.at(-1)).toBe(size);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(readFileSync(file()).equals(bytes)).toBe(true);
      const controller = new AbortController();
      const stopped = agent.call('uploadPart', part, { signal: controller.signal });
      setTimeout(() => controller.abort(), 5);
      await expect(stopped).rejects.toMatchObject({ reason: 'cancelled' });
      await agent.call('deleteVolume', volume);
    });

    it('say so when an upload is cut off or fails, and the lane goes on', async () => {
      const agent = await connect();
      await agent.call('createVolume', { pool: 'default', xml });
      const short = await agent.openStream({ kind: 'upload', ...volume, offset: 0, length: size });
      short.end(Buffer.alloc(1_000));
      const [error] = await once(short, 'error');
      expect(error).toMatchObject({ reason: 'cancelled' });
      const none = agent.openStream({
        kind: 'upload',
        pool: 'default',
        volume: 'none',
        offset: 0,
        length: 1,
      });
      await expect(none).rejects.toMatchObject({ code: 50 });
      const left = await agent.openStream({ kind: 'download', ...volume, offset: 0, length: 0 });
      left.destroy();
      const again = await agent.openStream({ kind: 'download', ...volume, offset: 0, length: 1_000 });
      expect(Buffer.concat(await again.toArray())).toHaveLength(1_000);
      await agent.call('deleteVolume', volume);
    });

    it('are listed with their pools in a few calls', async () => {
      const agent = await connect();
      await settled(agent);
      const before = agent.calls;
      const pools = await agent.call('listPools', {});
      expect(agent.calls - before).toBe(4);
      expect(pools.map((pool) => pool.name)).toContain('default');
      const details = await agent.call('listPoolDetails', {});
      expect(details.find((pool) => pool.name === 'default')).toMatchObject({ active: true });
      const [iso] = await agent.call('volumeDetails', { pool: 'media', volumes: ['tiny.iso', 'gone'] });
      expect(iso?.xml).toContain('/var/lib/libvirt/media/tiny.iso');
      const found = await agent.call('volumeByPath', { path: '/var/lib/libvirt/media/tiny.iso' });
      expect(found).toMatchObject({ pool: 'media', name: 'tiny.iso' });
      expect(await agent.call('volumeByPath', { path: '/nowhere' })).toBeNull();
    });
  });
});

/** Waits until the agent has subscribed to all events, which counts as calls too. */
async function settled(agent: Agent): Promise<void> {
  for (let before = -1; before !== agent.calls; ) {
    before = agent.calls;
    await sleep(1_300);
    await agent.call('ping', {});
    before += before === agent.calls - 1 ? 1 : 0;
  }
}

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
}

/** Opens the console as soon as libvirt has noticed that the viewer before has left. */
async function openSoon(agent: Agent): Promise<Duplex> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await agent.openStream({ kind: 'console', uuid: UUID, device: null, force: false });
    } catch (error) {
      if (attempt === 20) throw error;
      await sleep(100);
    }
  }
}

/** The tiny guest on a console stream. */
class Terminal {
  readonly stream: Duplex;
  readonly over: Promise<Error | null>;
  #text = '';
  #look = (): void => {};

  constructor(stream: Duplex) {
    this.stream = stream;
    this.over = new Promise((resolve) => {
      stream.once('error', resolve);
      stream.once('close', () => resolve(null));
    });
    stream.on('data', (chunk: Buffer) => {
      this.#text += chunk.toString('latin1').replaceAll('\r', '');
      this.#look();
    });
  }

  async until(pattern: RegExp, timeoutMs = 20_000): Promise<string> {
    const deadline = performance.now() + timeoutMs;
    while (!pattern.test(this.#text)) {
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`no ${pattern} in ${this.#text.slice(-500)}`);
      await Promise.race([new Promise<void>((resolve) => (this.#look = resolve)), sleep(left)]);
    }
    return this.#text;
  }

  /** Presses Enter until the guest answers. */
  async ready(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      this.#text = '';
      this.stream.write('\n');
      const prompted = await this.until(/\ntiny> $/, 1_000).catch(() => null);
      if (prompted) break;
      if (attempt === 40) throw new Error(`the guest is not ready: ${this.#text}`);
    }
    await sleep(300);
  }

  async command(line: string): Promise<string> {
    this.#text = '';
    this.stream.write(`${line}\n`);
    const text = await this.until(/\n[\s\S]*tiny> $/);
    return text.slice(text.indexOf('\n') + 1, -'tiny> '.length).trim();
  }
}
