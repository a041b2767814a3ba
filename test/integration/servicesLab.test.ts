import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ApiError,
  ByteCloseReason,
  EventName,
  Events,
  Job,
  MachineSpecInput,
} from '../../contract/index.ts';
import { guestXml, labPassword } from '../hosts/index.ts';
import { describeLab } from '../hosts/vitest.ts';
import {
  connected,
  failure,
  startApp,
  type TestApp,
  type TestWindow,
  until,
} from './helpers/services/app.ts';

const GIB = 1024 ** 3;

/** One text console, as a window has it. */
class Terminal {
  text = '';
  closed: ByteCloseReason | null = null;
  readonly #send: (text: string) => void;

  private constructor(send: (text: string) => void) {
    this.#send = send;
  }

  static async open(window: TestWindow, ticket: string): Promise<Terminal> {
    const channel = await window.openBytes(ticket);
    const terminal = new Terminal((text) => channel.send(Buffer.from(text)));
    channel.onData((bytes) => {
      terminal.text += Buffer.from(bytes).toString();
    });
    channel.onClose((reason) => {
      terminal.closed = reason;
    });
    return terminal;
  }

  type(text: string) {
    this.#send(text);
  }

  /** Types a line again and again until the guest answers it: one that is still booting loses characters. */
  async answers(line: string, pattern: RegExp): Promise<void> {
    const start = this.text.length;
    const typing = setInterval(() => this.type(`\n${line}\n`), 2_000);
    this.type(`${line}\n`);
    await until(`an answer to ${line}`, () => pattern.test(this.text.slice(start)), 60_000).finally(() =>
      clearInterval(typing),
    );
  }
}

