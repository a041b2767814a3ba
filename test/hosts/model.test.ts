import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compare, Domain, DomainCapabilities, newDiskTarget } from '../../model/index.ts';
import { sampleDomains } from '../integration/model-samples.ts';
import { misread } from '../integration/model-tools.ts';
import { guestXml, type Host } from './index.ts';
import { describeLab } from './vitest.ts';

/** What virsh prints, without the line break that it adds. */
async function document(host: Host, ...args: string[]): Promise<string> {
  const printed = await host.virsh(args);
  return printed.endsWith('\n\n') ? printed.slice(0, -1) : printed;
}

describeLab('documents of a real hypervisor', { hosts: 1 }, (lab) => {
  let host: Host;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'virtdeck-model-'));
    host = lab().host('hv1');
    await host.define(
      guestXml({
        name: 'real',
        disks: [{ path: await host.bootDisk('real') }],
        networks: ['default'],
        agent: true,
      }),
    );
    await host.virsh(['start', 'real']);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['the running machine', ['dumpxml', 'real']],
    ['the saved machine', ['dumpxml', '--inactive', 'real']],
    ['the machine to migrate', ['dumpxml', '--migratable', 'real']],
    ['the network', ['net-dumpxml', 'default']],
    ['the capabilities', ['capabilities']],
    ['the domain capabilities', ['domcapabilities']],
    ['the domain capabilities of q35', ['domcapabilities', '--machine', 'q35', '--virttype', 'qemu']],
    ['the pool capabilities', ['pool-capabilities']],
  ])('%s comes back as it was and is understood completely', async (_name, args) => {
    expect(misread(await document(host, ...args))).toEqual([]);
  });

  it('every device of the host, pool, volume and filter is understood completely', async () => {
    for (const [list, dump] of [
      ['nodedev-list', 'nodedev-dumpxml'],
      ['nwfilter-list', 'nwfilter-dumpxml'],
      ['net-list --all --name', 'net-dumpxml'],
      ['pool-list --all --name', 'pool-dumpxml'],
    ] as const) {
      const names = (await host.virsh(list.split(' ')))
        .split('\n')
        .map((line) => line.trim().split(/\s+/).at(-1) ?? '');
      for (const name of names.filter(Boolean)) {
        expect([name, misread(await document(host, dump, name))]).toEqual([name, []]);
      }
    }
  });

  it('a snapshot is understood completely', async () => {
    await host.virsh(['snapshot-create-as', 'real', 'one', '--disk-only', '--no-metadata', '--print-xml']);
    await host.virsh(['snapshot-create-as', 'real', 'one', 'a <description>']);
    expect(misread(await document(host, 'snapshot-dumpxml', 'real', 'one'))).toEqual([]);
    await host.virsh(['snapshot-delete', 'real', 'one']);
  });

  it('a machine that runs as it is saved has no changes', async () => {
    const live = Domain.parse(await document(host, 'dumpxml', 'real'));
    const saved = Domain.parse(await document(host, 'dumpxml', '--inactive', 'real'));
    expect(compare(live, saved).map((change) => change.text)).toEqual([]);
  });

  it('what was changed in the saved machine is what differs from the running one', async () => {
    const saved = Domain.parse(await document(host, 'dumpxml', '--inactive', 'real'));
    const disk = saved.disks.at(0)!;
    disk.cache = 'writeback';
    saved.addDevice('disk', {
      type: 'file',
      device: 'disk',
      driver: 'qemu',
      format: 'raw',
      source: { file: '/dev/null' },
      target: newDiskTarget(
        'virtio',
        saved.disks.map((one) => one.target),
      ),
      bus: 'virtio',
    });
    saved.title = `Bob's machine`;
    const file = join(folder, 'changed.xml');
    await writeFile(file, saved.toXml());
    await host.virsh(['define', '--validate', file]);
    const live = Domain.parse(await document(host, 'dumpxml', 'real'));
    const after = Domain.parse(await document(host, 'dumpxml', '--inactive', 'real'));
    expect(compare(live, after).map((change) => [change.text, change.effect])).toEqual([
      [`title: not set -> Bob's machine`, 'now'],
      ['disk vda: cache not set -> writeback', 'next-boot'],
      ['disk vdb added (/dev/null)', 'now'],
    ]);
  });

  it.each([...sampleDomains().keys()].filter((name) => !['container', 'arm', 'tuned'].includes(name)))(
    'QEMU takes what builders make: machine %s',
    async (name) => {
      const domain = Domain.parse(sampleDomains().get(name)!.toXml());
      const file = join(folder, `${name}.xml`);
      await writeFile(file, domain.toXml());
      await host.virsh(['define', '--validate', file]);
      const printed = await document(host, 'dumpxml', '--inactive', name);
      expect(misread(printed)).toEqual([]);
      await host.virsh(['undefine', '--nvram', name]);
    },
  );

  it('answers what the editors ask', async () => {
    const caps = DomainCapabilities.parse(
      await host.virsh(['domcapabilities', '--machine', 'q35', '--virttype', 'qemu']),
    );
    expect(caps.disk.buses).toContain('virtio');
    expect(caps.video.models).toContain('virtio');
    expect(caps.cpuModes).toContain('custom');
    expect(caps.cpuModels.map((model) => model.name)).toContain('qemu64');
    expect(caps.firmwares).toContain('efi');
    expect(caps.secureBoot).toBe(true);
    expect(caps.maxVcpus).toBeGreaterThan(200);
    expect(caps.tpm.backends).toContain('emulator');
  });
});
