import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type {
  ApiError,
  FileSource,
  ImageFacts,
  MachinePreview,
  MachineSpecInput,
} from '../../contract/index.ts';
import { buildSeed, seedDocuments } from '../../main/provision/sources/seed.ts';
import { DefinitionHistory } from '../../main/settings/history.ts';
import { guestXml } from './guest/domain.ts';
import { GuestConsole } from './index.ts';
import { RemoteStand } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

const MIB = 1024 ** 2;
const IMAGES = '/var/lib/libvirt/images';

describeLab('what machines are made from', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let stand: RemoteStand;
  /** Over ssh, where files of the host can be looked at, and over its socket, where they cannot. */
  let ssh = '';
  let socket = '';

  beforeAll(async () => {
    stand = await RemoteStand.start(lab());
    ssh = await stand.add('qemu+ssh://root@hv1/system');
    socket = await stand.add(hv1().uri.unix);
    await Promise.all([stand.connected(ssh), stand.connected(socket)]);
    await hv1().exec(
      `cd ${IMAGES} && qemu-img create -q -f raw base.raw 8M && qemu-img create -q -f qcow2 -b base.raw -F raw middle.qcow2 16M && qemu-img create -q -f qcow2 -b ${IMAGES}/middle.qcow2 -F qcow2 top.qcow2 32M && mkdir -p /srv/outside && cd /srv/outside && qemu-img create -q -f qcow2 -b ${IMAGES}/top.qcow2 -F qcow2 far.qcow2 64M && qemu-img create -q -f qcow2 -b far.qcow2 -F qcow2 -u lost-base.qcow2 1M && qemu-img create -q -f qcow2 -b nothing.qcow2 -F qcow2 -u lost.qcow2 1M && virsh -q pool-refresh default`,
    );
  });
  afterAll(() => stand?.stop());

  const image = (source: FileSource, connection = ssh): Promise<ImageFacts> =>
    stand.window.client.sources.image({ connection, source });
  const pxe = (kind: 'network' | 'bridge' | 'direct' | 'user', name: string, connection = ssh) =>
    stand.window.client.sources.pxe({ connection, kind, name });
  const failed = (work: Promise<unknown>): Promise<ApiError> =>
    work.then(
      (value) => expect.unreachable(JSON.stringify(value)),
      (error: ApiError) => error,
    );
  const undefineLater = (name: string) =>
    onTestFinished(async () => {
      await hv1().virshAny(['destroy', name]);
      await hv1().virshAny(['undefine', name]);
    });

  it('reads folders: over ssh the files, with what the user may see, elsewhere what pools have', async () => {
    const browse = (connection: string, path: string, more = {}) =>
      stand.window.client.sources.browse({ connection, path, ...more });
    await hv1().exec(
      `mkdir -p "/srv/it's; odd" && cd "/srv/it's; odd" && truncate -s 5M '$(reboot).iso' && ln -s nowhere broken && ln -s /var/lib iso`,
    );
    const odd = await browse(ssh, "/srv/./it's; odd//");
    expect(odd).toMatchObject({ path: "/srv/it's; odd", more: false, unusable: 0, note: null });
    expect(odd.entries).toMatchObject([
      { name: 'iso', kind: 'folder', size: null },
      { name: '$(reboot).iso', kind: 'file', size: 5 * MIB },
      { name: 'broken', kind: 'other' },
    ]);
    expect(odd.pools).toContainEqual({ name: 'default', path: IMAGES });
    expect((await browse(ssh, '')).path).toBe(IMAGES);
    expect((await browse(ssh, "/srv/it's; odd/$(reboot).iso")).path).toBe("/srv/it's; odd");
    expect((await browse(ssh, '/etc', { filter: 'PASSWD' })).entries).toContainEqual(
      expect.objectContaining({ name: 'passwd', kind: 'file' }),
    );
    expect(await failed(browse(ssh, '/srv/nothing'))).toMatchObject({ kind: 'not-found' });
    expect(await failed(browse(ssh, 'srv'))).toMatchObject({ kind: 'invalid' });
    expect(await failed(browse(ssh, '/srv\n/etc'))).toMatchObject({ kind: 'invalid' });
    const volumes = await browse(socket, IMAGES);
    expect(volumes.note).toContain('cannot be seen over this connection');
    expect(volumes.entries).toContainEqual(expect.objectContaining({ name: 'top.qcow2', kind: 'file' }));
    expect((await browse(socket, '/')).entries.map(({ name }) => name)).toContain('var');
    expect(await failed(browse(socket, '/opt'))).toMatchObject({ kind: 'unavailable' });
  });

  it('tells an image with everything that it is built upon', async () => {
    const volume = await image({ kind: 'volume', pool: 'default', volume: 'top.qcow2' });
    expect(volume).toMatchObject({
      format: 'qcow2',
      capacity: 32 * MIB,
      usedBy: [],
      problem: null,
      notes: [],
    });
    expect(volume.backing).toEqual([`${IMAGES}/middle.qcow2`, `${IMAGES}/base.raw`]);
    const far = await image({ kind: 'path', path: '/srv/outside/far.qcow2' });
    expect(far).toMatchObject({ format: 'qcow2', capacity: 64 * MIB, problem: null });
    expect(far.backing).toEqual([`${IMAGES}/top.qcow2`, ...volume.backing]);
    const lost = await image({ kind: 'path', path: '/srv/outside/lost.qcow2' });
    expect(lost.problem).toBe('The image is built upon /srv/outside/nothing.qcow2, which is not there.');
    const raw = await image({ kind: 'path', path: `${IMAGES}/base.raw` });
    expect(raw).toMatchObject({ format: 'raw', capacity: 8 * MIB, backing: [] });
    const iso = await image({ kind: 'path', path: '/var/lib/libvirt/media/tiny.iso' });
    expect(iso.notes.join()).toContain('CD or DVD');
    expect(await failed(image({ kind: 'path', path: '/srv/outside/none' }))).toMatchObject({
      kind: 'not-found',
    });
    expect(await failed(image({ kind: 'volume', pool: 'default', volume: 'none' }))).toMatchObject({
      kind: 'not-found',
    });
  });

  it('tells who has an image: running, off, saved otherwise, as a volume', async () => {
    const source = { kind: 'volume', pool: 'default', volume: 'top.qcow2' } as const;
    for (const name of ['live', 'off', 'by-volume']) undefineLater(name);
    await hv1().define(guestXml({ name: 'off', disks: [{ path: `${IMAGES}/top.qcow2` }] }));
    await hv1().define(
      guestXml({
        name: 'by-volume',
        devices: `<disk type='volume' device='disk'><driver name='qemu' type='qcow2'/><source pool='default' volume='top.qcow2'/><target dev='vdb' bus='virtio'/></disk>`,
      }),
    );
    await hv1().define(guestXml({ name: 'live' }));
    await hv1().virsh(['start', 'live']);
    const users = async () => {
      const { usedBy } = await image(source);
      return usedBy.sort((a, b) => a.name.localeCompare(b.name));
    };
    await expect.poll(users, { timeout: 20_000 }).toEqual([
      { name: 'by-volume', running: false },
      { name: 'off', running: false },
    ]);
    // In the saved definition of a running machine only: it gets the disk with its next start.
    await hv1().virsh([
      'attach-disk',
      'live',
      `${IMAGES}/top.qcow2`,
      'vdc',
      '--config',
      '--subdriver',
      'qcow2',
    ]);
    await expect.poll(users, { timeout: 20_000 }).toEqual([
      { name: 'by-volume', running: false },
      { name: 'live', running: true },
      { name: 'off', running: false },
    ]);
    // What a running machine's disk is built upon is in use too.
    await hv1().virsh(['destroy', 'live']);
    await hv1().virsh(['start', 'live']);
    await expect
      .poll(async () => (await image({ ...source, volume: 'middle.qcow2' })).usedBy, { timeout: 20_000 })
      .toEqual([{ name: 'live', running: true }]);
  });

  it('asks a thousand machines soon, also those of a driver that tells nothing of all at once', async () => {
    const id = await stand.add(hv1().scale({ domains: 1000 }).unix);
    await stand.connected(id);
    const started = performance.now();
    const [pool] = await stand.window.client.storage.pools({ connection: id });
    const volumes = await stand.window.client.storage.volumes({
      connection: id,
      pool: pool?.name ?? '',
      refresh: false,
    });
    const volume = volumes[0]?.name ?? '';
    const facts = await image({ kind: 'volume', pool: pool?.name ?? '', volume }, id);
    expect(facts.capacity).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(15_000);
    await stand.remove(id);
  });

  it('tells what answers a machine that starts from the network', async () => {
    const answers = await pxe('network', 'default');
    expect(answers).toMatchObject({
      verdict: 'answers',
      advice: null,
      canSet: true,
      tftpRoot: '/var/lib/libvirt/tftp',
      bootFile: 'boot.ipxe',
    });
    expect(answers.findings).toContain('DHCP: 192.168.122.2 to 192.168.122.254');
    expect(answers.findings.join()).not.toContain('cannot be checked');
    expect((await pxe('network', 'default', socket)).findings.join()).toContain('cannot be checked');
    expect((await pxe('bridge', 'virbr0')).verdict).toBe('answers');
    for (const kind of ['bridge', 'direct'] as const) {
      const unknown = await pxe(kind, 'br-office');
      expect(unknown).toMatchObject({ verdict: 'unknown', canSet: false });
      expect(unknown.advice).toContain('TFTP server');
    }
    expect((await pxe('user', '')).verdict).toBe('silent');
    expect(await failed(pxe('network', 'nothing'))).toMatchObject({ kind: 'not-found' });
  });

  const networkXml = (name: string, bridge: string, more: string) => `<network><name>${name}</name>
    <bridge name='${bridge}' stp='off' delay='0'/>${more}</network>`;
  async function addNetwork(name: string, bridge: string, more: string): Promise<void> {
    writeFileSync(join(hv1().folder, 'tmp/network.xml'), networkXml(name, bridge, more));
    await hv1().exec('virsh -q net-define /tmp/network.xml');
    onTestFinished(async () => {
      await hv1().virshAny(['net-destroy', name]);
      await hv1().virshAny(['net-undefine', name]);
    });
    await hv1().virsh(['net-start', name]);
  }
  const DHCP = `<ip address='192.168.140.1' prefix='24'><dhcp><range start='192.168.140.2' end='192.168.140.9'/></dhcp></ip>`;

  it('sets TFTP root and boot file, and disturbs no machine', async () => {
    await addNetwork('quiet', 'virbr40', DHCP);
    expect(await pxe('network', 'quiet')).toMatchObject({ verdict: 'silent', canSet: true, bootFile: null });
    const wish = {
      connection: ssh,
      network: 'quiet',
      tftpRoot: '/var/lib/libvirt/tftp',
      bootFile: 'boot.ipxe',
    };
    const set = (more: object = {}) => stand.window.client.sources.setPxe({ ...wish, ...more });
    expect(await failed(set({ tftpRoot: '/var/lib/libvirt/none' }))).toMatchObject({ kind: 'not-found' });
    expect(await failed(set({ tftpRoot: 'relative' }))).toMatchObject({ kind: 'invalid' });
    expect(await failed(set({ bootFile: '../x' }))).toMatchObject({ kind: 'invalid' });
    // Somebody runs on it: nothing is started anew unless that is wanted.
    undefineLater('guest');
    await hv1().define(guestXml({ name: 'guest', networks: ['quiet'] }));
    await hv1().virsh(['start', 'guest']);
    await expect
      .poll(async () => (await pxe('network', 'quiet')).usedBy, { timeout: 20_000 })
      .toEqual(['guest']);
    expect(await set()).toEqual({ active: false, usedBy: ['guest'] });
    expect(await hv1().virsh(['net-dumpxml', 'quiet', '--inactive'])).toContain("<bootp file='boot.ipxe'/>");
    expect(await hv1().virsh(['net-dumpxml', 'quiet'])).not.toContain('bootp');
    const pending = await pxe('network', 'quiet');
    expect(pending.verdict).toBe('silent');
    expect(pending.findings.join()).toContain('from the network’s next start on');
    // Nobody does any more.
    await hv1().virsh(['destroy', 'guest']);
    await expect.poll(() => set(), { timeout: 20_000 }).toEqual({ active: true, usedBy: [] });
    expect((await pxe('network', 'quiet')).verdict).toBe('answers');
    expect(await hv1().virsh(['net-dumpxml', 'quiet'])).toContain("<tftp root='/var/lib/libvirt/tftp'/>");
    expect((await set({ bootFile: 'not-there' })).active).toBe(true);
    const missing = await pxe('network', 'quiet');
    expect(missing).toMatchObject({ verdict: 'silent', bootFile: 'not-there' });
    expect(missing.advice).toContain('/var/lib/libvirt/tftp/not-there');
    const [, uuid = ''] = /<uuid>(.*)<\/uuid>/.exec(await hv1().virsh(['net-dumpxml', 'quiet'])) ?? [];
    const kept = await new DefinitionHistory(join(stand.app.folder, 'data')).list(
      'qemu+ssh://root@hv1/system',
      uuid,
    );
    expect(kept.length).toBeGreaterThanOrEqual(3);
    expect(kept.at(-1)?.xml).not.toContain('bootp');
  });

  it('takes settings back with which a network does not start', async () => {
    await addNetwork('fragile', 'virbr41', DHCP.replaceAll('.140.', '.141.'));
    const wish = { connection: socket, network: 'fragile', tftpRoot: '/no/such/folder', bootFile: 'x' };
    const error = await failed(stand.window.client.sources.setPxe(wish));
    expect(error.message).toContain('former settings again');
    expect(await hv1().virsh(['net-list', '--name'])).toContain('fragile');
    expect(await hv1().virsh(['net-dumpxml', 'fragile', '--inactive'])).not.toContain('tftp');
  });

  it('has no DHCP server of libvirt’s to set where there is none', async () => {
    await addNetwork('plain', 'virbr42', `<ip address='192.168.142.1' prefix='24'/>`);
    expect(await pxe('network', 'plain')).toMatchObject({ verdict: 'unknown', canSet: false });
    const wish = {
      connection: ssh,
      network: 'plain',
      tftpRoot: '/var/lib/libvirt/tftp',
      bootFile: 'boot.ipxe',
    };
    expect(await failed(stand.window.client.sources.setPxe(wish))).toMatchObject({ kind: 'conflict' });
  });

  it('looks whether a container would have something to run', async () => {
    const id = await stand.add('lxc+ssh://root@hv1/system');
    await stand.connected(id);
    await hv1().exec('mkdir -p /srv/root/sbin /srv/bare && touch /srv/root/sbin/init /srv/file');
    const plan = async (install: MachineSpecInput['install']) => {
      const machine = {
        name: 'box',
        os: null,
        virtType: 'lxc',
        memoryMiB: 64,
        vcpus: 1,
        disks: [],
        cards: [],
      };
      return stand.window.client.machines.plan({ connection: id, ...machine, install });
    };
    const os = (root: string) => plan({ method: 'os-container', root });
    const app = (init: string) => plan({ method: 'app-container', init });
    const words = async (work: Promise<MachinePreview>) => JSON.stringify(await work);
    expect(await words(os('/srv/root'))).not.toMatch(/no folder|not found/);
    expect(await words(os('/srv/bare'))).toContain('/sbin/init was not found in /srv/bare');
    expect(await words(os('/srv/none'))).toContain('There is no folder /srv/none');
    expect(await words(os('/srv/file'))).toContain('There is no folder /srv/file');
    expect(await words(app('/bin/sh'))).not.toContain('no program');
    expect(await words(app('/bin/none'))).toContain('There is no program /bin/none');
    await stand.remove(id);
  });

  it('makes a seed that a guest’s kernel reads', async () => {
    const cloudInit = {
      kind: 'raw' as const,
      userData: '#cloud-config\nhostname: seeded\n# ✓ end\n',
      metaData: 'instance-id: one\nlocal-hostname: seeded\n',
      networkConfig: 'version: 2\n',
    };
    writeFileSync(join(hv1().folder, IMAGES, 'seed.iso'), buildSeed(cloudInit, { machineName: 'seeded' }));
    undefineLater('seeded');
    await hv1().define(guestXml({ name: 'seeded', cdrom: `${IMAGES}/seed.iso` }));
    await hv1().virsh(['start', 'seeded']);
    const console = await GuestConsole.open(hv1(), 'seeded');
    onTestFinished(() => console.close());
    await console.ready(90_000);
    await console.command('settled', 60_000);
    const read = await console.command('cloud');
    const { userData, metaData, networkConfig } = seedDocuments(cloudInit, { machineName: 'seeded' });
    expect(read).toBe(
      [`== meta-data\n${metaData}`, `== user-data\n${userData}`, `== network-config\n${networkConfig}`]
        .join('\n')
        .trimEnd(),
    );
    expect(await console.command('name')).toBe('seeded');
  });
});
