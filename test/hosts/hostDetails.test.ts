import { execFileSync } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import type { Events } from '../../contract/index.ts';
import { Capabilities } from '../../model/index.ts';
import { connected, startApp, type TestWindow, until } from '../integration/helpers/services/app.ts';
import { describeLab } from './vitest.ts';

describeLab('the description of a host', { hosts: 1 }, (lab) => {
  async function open(uri: string): Promise<{ window: TestWindow; connection: string }> {
    const app = startApp();
    onTestFinished(() => app.stop());
    const window = app.window();
    await app.start([uri]);
    return { window, connection: (await connected(window, 20_000)).id };
  }

  it('has everything that virsh tells, in one operation', async () => {
    const { window, connection } = await open(lab().host('hv1').uri.tls);
    const details = await window.client.hosts.details({ connection });
    const virsh = (...args: string[]) => lab().host('hv1').virsh(args);
    const info = await virsh('nodeinfo');
    const number = (label: string) => Number(new RegExp(`${label}: +(\\d+)`).exec(info)?.[1]);
    expect(details.node).toMatchObject({
      value: {
        cpus: number('CPU\\(s\\)'),
        memoryKiB: number('Memory size'),
        cells: number('NUMA cell\\(s\\)'),
      },
    });
    expect(details.hostname).toEqual({ value: 'hv1' });
    expect(details.encrypted).toEqual({ value: true });
    expect(details.uri).toContain('qemu+tls://');
    expect(details.maxVcpus).toEqual({
      value: Number(/vcpu max='(\d+)'/.exec(await virsh('domcapabilities'))?.[1]),
    });
    const capabilities = 'value' in details.capabilities ? details.capabilities.value : '';
    expect(Capabilities.parse(capabilities).architectures).toContain('x86_64');
    const features = 'value' in details.cpuFeatures ? details.cpuFeatures.value : [];
    expect(features).toContain('sse2');
    expect(details.freePages).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ cell: 0, sizeKiB: 2048 })]),
    });
    // A host in a container has no SMBIOS: that is said, and takes nothing else with it.
    if ('missing' in details.sysinfo) expect(details.sysinfo.missing.reason).toMatch(/\w/);
    else expect(details.sysinfo.value).toContain('<sysinfo');
  });

  it('has its load over time, which goes up when it works', async () => {
    const { window, connection } = await open(lab().host('hv1').uri.unix);
    await window.client.settings.update({ statsInterval: 1 });
    await window.client.stats.watch({ connections: [connection] });
    const loads = () =>
      window.told.flatMap(({ name, payload }) =>
        name === 'statsTick' ? [(payload as Events['statsTick']).host] : [],
      );
    await until('the first load', () => loads().length > 0);
    expect(loads()[0]?.memoryTotalKiB).toBe(
      Number(/total *: *(\d+)/.exec(await lab().host('hv1').virsh(['nodememstats']))?.[1]),
    );
    expect(loads()[0]?.memoryUsedKiB).toBeGreaterThan(0);
    const before = loads().length;
    // Two processors' work for two seconds, seen by the host as by everybody.
    const busy = 'const end = Date.now() + 2500; while (Date.now() < end);';
    execFileSync('sh', ['-c', `node -e '${busy}' & node -e '${busy}'; wait`]);
    await until('loads of that time', () => loads().length >= before + 2);
    expect(
      Math.max(
        ...loads()
          .slice(before)
          .map((load) => load?.cpu ?? 0),
      ),
    ).toBeGreaterThan(50);
  });
});
