import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { guestXml } from './guest/domain.ts';
import { describeLab } from './vitest.ts';

const container = `<domain type='lxc'>
  <name>box</name>
  <memory unit='MiB'>64</memory>
  <os>
    <type>exe</type>
    <init>/bin/sh</init>
  </os>
  <devices>
    <console type='pty'/>
  </devices>
</domain>
`;

/** The file of a guest's control group that has a setting, by version of control groups. */
const cpuFile = { 1: 'cpu.shares', 2: 'cpu.weight' };
const memoryFile = { 1: 'memory.limit_in_bytes', 2: 'memory.max' };

// The machine may have control groups of either version, or, as a container, only some of the controllers.
describeLab('hosts with control groups', { hosts: 1, cgroups: true }, (lab) => {
  const hv1 = () => lab().host('hv1');

  /** What the kernel says of the guest "tuned". */
  const inKernel = async (file: string): Promise<string> => {
    const path = `*tuned.libvirt-qemu/${file}`;
    return (await hv1().exec(`find /sys/fs/cgroup -path '${path}' -exec cat {} +`)).trim();
  };

  it('tune the CPU and memory of a running guest', async () => {
    const { version, names } = await hv1().controllers();
    await hv1().define(guestXml({ name: 'tuned' }));
    await hv1().virsh(['start', 'tuned']);

    const tuneCpu = hv1().virsh(['schedinfo', 'tuned', '--live', '--set', 'cpu_shares=512']);
    if (version !== 0 && names.includes('cpu')) {
      await tuneCpu;
      expect(await hv1().virsh(['schedinfo', 'tuned'])).toMatch(/cpu_shares +: 512/);
      expect(await inKernel(cpuFile[version])).toBe('512');
    } else await expect(tuneCpu).rejects.toThrow(/cgroup CPU controller is not mounted/);

    const tuneMemory = hv1().virsh(['memtune', 'tuned', '--live', '--hard-limit', '1048576']);
    if (version !== 0 && names.includes('memory')) {
      await tuneMemory;
      expect(await hv1().virsh(['memtune', 'tuned'])).toMatch(/hard_limit +: 1048576/);
      expect(await inKernel(memoryFile[version])).toBe(String(2 ** 30));
    } else await expect(tuneMemory).rejects.toThrow(/cgroup memory controller is not mounted/);

    await hv1().virsh(['destroy', 'tuned']);
  });

  it('run containers', async () => {
    const { version, names } = await hv1().controllers();
    const needed = { 0: ['any'], 1: ['cpuacct', 'devices', 'memory'], 2: ['memory'] }[version];
    writeFileSync(join(hv1().folder, 'tmp/box.xml'), container);
    const created = hv1().exec('virsh -q -c lxc:///system create /tmp/box.xml');
    if (needed.every((name) => names.includes(name))) {
      await created;
      expect((await hv1().exec('virsh -q -c lxc:///system domstate box')).trim()).toBe('running');
      await hv1().exec('virsh -q -c lxc:///system destroy box');
    } else await expect(created).rejects.toThrow(/cgroup/);
  });
});