describeLab('services over a real hypervisor', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let app: TestApp;
  let window: TestWindow;
  let connection = '';

  beforeAll(async () => {
    app = startApp();
    window = app.window();
    await app.start([hv1().uri.unix]);
    connection = (await connected(window)).id;
  }, 90_000);
  afterAll(() => app?.stop());

  const volumes = async (pool: string) =>
    (await window.client.storage.volumes({ connection, pool, refresh: true })).map((one) => one.name);
  const machine = (change: Partial<MachineSpecInput>): MachineSpecInput => ({
    connection,
    install: { method: 'iso', media: { kind: 'volume', pool: 'media', volume: 'tiny.iso' } },
    os: null,
    name: 'vm1',
    memoryMiB: 256,
    vcpus: 1,
    disks: [{ kind: 'new', pool: 'default', capacity: GIB }],
    cards: [{ kind: 'network', name: 'default' }],
    virtType: 'qemu',
    ...change,
  });
  async function create(change: Partial<MachineSpecInput>): Promise<Job> {
    const { job } = await window.client.machines.make(machine(change));
    const last = () => told('jobChanged').findLast((one) => one.id === job);
    return until('the end of the job', () => (last()?.endedAt ? last() : undefined), 60_000);
  }
  const told = <N extends EventName>(name: N) =>
    window.told.filter((one) => one.name === name).map((one) => one.payload as Events[N]);
  const error = async (call: Promise<unknown>) => (await failure(call)) as ApiError;

  it('tells what the host is and offers', async () => {
    const host = [...window.connections.values()][0]?.host;
    expect(host).toMatchObject({ driver: 'QEMU', hostname: 'hv1', arch: 'x86_64' });
    expect(host?.hypervisorVersion).toMatch(/^\d+\.\d+\.\d+$/);
    const offer = await window.client.machines.offer({ connection });
    expect(offer).toMatchObject({ refusal: null, defaultPool: 'default', defaultNetwork: 'default' });
    expect(offer.arches[0]?.machines[0]).toContain('q35');
    expect(offer.arches[0]?.virtTypes.map((one) => one.type)).toContain('qemu');
    const [iso] = await window.client.storage.volumes({ connection, pool: 'media', refresh: false });
    expect(iso).toBeDefined();
  });

  describe('a machine made from an ISO', () => {
    let uuid = '';
    let terminal: Terminal;

    it('boots, and virsh agrees with what is shown', async () => {
      const job = await create({ name: 'vm1' });
      expect(job).toMatchObject({ state: 'succeeded', error: null });
      uuid = job.uuid ?? '';
      await until('running', () => window.rows.get(uuid)?.state === 'running');
      expect(await hv1().state('vm1')).toBe('running');
      const xml = await hv1().virsh(['dumpxml', 'vm1']);
      expect(xml).toMatch(/<boot order='1'\/>[\s\S]*tiny\.iso[\s\S]*<boot order='2'\/>|tiny\.iso/);
      expect(await hv1().virsh(['domblklist', 'vm1'])).toMatch(
        /[sv]da +\/var\/lib\/libvirt\/images\/vm1\.qcow2/,
      );
      expect(await volumes('default')).toContain('vm1.qcow2');
    });

    it('has a display and a serial console that can be opened', async () => {
      const consoles = await window.client.consoles.list({ connection, uuid });
      expect(consoles.map((one) => [one.kind, one.type, one.key, one.refusal])).toEqual([
        ['graphics', 'vnc', '0', null],
        ['text', 'serial', 'serial0', null],
      ]);
    });

    it('answers on its serial console', async () => {
      const { ticket } = await window.client.consoles.openText({
        connection,
        uuid,
        key: 'serial0',
        force: false,
      });
      terminal = await Terminal.open(window, ticket);
      await terminal.answers('upper hello guest', /HELLO GUEST/);
      await terminal.answers('from', /cdrom/);
    }, 90_000);

    it('shows a display that speaks RFB', async () => {
      const { ticket } = await window.client.consoles.openGraphics({ connection, uuid, key: '0' });
      const channel = await window.openBytes(ticket);
      let bytes = '';
      channel.onData((chunk) => {
        bytes += Buffer.from(chunk).toString('latin1');
      });
      await until('the banner', () => bytes.startsWith('RFB 003.'));
      channel.close();
    });

    it('lets only one in, until another takes over', async () => {
      const other = app.window();
      const refused = await error(
        other.client.consoles.openText({ connection, uuid, key: 'serial0', force: false }),
      );
      expect(refused).toMatchObject({ kind: 'conflict', hint: expect.stringContaining('Take it over') });
      const { ticket } = await other.client.consoles.openText({
        connection,
        uuid,
        key: 'serial0',
        force: true,
      });
      const second = await Terminal.open(other, ticket);
      await until('the first one is told', () => terminal.closed);
      expect(terminal.closed?.kind).toBe('taken-over');
      await second.answers('upper mine now', /MINE NOW/);
      terminal = second;
    });

    it('is taken over by virsh too, and that is told as a reason', async () => {
      const virsh = hv1().execAny('timeout 3 script -qec "virsh -q console vm1 --force" /dev/null');
      await until('the end of the console', () => terminal.closed);
      await virsh;
      expect(terminal.closed).toEqual({
        kind: 'taken-over',
        message: 'Somebody else has opened the console.',
      });
    });

    it('ends its console with a clear reason when it is forced off', async () => {
      const { ticket } = await window.client.consoles.openText({
        connection,
        uuid,
        key: 'serial0',
        force: true,
      });
      terminal = await Terminal.open(window, ticket);
      await window.client.domains.suspend({ connection, uuid });
      await until('paused', () => window.rows.get(uuid)?.state === 'paused');
      await window.client.domains.resume({ connection, uuid });
      await window.client.domains.destroy({ connection, uuid });
      await until('the end of the console', () => terminal.closed);
      expect(terminal.closed).toEqual({ kind: 'end', message: 'The machine is off.' });
      expect(await hv1().state('vm1')).toBe('shut off');
      const refused = await error(window.client.consoles.openGraphics({ connection, uuid, key: '0' }));
      expect(refused.message).toContain('The machine is not running.');
    });

    it('is listed as libvirt changes it from outside', async () => {
      await hv1().virsh(['desc', 'vm1', '--title', 'Shop front']);
      await until('its title', () => window.rows.get(uuid)?.title === 'Shop front');
      await hv1().virsh(['undefine', 'vm1']);
      await until('its row is gone', () => !window.rows.has(uuid));
      await hv1().virsh(['vol-delete', 'vm1.qcow2', 'default']);
    });
  });

  describe('what cannot be made', () => {
    const nothingLeft = async (pool = 'default') => {
      expect(await volumes(pool)).toEqual([]);
      expect((await hv1().virsh(['list', '--all', '--name'])).trim()).toBe('');
      await until('no row', () => window.rows.size === 0);
    };

    it('names the missing ISO and leaves nothing', async () => {
      const media = { kind: 'path', path: '/var/lib/libvirt/media/nope.iso' } as const;
      const preview = await window.client.machines.plan(machine({ install: { method: 'iso', media } }));
      expect(preview.warnings.join()).toContain('nope.iso');
      const job = await create({ install: { method: 'iso', media } });
      expect(job.error).toMatchObject({ kind: 'not-found', hint: expect.stringContaining('nope.iso') });
      expect(job.log.join()).toContain('Removed the definition of vm1 again');
      await nothingLeft();
    });

    it('names the full pool and leaves nothing', async () => {
      await hv1().faults.full();
      const disk = { kind: 'new', pool: 'small', capacity: GIB } as const;
      const preview = await window.client.machines.plan(machine({ disks: [disk] }));
      expect(preview.warnings.join()).toMatch(/pool small has only/);
      const job = await create({ disks: [disk] });
      expect(job.error).toMatchObject({ kind: 'no-space', hint: expect.stringContaining('Free space') });
      await hv1().faults.restore();
      expect((await volumes('small')).filter((name) => name.startsWith('vm1'))).toEqual([]);
      await nothingLeft();
    });

    it('names the network that does not run and leaves nothing', async () => {
      await hv1().virsh(['net-destroy', 'default']);
      const job = await create({});
      await hv1().virsh(['net-start', 'default']);
      expect(job.error?.message).toContain('default');
      expect(job.error?.hint).toContain('net-start default');
      await nothingLeft();
    });

    it('names the pool that is not active', async () => {
      await hv1().virsh(['pool-destroy', 'small']);
      const disk = { kind: 'new', pool: 'small', capacity: GIB } as const;
      const job = await create({ disks: [disk] });
      await hv1().virsh(['pool-start', 'small']);
      expect(job.error?.message).toContain('small');
      expect(job.error?.hint).toContain('pool-start small');
      await nothingLeft();
    });

    it('leaves nothing when it is cancelled at any time', async () => {
      for (const wait of [0, 30, 100, 200, 400]) {
        const { job } = await window.client.machines.make(machine({}));
        await new Promise((resolve) => setTimeout(resolve, wait));
        const cancelled = await window.client.jobs.cancel({ id: job }).then(
          () => true,
          () => false,
        );
        const last = () => told('jobChanged').findLast((one) => one.id === job);
        const ended = await until('its end', () => (last()?.endedAt ? last() : undefined), 30_000);
        if (cancelled && ended.state !== 'succeeded') {
          expect(ended.state).toBe('cancelled');
        } else {
          await hv1().virsh(['destroy', 'vm1']);
          await hv1().virsh(['undefine', 'vm1']);
          await hv1().virsh(['vol-delete', 'vm1.qcow2', 'default']);
        }
        await nothingLeft();
      }
    }, 120_000);
  });

  describe('other ways to connect', () => {
    it('opens the read-only socket and changes nothing over it', async () => {
      const added = await window.client.connections.add({ uri: hv1().uri.unixRo, readOnly: true });
      await until('connected', () => window.connections.get(added.id)?.status === 'connected');
      const offer = await window.client.machines.offer({ connection: added.id });
      expect(offer.refusal).toContain('read-only');
      await window.client.connections.remove({ connection: added.id });
    });

    /** The question that waits for an answer now. */
    const prompt = () =>
      until('a question', () => {
        const gone = new Set(told('promptRemoved').map(({ id }) => id));
        return told('promptAdded').findLast(({ id }) => !gone.has(id));
      });
    const answer = async (id: string, password: string | null) => {
      const { id: asked, fields } = await prompt();
      expect(window.connections.get(id)?.status).toBe('waiting');
      expect(fields.map((field) => field.secret)).toContain(true);
      const value = (secret: boolean) => (secret ? (password ?? '') : 'operator');
      const answers = Object.fromEntries(fields.map(({ key, secret }) => [key, value(secret)]));
      await window.client.prompts.answer({
        id: asked,
        answers: password === null ? null : answers,
        remember: false,
      });
    };
    const status = (id: string, wanted: string) =>
      until(wanted, () => {
        const now = window.connections.get(id);
        return now?.status === wanted ? now : undefined;
      });

    it('asks for user and password, tells that they are wrong, and lets in with the right ones', async () => {
      const { id } = await window.client.connections.add({ uri: hv1().uri.tcp });
      await answer(id, 'wrong');
      expect((await status(id, 'disconnected')).error).toMatchObject({ kind: 'authentication' });
      await window.client.connections.open({ connection: id });
      await answer(id, null);
      await status(id, 'disconnected');
      await window.client.connections.open({ connection: id });
      await answer(id, labPassword);
      await status(id, 'connected');
      await window.client.connections.remove({ connection: id });
    }, 60_000);

    it('reaches a display on another host where it listens, and says where it does not', async () => {
      for (const [name, graphics] of [
        ['seen', 'vnc-everywhere'],
        ['unseen', 'vnc'],
      ] as const) {
        await hv1().define(guestXml({ name, graphics }));
        await hv1().virsh(['start', name]);
      }
      const { id } = await window.client.connections.add({ uri: hv1().uri.tcp });
      await answer(id, labPassword);
      await status(id, 'connected');
      const { domains } = await window.client.inventory.snapshot({ connection: id });
      const display = async (name: string) => {
        const uuid = domains.find((row) => row.name === name)?.uuid ?? '';
        const [first] = await window.client.consoles.list({ connection: id, uuid });
        return { uuid, refusal: first?.refusal };
      };
      expect((await display('unseen')).refusal).toContain('own loopback address');
      const seen = await display('seen');
      expect(seen.refusal).toBeNull();
      const { ticket } = await window.client.consoles.openGraphics({
        connection: id,
        uuid: seen.uuid,
        key: '0',
      });
      const channel = await window.openBytes(ticket);
      let bytes = '';
      channel.onData((chunk) => {
        bytes += Buffer.from(chunk).toString('latin1');
      });
      await until('the banner', () => bytes.startsWith('RFB 003.'));
      channel.close();
      await window.client.connections.remove({ connection: id });
      for (const name of ['seen', 'unseen']) {
        await hv1().virsh(['destroy', name]);
        await hv1().virsh(['undefine', name]);
      }
    }, 60_000);

    it('comes back by itself when libvirtd is killed and started again', async () => {
      await hv1().faults.kill('libvirtd');
      const lost = await until('lost', () => {
        const now = window.connections.get(connection);
        return now?.status === 'lost' ? now : undefined;
      });
      expect(lost.error?.message).toMatch(/lost/);
      expect(lost.retryAt).toBeGreaterThan(Date.now() - 2000);
      await hv1().faults.restore();
      await until(
        'connected again',
        () => window.connections.get(connection)?.status === 'connected',
        20_000,
      );
    });
  });
});
