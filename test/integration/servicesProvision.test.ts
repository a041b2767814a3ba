import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, MachineSpecInput } from '../../contract/index.ts';
import { connected, startApp, type TestApp, type TestWindow, until } from './helpers/services/app.ts';

let app: TestApp;
let window: TestWindow;
let connection = '';

beforeAll(async () => {
  app = startApp();
  window = app.window();
  await app.start(['test:///default']);
  connection = (await connected(window)).id;
});
afterAll(() => app.stop());

const machine = (change: Partial<MachineSpecInput> = {}): MachineSpecInput => ({
  connection,
  install: { method: 'iso', media: { kind: 'path', path: '/isos/debian.iso' } },
  name: 'web1',
  os: null,
  memoryMiB: 1024,
  vcpus: 2,
  disks: [{ kind: 'new', pool: 'default-pool', capacity: 1024 ** 3 }],
  cards: [{ kind: 'network', name: 'default' }],
  virtType: 'test',
  ...change,
});

async function ended(id: string): Promise<Job> {
  const last = () =>
    window.told.map((one) => one.payload as Job).findLast((payload) => 'log' in payload && payload.id === id);
  return until('the end of the job', () => (last()?.endedAt ? last() : undefined), 20_000);
}
const volumes = async () =>
  (await window.client.storage.volumes({ connection, pool: 'default-pool', refresh: false })).map(
    (one) => one.name,
  );
const names = () => [...window.rows.values()].map((row) => row.name).sort();

describe('a new machine on the demo host', () => {
  it('is offered with defaults that fit', async () => {
    const offer = await window.client.machines.offer({ connection });
    expect(offer).toMatchObject({ refusal: null, memoryKiB: 3145728 });
    expect(offer).toMatchObject({ defaultPool: 'default-pool', defaultNetwork: 'default' });
    expect(offer.arches[0]).toMatchObject({ arch: 'i686', virtTypes: [{ type: 'test' }] });
  });

  it('is checked by name', async () => {
    const problem = async (name: string) =>
      (await window.client.machines.checkName({ connection, name })).problem;
    expect(await problem('web1')).toBeNull();
    expect(await problem('Größe ✓')).toBeNull();
    expect(await problem('test')).toContain('has a machine of this name already');
    expect(await problem('a/b')).toContain('slash');
    expect(await problem('a\nb')).toContain('control');
    expect(await problem(' a')).toContain('space');
    expect(await problem('x'.repeat(300))).toContain('200');
  });

  it('is previewed without anything being made', async () => {
    const preview = await window.client.machines.plan(machine({ memoryMiB: 128 }));
    // The medium is inserted for the installation, and not in what stays.
    expect(preview.installXml).toContain(`<source file='/isos/debian.iso'/>`);
    expect(preview.xml).not.toContain('debian.iso');
    expect(preview.xml).toContain(`<source file='/default-pool/web1.qcow2'/>`);
    expect(preview.xml).toMatch(/device='disk'>.*<boot order='1'\/>.*device='cdrom'>.*<boot order='2'\/>/s);
    const volume = preview.makes.find(({ xml }) => xml !== null)?.xml;
    expect(volume).toContain(`<capacity unit='bytes'>1073741824</capacity>`);
    // Without it libvirt makes qcow2 images as QEMU 0.10 did.
    expect(volume).toContain('<compat>1.1</compat>');
    expect(preview.warnings.join()).toContain('128 MiB of memory are little');
    expect(preview.virsh.join('\n')).toMatch(
      /virsh -c test:\/\/\/default vol-create[\s\S]*define[\s\S]*start/,
    );
    expect(preview.virtInstall.join('\n')).toContain('--name web1');
    expect(await volumes()).toEqual([]);
    expect(names()).toEqual(['test']);
  });

  it('is made, started and shown', async () => {
    const { job } = await window.client.machines.make(machine());
    const result = await ended(job);
    expect(result).toMatchObject({ state: 'succeeded', error: null });
    expect(result.log).toEqual([
      'Checking',
      'Creating the disk web1.qcow2 in pool default-pool',
      'Saving the definition',
      'Starting',
    ]);
    await until('its row', () => window.rows.get(result.uuid ?? '')?.state === 'running');
    expect(window.rows.get(result.uuid ?? '')).toMatchObject({ name: 'web1', persistent: true });
    expect(await volumes()).toEqual(['web1.qcow2']);
  });

  it('leaves nothing behind when the name is taken, also one that only libvirt knows', async () => {
    const { job } = await window.client.machines.make(machine());
    expect((await ended(job)).error).toMatchObject({ kind: 'exists', hint: 'Choose another name.' });
    expect(await volumes()).toEqual(['web1.qcow2']);
  });

  it('refuses a volume that exists and does not touch it', async () => {
    const disks = [{ kind: 'new', pool: 'default-pool', name: 'web1.qcow2', capacity: 1024 } as const];
    const { job } = await window.client.machines.make(machine({ name: 'web2', disks }));
    expect((await ended(job)).error).toMatchObject({ kind: 'exists' });
    expect(await volumes()).toEqual(['web1.qcow2']);
    expect(names()).toEqual(['test', 'web1']);
  });

  it('says which pool, volume or type is wrong', async () => {
    const fails = async (change: Partial<MachineSpecInput>) => {
      const { job } = await window.client.machines.make(machine({ name: 'web3', ...change }));
      return (await ended(job)).error;
    };
    const disk = { kind: 'new', pool: 'nope', capacity: 1024 } as const;
    expect((await fails({ disks: [disk] }))?.message).toContain('no pool nope');
    const media = { kind: 'volume', pool: 'default-pool', volume: 'gone.iso' } as const;
    expect((await fails({ install: { method: 'iso', media } }))?.message).toContain('no volume gone.iso');
    expect(await fails({ virtType: 'kvm' })).toMatchObject({
      kind: 'unsupported',
      hint: 'It offers: test on i686.',
    });
    expect(names()).toEqual(['test', 'web1']);
  });

  it('is removed again when the definition is refused', async () => {
    const huge = machine({ name: 'web4', memoryMiB: 2 ** 43 });
    const { job } = await window.client.machines.make(huge);
    const result = await ended(job);
    expect(result.state).toBe('failed');
    expect(result.log.join()).toContain('Removed the disk web4.qcow2');
    expect(await volumes()).toEqual(['web1.qcow2']);
    expect(names()).toEqual(['test', 'web1']);
  });
});
