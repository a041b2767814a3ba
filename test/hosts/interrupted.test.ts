import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Client, Job, MachineSpecInput } from '../../contract/index.ts';
import { createHost } from '../../renderer/transport/connect.ts';
import { connectWebSocket } from '../../renderer/transport/webSocket.ts';
import { buildParts, root } from '../fixtures/built.ts';
import { browserSocket, logIn } from '../integration/helpers/app/stands.ts';
import { until } from './lab/run.ts';
import { describeLab } from './vitest.ts';

const MIB = 1024 * 1024;
const NAME = 'interrupted';
const DISK = `${NAME}.qcow2`;
const KERNEL = `${NAME}-kernel`;

/** The real program, to be killed. */
interface Running {
  readonly child: ChildProcess;
  readonly client: Client;
  readonly connection: string;
}

describeLab('Virtdeck killed while it makes a machine', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let home = '';
  let running: Running | null = null;
  /** Gives out the guest's kernel and initrd; what holds keeps its answer back. */
  let server: Server;
  let hold = '';

  beforeAll(async () => {
    buildParts('main', 'agent');
    const media = join(hv1().folder, 'var/lib/libvirt/media');
    server = createServer((request, response) => {
      if (request.url !== hold) response.end(readFileSync(join(media, request.url ?? '')));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }, 120_000);
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'virtdeck-killed-'));
  });
  afterEach(async () => {
    await kill();
    rmSync(home, { recursive: true, force: true });
    await hv1().faults.restore();
    await hv1().virshAny(['destroy', NAME]);
    await hv1().virshAny(['undefine', NAME]);
    for (const name of await volumes()) await hv1().virsh(['vol-delete', name, 'default']);
  });
  afterAll(() => {
    server?.close();
    server?.closeAllConnections();
  });

  const start = async (): Promise<Running> => {
    const folders = { XDG_CONFIG_HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: home };
    const env = { PATH: process.env.PATH, HOME: home, ...folders };
    const child = spawn(process.execPath, [join(root, 'dist/main/web.js'), '--serve', hv1().uri.tls], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const address = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('exit', (code) => reject(new Error(`It ended with ${code}`)));
    });
    const base = new URL('/', address).href;
    globalThis.WebSocket = browserSocket(await logIn(address), base.slice(0, -1));
    const { client } = createHost(await connectWebSocket(base), true);
    const connection = await until('the connection', async () => {
      const { connections } = await client.app.hello({});
      return connections.find((one) => one.status === 'connected')?.id;
    });
    running = { child, client, connection };
    return running;
  };
  const kill = async (): Promise<void> => {
    const child = running?.child;
    running = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  const job = async (kind: string): Promise<Job | undefined> =>
    (await running?.client.app.hello({}))?.jobs.findLast((one) => one.kind === kind);
  const inStage = (kind: string, words: string) =>
    until(`the stage ${words}`, async () => (await job(kind))?.stage.startsWith(words) || undefined, 60_000);
  const ended = (kind: string) =>
    until(
      `the end of ${kind}`,
      async () => {
        const found = await job(kind);
        return found?.endedAt ? found : undefined;
      },
      60_000,
    );
  const volumes = async (): Promise<string[]> => {
    await hv1().virsh(['pool-refresh', 'default']);
    const lines = (await hv1().virsh(['vol-list', 'default'])).split('\n');
    return lines.flatMap((line) => line.trim().split(/\s+/)[0] || []);
  };
  const spec = (connection: string): MachineSpecInput => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
      connection,
      name: NAME,
      os: null,
      virtType: 'qemu',
      install: {
        method: 'kernel',
        kernel: { kind: 'url', url: `${address}/vmlinuz` },
        initrd: { kind: 'url', url: `${address}/initrd.gz` },
        boot: 'two-phase',
      },
      memoryMiB: 192,
      vcpus: 1,
      disks: [{ kind: 'new', pool: 'default', capacity: 64 * MIB }],
      cards: [],
      platform: { machine: 'pc', diskBus: 'virtio', graphics: 'none', video: 'none' },
    };
  };
  /** Kills it when the disk is complete and the kernel is on its way to the host. */
  const killedWhileUploading = async (): Promise<void> => {
    await hv1().faults.slow({ latencyMs: 1, bitsPerSecond: 4_000_000 });
    const { client, connection } = await start();
    await client.machines.make(spec(connection));
    await inStage('create', 'Uploading');
    await until('the room for it', async () => (await volumes()).includes(KERNEL));
    await kill();
    await hv1().faults.restore();
    expect((await volumes()).sort()).toEqual([DISK, KERNEL].sort());
  };

  it('removes what is as it was made, and names what may be the user’s', async () => {
    await killedWhileUploading();
    await hv1().virsh(['vol-create-as', 'default', 'mine.qcow2', '8M', '--format', 'qcow2']);
    await start();
    const tidied = await ended('tidy');
    expect(tidied.title).toContain(`Tidy up after making ${NAME}`);
    expect(tidied.log.join('\n')).toContain(`Removed the disk ${DISK}`);
    expect(tidied.error).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(`${KERNEL} in pool default`),
    });
    expect(tidied.error?.message).not.toContain(DISK);
    const [remedy] = tidied.error?.remedies ?? [];
    expect(remedy).toMatchObject({ kind: 'command', command: expect.stringContaining(`--vol ${KERNEL}`) });
    expect((await volumes()).sort()).toEqual([KERNEL, 'mine.qcow2']);
    // What the user has deleted is not asked about again.
    await kill();
    await hv1().virsh(['vol-delete', KERNEL, 'default']);
    await start();
    expect(await ended('tidy')).toMatchObject({ state: 'succeeded' });
    await kill();
    const { client } = await start();
    expect((await client.app.hello({})).jobs.filter(({ kind }) => kind === 'tidy')).toEqual([]);
    expect(await volumes()).toEqual(['mine.qcow2']);
  }, 240_000);

  it('touches nothing that somebody has taken or changed meanwhile', async () => {
    await killedWhileUploading();
    const file = `/var/lib/libvirt/images/${DISK}`;
    await hv1().exec(`qemu-io -f qcow2 -c 'write -P 7 0 64k' ${file}`);
    await hv1().exec(
      `printf %s "<domain type='qemu'><name>${NAME}</name><memory unit='MiB'>64</memory><os><type arch='x86_64'>hvm</type></os><devices><disk type='file' device='cdrom'><source file='/var/lib/libvirt/images/${KERNEL}'/><target dev='hda' bus='ide'/><readonly/></disk></devices></domain>" > /tmp/taken.xml && virsh -q define /tmp/taken.xml`,
    );
    await start();
    const tidied = await ended('tidy');
    expect(tidied.log.join('\n')).toContain(`${KERNEL} in pool default stays: it is a disk of ${NAME}`);
    expect(tidied.error?.message).toContain(`${DISK} in pool default`);
    expect((await volumes()).sort()).toEqual([DISK, KERNEL].sort());
  }, 240_000);

  it('leaves nothing where nothing was made, and fetched files go', async () => {
    hold = '/initrd.gz';
    const { client, connection } = await start();
    await client.machines.make(spec(connection));
    const fetched = (): string =>
      execFileSync('find', [join(home, 'data'), '-path', '*/fetched/*', '-type', 'f'], { encoding: 'utf8' });
    await until('the first fetched file', () => fetched() !== '' || undefined, 60_000);
    await kill();
    hold = '';
    expect(fetched()).not.toBe('');
    await start();
    await until('the fetched files to be gone', () => fetched() === '' || undefined);
    expect(await job('tidy')).toBeUndefined();
    expect(await volumes()).toEqual([]);
  }, 120_000);
});
