import { describe, expect, it } from 'vitest';
import { buildDomain } from '../build/domain.ts';
import { makePluggable } from '../build/memoryModules.ts';
import { Domain } from '../domain/domain.ts';
import { compare } from './compare.ts';
import { review } from './review.ts';
import { whenRunning } from './running.ts';

const GIB = 1024 ** 3;
const START = buildDomain({
  name: 'vm',
  type: 'kvm',
  memory: 2 * GIB,
  vcpu: 2,
  cdrom: '/i.iso',
  interfaces: [{ source: 'default', mac: '52:54:00:00:00:01' }],
}).toXml();

function parsed(change: (domain: Domain) => void = () => {}): Domain {
  const domain = Domain.parse(START);
  change(domain);
  return domain;
}

/** By key, when a change can be in force in a machine that runs with `live`. */
function effects(live: Domain, saved: Domain, change: (domain: Domain) => void) {
  const proposed = Domain.parse(saved.toXml());
  change(proposed);
  const rows = review(live, saved, proposed).filter((row) => row.proposedChange);
  const changes = whenRunning(compare(saved, proposed), live, proposed);
  const found = changes.map(({ key, effect }): [string, string] => [key, effect]);
  expect(rows.map(({ key, effect }) => [key, effect])).toEqual(found);
  return Object.fromEntries(found);
}

describe('when a change is in force in the machine that runs', () => {
  it('depends on what it was started with: vCPUs and memory within that, now, and beyond it at the next boot', () => {
    const saved = parsed((domain) => {
      domain.vcpu = 8;
      domain.currentVcpus = 1;
      domain.memory = 8 * GIB;
    });
    const set = (vcpus: number, memory: number) =>
      effects(parsed(), saved, (domain) => {
        domain.currentVcpus = vcpus;
        domain.currentMemory = memory;
      });
    expect(set(2, GIB)).toEqual({ currentVcpus: 'now', currentMemory: 'now' });
    expect(set(3, 3 * GIB)).toEqual({ currentVcpus: 'next-boot', currentMemory: 'next-boot' });
  });

  it('depends on the room for memory devices', () => {
    const dimm = (domain: Domain) => {
      domain.memory = 3 * GIB;
      domain.currentMemory = 3 * GIB;
      domain.addDevice('memory', { model: 'dimm', size: GIB, node: 0 });
    };
    const roomy = parsed((domain) => makePluggable(domain, GIB));
    expect(effects(roomy, roomy, dimm)).toMatchObject({ 'memoryDevices[1]': 'now', currentMemory: 'now' });
    expect(effects(parsed(), roomy, dimm)).toMatchObject({
      'memoryDevices[1]': 'next-boot',
      currentMemory: 'next-boot',
    });
  });

  describe('depends on the places for PCI devices', () => {
    const PORT = "<controller type='pci' index='1' model='pcie-root-port'/>";
    const BRIDGE = "<controller type='pci' index='2' model='pcie-to-pci-bridge'/>";
    const machine = (devices: string) =>
      Domain.parse(
        `<domain type='kvm'><name>vm</name><devices><controller type='pci' index='0' model='pcie-root'/>${devices}</devices></domain>`,
      );
    const rng = (domain: Domain) => {
      domain.addDevice('rng', { model: 'virtio', backend: 'random' });
    };
    const watchdog = (domain: Domain) => {
      domain.addDevice('watchdog', { model: 'i6300esb', action: 'reset' });
    };
    const when = (live: Domain, change: (domain: Domain) => void) =>
      Object.values(effects(live, live, change));
    const card = "<interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/>";
    const taken = `${card}<address type='pci' bus='0x01' slot='0x00' function='0x0'/></interface>`;

    it('ports that are free, or become so', () => {
      expect(when(machine(PORT), rng)).toEqual(['now']);
      expect(when(machine(PORT + taken), rng)).toEqual(['next-boot']);
      expect(when(machine(''), rng)).toEqual(['next-boot']);
      const swap = when(machine(PORT + taken), (domain) => {
        domain.removeDevice(domain.interfaces.at(0)!);
        rng(domain);
      });
      expect(swap).toEqual(['now', 'now']);
    });

    it('a bridge for conventional devices', () => {
      expect(when(machine(PORT), watchdog)).toEqual(['next-boot']);
      expect(when(machine(PORT + BRIDGE), watchdog)).toEqual(['now']);
    });

    it('none of it in machines of the older kind, nor where a place was found', () => {
      expect(when(parsed(), watchdog)).toEqual(['now']);
      const onBus = (bus: number) =>
        when(machine(PORT + taken), (domain) => {
          rng(domain);
          Object.assign(domain.rngs.at(0)!.address, { type: 'pci', bus, slot: 0, function: 0 });
        });
      expect(onBus(1)).toEqual(['now']);
      // libvirt gives the saved definition ports that the running machine does not have.
      expect(onBus(3)).toEqual(['next-boot']);
    });
  });

  it('is never where it would be the next boot, and the machine is not saved', () => {
    const proposed = parsed((domain) => {
      domain.vcpu = 4;
      domain.title = 'new';
      domain.name = 'other';
    });
    const found = review(parsed(), parsed(), proposed, { transient: true });
    expect(found.map(({ key, effect }) => [key, effect])).toEqual([
      ['name', 'never'],
      ['title', 'now'],
      ['vcpu', 'never'],
    ]);
  });

  it('is the next boot in devices that come with it', () => {
    const without = parsed((domain) => domain.removeDevice(domain.interfaces.at(0)!));
    const unplug = (domain: Domain) => {
      domain.interfaces.at(0)!.link = 'down';
    };
    const key = 'interfaces[52:54:00:00:00:01]/link';
    expect(effects(parsed(), parsed(), unplug)).toEqual({ [key]: 'now' });
    expect(effects(without, parsed(), unplug)).toEqual({ [key]: 'next-boot' });
  });
});
