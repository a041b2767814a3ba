import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, NewMachine } from '../../contract/index.ts';
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

const machine = (change: Partial<NewMachine> = {}): NewMachine => ({
  connection,
  method: 'iso',
  media: { kind: 'path', path: '/isos/debian.iso' },
  name: 'web1',
  memoryMiB: 1024,
  vcpus: 2,
  disk: { kind: 'new', pool: 'default-pool', name: '', capacity: 1024 ** 3, format: 'qcow2' },
  network: { kind: 'network', name: 'default' },
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
    const options = await window.client.provision.hostOptions({ connection });
    expect(options).toMatchObject({ refusal: null, arch: 'i686', memoryKiB: 3145728 });
    expect(options.virtTypes.map((one) => one.type)).toEqual(['test']);
    expect(options.defaults).toMatchObject({ pool: 'default-pool', network: 'default', memoryMiB: 768 });
  });

  it('is checked by name', async () => {
    const problem = async (name: string) =>
      (await window.client.provision.checkName({ connection, name })).problem;
    expect(await problem('web1')).toBeNull();
    expect(await problem('Größe ✓')).toBeNull();
    expect(await problem('test')).toContain('has a machine of this name already');
    expect(await problem('a/b')).toContain('slash');
    expect(await problem('a\nb')).toContain('control');
    expect(await problem(' a')).toContain('space');
    expect(await problem('x'.repeat(300))).toContain('200');
  });

  it('is previewed without anything being made', async () => {
    const preview = await window.client.provision.preview(machine({ memoryMiB: 128 }));
    expect(preview.xml).toContain(`<source file='/isos/debian.iso'/>`);
    expect(preview.xml).toContain(`<source file='/default-pool/web1.qcow2'/>`);
    expect(preview.xml).toMatch(/device='disk'>.*<boot order='1'\/>.*device='cdrom'>.*<boot order='2'\/>/s);
    expect(preview.volumeXml).toContain(`<capacity unit='bytes'>1073741824</capacity>`);
    // Without it libvirt makes qcow2 images as QEMU 0.10 did.
    expect(preview.volumeXml).toContain('<compat>1.1</compat>');
    expect(preview.warnings.join()).toContain('128 MiB of memory are little');
    expect(preview.commands).toEqual([
      'virsh -c test:///default vol-create default-pool web1-disk.xml',
      'virsh -c test:///default define web1.xml',
      'virsh -c test:///default start web1',
    ]);
    expect(await volumes()).toEqual([]);
    expect(names()).toEqual(['test']);
  });

  it('is made, started and shown', async () => {
    const { job } = await window.client.provision.create(machine());
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
    const { job } = await window.client.provision.create(machine());
    expect((await ended(job)).error).toMatchObject({ kind: 'exists', hint: 'Choose another name.' });
    expect(await volumes()).toEqual(['web1.qcow2']);
  });

  it('refuses a volume that exists and does not touch it', async () => {
    const disk = {
      kind: 'new',
      pool: 'default-pool',
      name: 'web1.qcow2',
      capacity: 1024,
      format: 'qcow2',
    } as const;
    const { job } = await window.client.provision.create(machine({ name: 'web2', disk }));
    expect((await ended(job)).error).toMatchObject({ kind: 'exists' });
    expect(await volumes()).toEqual(['web1.qcow2']);
    expect(names()).toEqual(['test', 'web1']);
  });

  it('says which pool, volume or type is wrong', async () => {
    const fails = async (change: Partial<NewMachine>) => {
      const { job } = await window.client.provision.create(machine({ name: 'web3', ...change }));
      return (await ended(job)).error;
    };
    const pool = { kind: 'new', pool: 'nope', name: '', capacity: 1024, format: 'qcow2' } as const;
    expect((await fails({ disk: pool }))?.message).toContain('no pool nope');
    const media = { kind: 'volume', pool: 'default-pool', volume: 'gone.iso' } as const;
    expect((await fails({ media }))?.message).toContain('no volume gone.iso');
    expect(await fails({ virtType: 'kvm' })).toMatchObject({ kind: 'unsupported', hint: 'It offers: test.' });
    expect(names()).toEqual(['test', 'web1']);
  });

  it('is removed again when the definition is refused', async () => {
    const huge = machine({ name: 'web4', memoryMiB: 2 ** 50 });
    const { job } = await window.client.provision.create(huge);
    const result = await ended(job);
    expect(result.state).toBe('failed');
    expect(result.log.join()).toContain('Removed the disk web4.qcow2');
    expect(await volumes()).toEqual(['web1.qcow2']);
    expect(names()).toEqual(['test', 'web1']);
  });
});
