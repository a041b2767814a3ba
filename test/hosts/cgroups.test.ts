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

describeLab('hosts with control groups', { hosts: 1, cgroups: true }, (lab) => {
  const hv1 = () => lab().host('hv1');

  it('tune the CPU and memory of a running guest', async () => {
    await hv1().define(guestXml({ name: 'tuned' }));
    await hv1().virsh(['start', 'tuned']);
    await hv1().virsh(['schedinfo', 'tuned', '--live', '--set', 'cpu_shares=512']);
    expect(await hv1().virsh(['schedinfo', 'tuned'])).toMatch(/cpu_shares +: 512/);
    await hv1().virsh(['memtune', 'tuned', '--live', '--hard-limit', '1048576']);
    expect(await hv1().virsh(['memtune', 'tuned'])).toMatch(/hard_limit +: 1048576/);
    await hv1().virsh(['destroy', 'tuned']);
  });

  it('run containers', async () => {
    writeFileSync(join(hv1().folder, 'tmp/box.xml'), container);
    await hv1().exec('virsh -q -c lxc:///system create /tmp/box.xml');
    expect((await hv1().exec('virsh -q -c lxc:///system domstate box')).trim()).toBe('running');
    await hv1().exec('virsh -q -c lxc:///system destroy box');
  });
});
