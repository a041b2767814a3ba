import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Job, MachineSpecInput } from '../../contract/index.ts';
import { startApp, type TestApp, type TestWindow, until } from '../integration/helpers/services/app.ts';
import { GuestConsole } from './guest/console.ts';
import { kernelArguments } from './guest/media.ts';
import { describeLab } from './vitest.ts';

const MIB = 1024 * 1024;
const NAME = 'made';

/** Gives out the tiny guest's kernel and initrd, when it is let. */
class BootServer {
  readonly #server: Server;
  #held: (() => void)[] = [];
  /** Whether answers wait until {@link release}. */
  hold = false;

  constructor(folder: string) {
    this.#server = createServer((request, response) => {
      const answer = (): void => {
        if (request.url !== '/vmlinuz' && request.url !== '/initrd.gz') response.writeHead(404).end();
        else response.end(readFileSync(join(folder, request.url)));
      };
      if (this.hold) this.#held.push(answer);
      else answer();
    });
  }

  get waiting(): boolean {
    return this.#held.length > 0;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  release(): void {
    this.hold = false;
    for (const answer of this.#held.splice(0)) answer();
  }

  stop(): void {
    this.release();
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

describeLab('making machines', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let app: TestApp;
  let window: TestWindow;
  let server: BootServer;
  let address = '';
  let connection = '';

  const open = async (folder?: string): Promise<void> => {
    app = startApp(folder === undefined ? {} : { folder });
    window = app.window();
    const { uri } = hv1();
    await app.start([uri.unix, uri.tls]);
    const found = () => [...window.connections.values()].filter((one) => one.status === 'connected');
    await until('both connections', () => found().length === 2, 60_000);
    connection = found().find((one) => one.settings.uri === uri.unix)?.id ?? '';
  };
  const overTls = () =>
    [...window.connections.values()].find((one) => one.settings.uri === hv1().uri.tls)?.id ?? '';
  beforeAll(async () => {
    server = new BootServer(join(hv1().folder, 'var/lib/libvirt/media'));
    address = await server.start();
    await open();
  }, 120_000);
  afterAll(async () => {
    server?.stop();
    await app?.stop();
  });
  afterEach(async () => {
    server.release();
    await hv1().faults.restore();
    await hv1().virshAny(['destroy', NAME]);
    await hv1().virshAny(['undefine', NAME, '--nvram']);
    await hv1().virshAny(['net-undefine', 'asleep']);
    for (const name of await volumes('default')) await hv1().virsh(['vol-delete', name, 'default']);
  });

  const volumes = async (pool: string): Promise<string[]> => {
    await hv1().virsh(['pool-refresh', pool]);
    const lines = (await hv1().virsh(['vol-list', pool])).split('\n');
    return lines.map((line) => line.trim().split(/\s+/)[0] ?? '').filter((name) => name !== '');
  };
  const everything = async () => ({
    machines: (await hv1().virsh(['list', '--all', '--name'])).trim().split('\n').sort(),
    default: await volumes('default'),
    media: await volumes('media'),
    small: await volumes('small'),
  });
  const job = (id: string): Job | undefined =>
    window.told.findLast((one) => one.name === 'jobChanged' && (one.payload as Job).id === id)
      ?.payload as Job;
  const ended = (id: string, ms = 120_000): Promise<Job> =>
    until(`the end of job ${id}`, () => (job(id)?.endedAt ? job(id) : undefined), ms);
  const installJob = (): Job | undefined => {
    const told = window.told.findLast(
      (one) => one.name === 'jobChanged' && (one.payload as Job).kind === 'install',
    );
    return told?.payload as Job | undefined;
  };
  const inStage = (id: string, words: string) =>
    until(
      `the stage ${words}`,
      () => job(id)?.endedAt || job(id)?.log.some((line) => line.startsWith(words)),
      60_000,
    );

  const disk = { kind: 'new', pool: 'default', capacity: 64 * MIB } as const;
  const spec = (
    install: MachineSpecInput['install'],
    more: Partial<MachineSpecInput> = {},
  ): MachineSpecInput => ({
    connection,
    name: NAME,
    os: null,
    virtType: 'qemu',
    install,
    memoryMiB: 192,
    vcpus: 1,
    disks: [disk],
    cards: [],
    platform: { machine: 'pc', cdromBus: 'ide', diskBus: 'virtio', graphics: 'none', video: 'none' },
    ...more,
  });
  const iso = { method: 'iso', media: { kind: 'volume', pool: 'media', volume: 'tiny.iso' } } as const;
  const kernel = () =>
    ({
      method: 'kernel',
      kernel: { kind: 'url', url: `${address}/vmlinuz` },
      initrd: { kind: 'url', url: `${address}/initrd.gz` },
      arguments: `${kernelArguments} vd.from=kernel vd.name=${NAME}`,
      boot: 'two-phase',
      media: { kind: 'volume', pool: 'media', volume: 'tiny.iso' },
    }) as const;
  const make = async (wanted: MachineSpecInput): Promise<string> =>
    (await window.client.machines.make(wanted)).job;
  const guest = async (): Promise<GuestConsole> => GuestConsole.open(hv1(), NAME);
  /** What the guest says from where it was started. */
  const startedFrom = async (from: string): Promise<GuestConsole> => {
    const console = await guest();
    expect((await console.ready(90_000))[2]).toBe(from);
    return console;
  };

  it('ejects the medium when the installer has rebooted, and boots the disk', async () => {
    const result = await ended(await make(spec(iso)));
    expect(result).toMatchObject({ state: 'succeeded', error: null });
    expect(installJob()).toMatchObject({
      state: 'running',
      uuid: result.uuid,
      stage: `Installing ${NAME}: waiting for the installer to finish`,
    });
    expect(await hv1().virsh(['domblklist', NAME])).toContain('tiny.iso');
    expect(await hv1().virsh(['domblklist', NAME, '--inactive'])).not.toContain('tiny.iso');
    const installer = await startedFrom('cdrom');
    // A reboot before anything is installed takes nothing away.
    installer.send('reboot\n');
    await until(
      'the reboot',
      () => installJob()?.log.some((line) => line.includes('before anything')),
      60_000,
    );
    installer.close();
    const again = await startedFrom('cdrom');
    expect(await again.command('install', 60_000)).toContain('installed');
    again.send('reboot\n');
    await ended(installJob()?.id ?? '');
    expect(installJob()).toMatchObject({ state: 'succeeded', error: null });
    expect(await hv1().virsh(['domblklist', NAME])).not.toContain('tiny.iso');
    again.close();
    (await startedFrom('disk')).close();
  }, 300_000);

  it('installs in two phases, with Virtdeck closed in between', async () => {
    const result = await ended(await make(spec(kernel())));
    expect(result).toMatchObject({ state: 'succeeded', error: null });
    const made = await volumes('default');
    expect(made.filter((name) => /kernel|initrd/.test(name))).toHaveLength(2);
    const saved = await hv1().virsh(['dumpxml', NAME, '--inactive']);
    expect(saved).not.toContain('<kernel>');
    expect(await hv1().virsh(['dumpxml', NAME])).toContain('<on_reboot>destroy</on_reboot>');
    const installer = await startedFrom('kernel');
    await app.stop({ keepFolder: true });
    // Nothing of what is waited for is lost by closing; nothing is tidied up too early either.
    expect(await volumes('default')).toEqual(made);
    expect(await installer.command('install', 60_000)).toContain('installed');
    await open(app.folder);
    await until('the waiting to go on', () => installJob()?.state === 'running', 30_000);
    installer.send('reboot\n');
    await ended(installJob()?.id ?? '');
    expect(installJob()).toMatchObject({ state: 'succeeded', error: null });
    installer.close();
    (await startedFrom('disk')).close();
    expect(await volumes('default')).toEqual(made.filter((name) => !/kernel|initrd/.test(name)));
  }, 300_000);

  it('starts from the disk also when the installer ended while Virtdeck was closed', async () => {
    await ended(await make(spec(kernel())));
    const installer = await startedFrom('kernel');
    expect(await installer.command('install', 60_000)).toContain('installed');
    await app.stop({ keepFolder: true });
    installer.send('reboot\n');
    await hv1().waitForState(NAME, 'shut off', 60_000);
    installer.close();
    await open(app.folder);
    await hv1().waitForState(NAME, 'running', 60_000);
    (await startedFrom('disk')).close();
    await until('the end', () => installJob()?.state === 'succeeded', 30_000);
    expect((await volumes('default')).filter((name) => /kernel|initrd/.test(name))).toEqual([]);
  }, 300_000);

  it('says what remains when the waiting is given up, and leaves a machine that was forced off alone', async () => {
    await ended(await make(spec(kernel())));
    const waiting = await until(
      'the waiting',
      () => installJob()?.state === 'running' && installJob(),
      30_000,
    );
    await hv1().virsh(['destroy', NAME]);
    const forced = await ended(waiting.id);
    expect(forced.error?.message).toContain('was forced off before its installer had finished');
    expect(await hv1().state(NAME)).toBe('shut off');
    expect((await volumes('default')).filter((name) => /kernel|initrd/.test(name))).toEqual([]);
    await hv1().virsh(['undefine', NAME]);
    await hv1().virsh(['vol-delete', `${NAME}.qcow2`, 'default']);

    await ended(await make(spec(kernel())));
    const second = await until(
      'the waiting',
      () => installJob()?.state === 'running' && installJob(),
      30_000,
    );
    await window.client.jobs.cancel({ id: second.id });
    const given = await ended(second.id);
    expect(given.state).toBe('cancelled');
    expect(given.log.join('\n')).toMatch(/start it: it boots from its disk then.*Delete the kernel/s);
    expect(await hv1().state(NAME)).toBe('running');
  }, 200_000);

  it('makes disks from an image, and deletes cloud-init’s disk when the first boot is over', async () => {
    await hv1().bootDisk('image');
    const cloud = {
      method: 'cloud',
      image: { kind: 'volume', pool: 'default', volume: 'image.qcow2' },
      disk: 'copy',
      pool: 'default',
      capacity: 96 * MIB,
      cloudInit: { kind: 'form', hostname: 'from-seed' },
    } as const;
    const result = await ended(await make(spec(cloud, { disks: [] })));
    expect(result).toMatchObject({ state: 'succeeded', error: null });
    const made = (await volumes('default')).filter((name) => name !== 'image.qcow2');
    expect(made).toHaveLength(2);
    const copy = made.find((name) => name.endsWith('.qcow2')) ?? '';
    expect(await hv1().virsh(['vol-info', copy, 'default', '--bytes'])).toContain(String(96 * MIB));
    const seed = made.find((name) => name !== copy) ?? '';
    expect(await hv1().virsh(['domblklist', NAME])).toContain(seed);
    expect(await hv1().virsh(['domblklist', NAME, '--inactive'])).not.toContain(seed);
    // Nobody has to see the waiting, nor does it end with Virtdeck.
    expect(installJob()?.uuid).not.toBe(result.uuid);
    await app.stop({ keepFolder: true });
    expect(await volumes('default')).toContain(seed);
    await open(app.folder);
    await hv1().virsh(['destroy', NAME]);
    await until('it to be deleted', () => installJob()?.state === 'succeeded', 60_000);
    expect(installJob()?.title).toContain('Tidy up after the first boot');
    expect(await volumes('default')).toEqual([copy, 'image.qcow2'].sort());
  }, 200_000);

  it.each<[string, () => Partial<MachineSpecInput> | Promise<Partial<MachineSpecInput>>, object]>([
    [
      'a kernel that is not there',
      () => ({
        install: { ...kernel(), kernel: { kind: 'volume', pool: 'media', volume: 'gone' } },
      }),
      { kind: 'not-found', message: expect.stringContaining('gone') },
    ],
    [
      'a kernel that the server does not have',
      () => ({ install: { ...kernel(), initrd: { kind: 'url', url: `${address}/gone` } } }),
      { kind: 'not-found', message: expect.stringContaining('/gone') },
    ],
    [
      'a tree that cannot be reached',
      () => ({ install: { method: 'tree', location: 'http://127.0.0.1:9/debian/' } }),
      { kind: 'unavailable', message: expect.stringContaining('127.0.0.1:9') },
    ],
    [
      'what is no ISO',
      () => ({ install: { ...iso, media: { kind: 'volume', pool: 'media', volume: 'vmlinuz' } } }),
      { kind: 'invalid', message: expect.stringContaining('vmlinuz is no ISO image') },
    ],
    [
      'a network that is not active',
      async () => {
        const network = join(hv1().folder, 'asleep.xml');
        writeFileSync(network, `<network><name>asleep</name><bridge name='virbr9'/></network>`);
        await hv1().virsh(['net-define', network]);
        return { cards: [{ kind: 'network', name: 'asleep' }] };
      },
      { kind: 'conflict', hint: expect.stringMatching(/net-start asleep.*another network/) },
    ],
    [
      'a copy of an image that its pool has no room for',
      async () => {
        await hv1().virsh(['vol-create-as', 'default', 'large.raw', '80M', '--allocation', '80M']);
        return {
          disks: [],
          install: {
            method: 'cloud',
            image: { kind: 'volume', pool: 'default', volume: 'large.raw' },
            disk: 'copy',
            pool: 'small',
            cloudInit: { kind: 'none' },
          },
        };
      },
      { kind: 'no-space', message: expect.stringMatching(/small has only .* takes 80 MiB at once/) },
    ],
    [
      'a disk of a name that is taken',
      () => ({ disks: [{ ...disk, pool: 'media', name: 'tiny.iso' }] }),
      { kind: 'exists', message: expect.stringContaining('tiny.iso') },
    ],
  ])('refuses %s before anything is made', async (_what, change, error) => {
    const changed = await change();
    const before = await everything();
    const result = await ended(await make(spec(iso, changed)));
    expect(result.state).toBe('failed');
    expect(result.error).toMatchObject(error);
    expect(result.log.join('\n')).not.toContain('Removed');
    expect(await everything()).toEqual(before);
  });

  it('leaves a machine alone that took its name meanwhile, and nothing behind', async () => {
    server.hold = true;
    const id = await make(spec(kernel()));
    await until('the fetching', () => server.waiting, 60_000);
    const xml = `<domain type='qemu'><name>${NAME}</name><memory>65536</memory><os><type>hvm</type></os></domain>`;
    await hv1().define(xml);
    const before = await everything();
    server.release();
    const result = await ended(id);
    expect(result.error).toMatchObject({ kind: 'exists', hint: 'Choose another name.' });
    expect(await everything()).toEqual(before);
    expect(before.machines).toContain(NAME);
  });

  it('says that the pool ran full in mid-creation, and leaves nothing behind', async () => {
    const before = await everything();
    server.hold = true;
    const small = {
      kind: 'new',
      pool: 'small',
      capacity: 40 * MIB,
      format: 'raw',
      preallocate: true,
    } as const;
    const id = await make(spec(kernel(), { disks: [disk, small] }));
    await until('the fetching', () => server.waiting, 60_000);
    await hv1().faults.full();
    server.release();
    const result = await ended(id);
    expect(result.error).toMatchObject({ kind: 'no-space', message: expect.stringContaining('small') });
    await hv1().faults.restore();
    expect(await everything()).toEqual(before);
  });

  it('removes what was made when libvirtd is killed between disk and definition', async () => {
    const before = await everything();
    await hv1().faults.slow({ latencyMs: 1, bitsPerSecond: 20_000_000 });
    const id = await make(spec(kernel(), { connection: overTls() }));
    await inStage(id, 'Uploading the kernel');
    await hv1().faults.kill('libvirtd');
    await until('the waiting', () => job(id)?.log.some((line) => line.startsWith('Waiting for')), 60_000);
    await hv1().faults.restore();
    const result = await ended(id);
    expect(result.state).toBe('failed');
    expect(result.error).toMatchObject({ kind: 'unavailable' });
    await until(
      'all to be connected',
      () => [...window.connections.values()].every((one) => one.status === 'connected'),
      60_000,
    );
    expect(await everything()).toEqual(before);
  });

  it('leaves nothing behind wherever it is cancelled', async () => {
    const before = await everything();
    for (const stage of ['Fetching', 'Creating', 'Uploading', 'Saving', 'Starting']) {
      server.hold = stage === 'Fetching';
      const id = await make(spec(kernel()));
      await inStage(id, stage);
      await window.client.jobs.cancel({ id }).catch(() => {});
      const result = await ended(id);
      expect(result, stage).toMatchObject({ state: 'cancelled', error: null });
      expect(await everything(), stage).toEqual(before);
    }
  });
});
