import { describe, expect, it } from 'vitest';
import { addDisk, applyChanges, buildDomain, compare, Domain } from '../../../model/index.ts';
import { cpuMapOf } from '../../libvirt/operations/support/cpuMap.ts';
import { planLive } from './liveSteps.ts';
import { settle } from './merge.ts';

const SAVED = buildDomain({
  name: 'vm',
  type: 'kvm',
  memory: 2 * 1024 ** 3,
  vcpu: 4,
  disks: [{ file: '/a.qcow2' }],
  cdrom: '/i.iso',
  interfaces: [{ source: 'default', mac: '52:54:00:00:00:01' }],
}).toXml();
/** libvirt shows the number of a running machine, and names for its devices. */
const LIVE = SAVED.replace("type='kvm'", "type='kvm' id='3'").replace(
  "<target dev='vda' bus='virtio'/>",
  "<target dev='vda' bus='virtio'/>\n      <alias name='virtio-disk0'/>",
);

function stepsFor(change: (domain: Domain) => void) {
  const target = Domain.parse(SAVED);
  change(target);
  const keys = new Set(compare(Domain.parse(SAVED), target).map(({ key }) => key));
  return planLive(Domain.parse(LIVE), target, keys);
}

describe('the way a running machine is changed', () => {
  it('is by the device with what libvirt calls it, and only what can be changed in it', () => {
    const { steps, later } = stepsFor((domain) => {
      domain.interfaces.at(0)!.link = 'down';
      domain.interfaces.at(0)!.model = 'e1000';
    });
    expect(steps.map(({ keys, step }) => [keys, step.do])).toEqual([
      [['interfaces[52:54:00:00:00:01]/link'], 'update'],
    ]);
    const xml = steps[0]?.step.do === 'update' ? steps[0].step.xml : '';
    expect(xml).toContain("<link state='down'/>");
    expect(xml).toContain("<model type='virtio'/>");
    expect([...later]).toEqual(['interfaces[52:54:00:00:00:01]/model']);
  });

  it('removes before it adds, and knows whose removal to wait for', () => {
    const { steps } = stepsFor((domain) => {
      domain.removeDevice(domain.disks.at(0)!);
      addDisk(domain, { file: '/b.qcow2', more: { target: 'vdb' } });
    });
    expect(steps.map(({ step, removes }) => [step.do, removes])).toEqual([
      ['detach', 'virtio-disk0'],
      ['attach', null],
    ]);
  });

  it('switches single vCPUs, and does not count them as well', () => {
    const vcpus =
      "<vcpus><vcpu id='0' enabled='yes'/><vcpu id='1' enabled='no'/><vcpu id='2' enabled='no'/></vcpus>";
    const before = Domain.parse(SAVED.replace(/<vcpu>4<\/vcpu>/, `<vcpu current='1'>3</vcpu>${vcpus}`));
    const live = Domain.parse(before.toXml().replace("type='kvm'", "type='kvm' id='3'"));
    const target = Domain.parse(before.toXml());
    target.vcpus.at(2)!.enabled = true;
    target.currentVcpus = 2;
    const keys = new Set(compare(before, target).map(({ key }) => key));
    expect(planLive(live, target, keys).steps).toMatchObject([
      { keys: ['currentVcpus', 'vcpus[2]/enabled'], step: { do: 'vcpu', id: 2, enabled: true } },
    ]);
  });

  it('names of block devices only what differs, and lifts limits of those that go', () => {
    const live = Domain.parse(LIVE);
    live.blkioTune.weight = 500;
    live.blkioTune.devices.add({ path: '/dev/sda', readBytes: 1000, writeIops: 5 });
    live.blkioTune.devices.add({ path: '/dev/sdb', readBytes: 1000 });
    const target = Domain.parse(SAVED);
    target.blkioTune.weight = 500;
    target.blkioTune.devices.add({ path: '/dev/sda', readBytes: 2000, writeIops: 5 });
    const keys = new Set(compare(live, target).map(({ key }) => key));
    expect(planLive(live, target, keys).steps.map(({ step }) => step)).toEqual([
      { do: 'block-weights', params: { device_read_bytes_sec: '/dev/sda,2000,/dev/sdb,0' } },
    ]);
  });

  it('pins again what the running machine still names', () => {
    const target = Domain.parse(SAVED);
    target.cpuTune.vcpuPins.add({ vcpu: 0, cpuset: '1' });
    const live = Domain.parse(LIVE);
    live.cpuTune.vcpuPins.add({ vcpu: 0, cpuset: '0-3' });
    const { steps, unchanged } = planLive(live, target, new Set(['cpuTune/vcpuPins[0]']));
    expect(steps).toMatchObject([
      { keys: ['cpuTune/vcpuPins[0]'], step: { do: 'vcpu-pin', vcpu: 0, cpuset: '1' } },
    ]);
    expect([...unchanged]).toEqual([]);
  });

  it('changes what happens at the end one by one, by way of nothing that QEMU refuses', () => {
    const from = Domain.parse(SAVED);
    from.onPoweroff = 'destroy';
    from.onReboot = 'destroy';
    const live = Domain.parse(from.toXml().replace("type='kvm'", "type='kvm' id='3'"));
    const target = Domain.parse(from.toXml());
    target.onPoweroff = 'restart';
    target.onReboot = 'restart';
    const there = planLive(live, target, new Set(['onPoweroff', 'onReboot']));
    expect(there.steps.map(({ keys }) => keys)).toEqual([['onReboot'], ['onPoweroff']]);
    const started = Domain.parse(target.toXml().replace("type='kvm'", "type='kvm' id='3'"));
    const back = planLive(started, from, new Set(['onPoweroff', 'onReboot']));
    expect(back.steps.map(({ keys }) => keys)).toEqual([['onPoweroff'], ['onReboot']]);
  });

  it('takes limits away with the values that mean none', () => {
    const limits = (domain: Domain) => {
      domain.disks.at(0)!.iotune.totalIops = 100;
      domain.memTune.hardLimit = 4 * 1024 ** 3;
      domain.cpuTune.quota = 5000;
    };
    expect(stepsFor(limits).steps.map(({ step }) => step)).toMatchObject([
      { do: 'iotune', disk: 'vda', params: { total_iops_sec: 100, total_bytes_sec: 0 } },
      { do: 'scheduler', params: { vcpu_quota: 5000 } },
      { do: 'memory-limits', params: { hard_limit: 4 * 1024 ** 2 } },
    ]);
    const live = Domain.parse(LIVE);
    limits(live);
    const keys = new Set(compare(live, Domain.parse(SAVED)).map(({ key }) => key));
    expect(planLive(live, Domain.parse(SAVED), keys).steps.map(({ step }) => step)).toMatchObject([
      { do: 'iotune', params: { total_iops_sec: 0 } },
      { do: 'scheduler', params: { vcpu_quota: -1 } },
      { do: 'memory-limits', params: { hard_limit: 9007199254740991 } },
    ]);
  });

  it('never asks for more than the machine was started with', () => {
    const { steps, later } = stepsFor((domain) => {
      domain.memory = 8 * 1024 ** 3;
      domain.currentMemory = 8 * 1024 ** 3;
    });
    expect(steps.map(({ step }) => step)).toEqual([{ do: 'memory', kib: 2 * 1024 ** 2 }]);
    expect([...later]).toEqual(['memory']);
    expect(steps[0]?.short).toContain('2048 MiB');
    const more = stepsFor((domain) => {
      domain.vcpu = 8;
      domain.currentVcpus = 6;
    });
    expect(more.steps).toMatchObject([
      { step: { do: 'vcpus', count: 4 }, short: expect.stringContaining('4 vCPUs') },
    ]);
    const within = stepsFor((domain) => {
      domain.currentVcpus = 2;
    });
    expect(within.steps.map(({ short }) => short)).toEqual([undefined]);
  });

  it('plugs no memory into a machine that was started without room for it', () => {
    const { steps, later } = stepsFor((domain) => {
      domain.maxMemory = 8 * 1024 ** 3;
      domain.memorySlots = 16;
      domain.memory = 3 * 1024 ** 3;
      domain.currentMemory = 3 * 1024 ** 3;
      domain.addDevice('memory', { model: 'dimm', size: 1024 ** 3, node: 0 });
    });
    expect(steps).toEqual([]);
    expect([...later].filter((key) => key !== 'maxMemory' && key !== 'memorySlots')).toEqual([
      'memory',
      'currentMemory',
      'memoryDevices[1]',
    ]);
  });

  it('leaves to memory devices the bytes that they bring along', () => {
    const live = Domain.parse(LIVE);
    const target = Domain.parse(LIVE);
    for (const one of [live, target]) {
      one.currentMemory = one.memory;
      one.maxMemory = 8 * 1024 ** 3;
    }
    target.addDevice('memory', { model: 'dimm', size: 1024 ** 3, node: 0 });
    const plan = (bytes: number) => {
      target.currentMemory = bytes;
      const keys = new Set(compare(live, target).map(({ key }) => key));
      return planLive(live, target, keys).steps.map(({ step }) => step.do);
    };
    const all = live.memory ?? 0;
    expect(plan(all + 1024 ** 3)).toEqual(['attach']);
    expect(plan(all / 2)).toEqual(['attach', 'memory']);
  });

  it('names I/O threads, pins and metadata', () => {
    const { steps } = stepsFor((domain) => {
      domain.iothreads = 2;
      domain.cpuTune.vcpuPins.add({ vcpu: 1, cpuset: '0-1' });
      domain.title = 'T';
      domain.metadata.tags = ['a'];
    });
    expect(steps.map(({ step }) => step)).toEqual([
      { do: 'metadata', what: 'title', value: 'T', key: null, namespace: null },
      expect.objectContaining({ do: 'metadata', what: 'element', key: 'virtdeck' }),
      { do: 'vcpu-pin', vcpu: 1, cpuset: '0-1' },
      { do: 'iothread', what: 'add', id: 1, params: {} },
      { do: 'iothread', what: 'add', id: 2, params: {} },
    ]);
    const element = steps[1]?.step;
    // libvirt gives the namespace itself, and refuses one that is there.
    const xml = element?.do === 'metadata' ? element.value : '';
    expect(xml).toMatch(/^<virtdeck>\s*<tag>a<\/tag>\s*<\/virtdeck>$/);
  });

  it('leaves what the running machine shows already', () => {
    const target = Domain.parse(SAVED);
    target.title = 'T';
    const live = Domain.parse(LIVE);
    live.title = 'T';
    const plan = planLive(live, target, new Set(['title']));
    expect([plan.steps, [...plan.unchanged]]).toEqual([[], ['title']]);
  });
});

