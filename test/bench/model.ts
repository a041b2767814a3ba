import { DOMParser } from '@xmldom/xmldom';
import { buildDomain, compare, Domain, parseDocument, serialize, setPath } from '../../model/index.ts';
import { median, rounded } from './lib/numbers.ts';
import type { Bench } from './run.ts';

const MIB = 1_000_000;
const RUNS = 40;
const BUDGETS = { document: 50, thousand: 1500 };

/** One machine as `virsh dumpxml` shows it, with its aliases and addresses. */
function ordinary(index: number): string {
  const domain = buildDomain({
    name: `machine-${index}`,
    uuid: `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`,
    type: 'kvm',
    memory: 4 * 2 ** 30,
    vcpu: 4,
    os: 'http://debian.org/debian/12',
    disks: [{ file: `/var/lib/libvirt/images/machine-${index}.qcow2` }],
    cdrom: null,
    interfaces: [{ source: 'default' }],
  });
  for (let port = 1; port <= 14; port += 1) {
    domain.addDevice('controller', { type: 'pci', index: port, model: 'pcie-root-port', chassis: port });
  }
  domain.devices.forEach((device, slot) => {
    device.set('alias/@name', `${device.element.nodeName}${slot}`);
    device.set('address/@type', 'pci');
    device.set('address/@domain', '0x0000');
    device.set('address/@bus', `0x${slot.toString(16).padStart(2, '0')}`);
    device.set('address/@slot', '0x00');
    device.set('address/@function', '0x0');
  });
  return domain.toXml();
}

/** A machine with so many devices that its document has the size. */
function large(size: number): string {
  const domain = Domain.parse(ordinary(0));
  const devices = domain.toXml().split('  <devices>\n')[1]?.split('  </devices>')[0] ?? '';
  const copies = Math.ceil((size - domain.toXml().length) / devices.length);
  return domain.toXml().replace('  <devices>\n', `  <devices>\n${devices.repeat(copies)}`);
}

/** Milliseconds of each run, and of processor time on average: other work on the machine counts less in that. */
function times(
  runs: number,
  work: () => void,
): Record<'first_ms' | 'best_ms' | 'median_ms' | 'cpu_ms', number> {
  const cpu = process.cpuUsage();
  const all = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const { user, system } = process.cpuUsage(cpu);
  return {
    first_ms: rounded(all[0] ?? 0, 1),
    best_ms: rounded(Math.min(...all), 1),
    median_ms: rounded(median(all), 1),
    cpu_ms: rounded((user + system) / 1000 / runs, 1),
  };
}

function readEditWrite(xml: string, parser?: DOMParser): void {
  const document = parseDocument(xml, parser ? { parser } : {});
  setPath(document.root, 'devices/disk[100]/driver/@cache', 'writeback');
  setPath(document.root, 'title', 'changed');
  setPath(document.root, 'devices/interface[2]/link/@state', 'down');
  if (serialize(document).length <= xml.length) throw new Error('the edits are not in the text');
}

/** What the inventory and the overview read of each machine. */
function readFacts(xml: string): number {
  const domain = Domain.parse(xml);
  const facts = [
    domain.name,
    domain.uuid,
    domain.title,
    domain.memory,
    domain.vcpu,
    domain.os.machine,
    domain.metadata.os,
  ];
  const disks = domain.disks.map((disk) => [disk.target, disk.bus, disk.source.location]);
  const cards = domain.interfaces.map((card) => [card.mac, card.source.network, card.model]);
  return facts.length + disks.length + cards.length + domain.graphics.length;
}

/** Reading, editing and writing documents; the same with xmldom's own DOM for comparison. */
const bench: Bench = async (emit) => {
  const xml = large(MIB);
  const document = times(RUNS, () => readEditWrite(xml));
  const xmldom = times(10, () => readEditWrite(xml, new DOMParser({ locator: false })));
  emit({
    bench: 'model',
    what: 'parse, edit and serialise one document',
    characters: xml.length,
    ...document,
    budget_ms: BUDGETS.document,
    xmldom_median_ms: xmldom.median_ms,
    ratio: rounded(document.median_ms / xmldom.median_ms, 2),
  });

  const thousand = Array.from({ length: 1000 }, (_, index) => ordinary(index));
  const facts = times(5, () => {
    for (const one of thousand) readFacts(one);
  });
  const whole = times(5, () => {
    for (const one of thousand) {
      const domain = Domain.parse(one);
      domain.title = 'changed';
      domain.toXml();
    }
  });
  const characters = thousand.reduce((sum, one) => sum + one.length, 0);
  emit({
    bench: 'model',
    what: 'read the facts of 1000 machines',
    characters,
    ...facts,
    budget_ms: BUDGETS.thousand,
  });
  emit({
    bench: 'model',
    what: 'parse, edit and serialise 1000 machines',
    characters,
    ...whole,
    budget_ms: BUDGETS.thousand,
  });

  const pairs = thousand.slice(0, 100).map((one) => {
    const after = Domain.parse(one);
    after.memory = 8 * 2 ** 30;
    return [Domain.parse(one), after] as const;
  });
  const compared = times(5, () => {
    for (const [before, after] of pairs) {
      if (compare(before, after).length !== 1) throw new Error('there is one change');
    }
  });
  emit({ bench: 'model', what: 'compare 100 machines with what is saved', ...compared });
};

export default bench;