describe('what is to be changed after all', () => {
  const edited = (change: (domain: Domain) => void) => {
    const domain = Domain.parse(SAVED);
    change(domain);
    return domain;
  };
  const cache = edited((domain) => Object.assign(domain.disks.at(0)!, { cache: 'none' }));
  const gone = edited((domain) => domain.removeDevice(domain.disks.at(0)!));

  it('brings back a device that somebody removed, if that is what is wanted', () => {
    const open = settle(Domain.parse(SAVED), cache, gone, []);
    expect(open.conflicts).toMatchObject([{ key: 'disks[vda]/cache', theirs: 'removed', ours: 'none' }]);
    const ours = settle(Domain.parse(SAVED), cache, gone, [{ key: 'disks[vda]/cache', take: 'ours' }]);
    const result = Domain.parse(gone.toXml());
    applyChanges(result, cache, ours.keys);
    expect(result.disks.at(0)?.cache ?? result.disks.at(1)?.cache).toBe('none');
    const theirs = settle(Domain.parse(SAVED), cache, gone, [{ key: 'disks[vda]/cache', take: 'theirs' }]);
    expect([theirs.changes, theirs.keys.size]).toEqual([[], 0]);
  });
});

describe('lists of processors', () => {
  it('become bit maps', () => {
    expect([...cpuMapOf('0-3,^2,8', 12)]).toEqual([0b1011, 0b1]);
    expect([...cpuMapOf(null, 10)]).toEqual([0xff, 0b11]);
    expect([...cpuMapOf('5-99', 8)]).toEqual([0b11100000]);
    expect(() => cpuMapOf('one', 4)).toThrow('not a list of processors');
  });
});
