import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurn, output } from './model-tools.ts';
import { COMBINATIONS, pretendedHost } from './model-virt-install.ts';

/** A document and where it comes from. */
export interface SourceDocument {
  readonly source: string;
  readonly xml: string;
}

const TEST_DRIVER = ['-q', '-c', 'test:///default'];

/** How to list the objects of each kind, and how to show one. */
const OBJECTS: readonly (readonly [list: string, show: string])[] = [
  ['list --all --name', 'dumpxml'],
  ['list --all --name', 'dumpxml --inactive'],
  ['net-list --all --name', 'net-dumpxml'],
  ['pool-list --all --name', 'pool-dumpxml'],
  ['iface-list --all', 'iface-dumpxml'],
];

async function virsh(command: string): Promise<string> {
  const printed = await output('virsh', [...TEST_DRIVER, ...command.split(' ')]);
  // virsh ends what libvirt gave with a line break of its own.
  return printed.endsWith('\n\n') ? printed.slice(0, -1) : printed;
}

/** Everything that libvirt's test driver gives out. */
export async function testDriverDocuments(): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = [];
  // The list of devices is refused by the driver; one of them is always there.
  for (const command of ['capabilities', 'sysinfo', 'nodedev-dumpxml computer']) {
    documents.push({ source: `test driver: ${command}`, xml: await virsh(command) });
  }
  for (const [list, show] of OBJECTS) {
    const names = (await virsh(list)).split('\n').map((line) => line.trim().split(/\s+/)[0] ?? '');
    for (const name of names.filter(Boolean)) {
      documents.push({ source: `test driver: ${show} ${name}`, xml: await virsh(`${show} ${name}`) });
    }
  }
  const made = 'vol-create-as default-pool v.qcow2 1G --format qcow2; vol-dumpxml v.qcow2 default-pool';
  const volume = await output('virsh', [...TEST_DRIVER, made]);
  documents.push({ source: 'test driver: vol-dumpxml', xml: volume.slice(volume.indexOf('<volume')) });
  const snapshot = await output('virsh', [
    ...TEST_DRIVER,
    'snapshot-create-as test s; snapshot-dumpxml test s',
  ]);
  documents.push({
    source: 'test driver: snapshot-dumpxml',
    xml: snapshot.slice(snapshot.indexOf('<domainsnapshot')),
  });
  return documents;
}

/** virt-install prints the definition for the installation and, if it is another, the one for later. */
function documentsIn(printed: string): string[] {
  return printed
    .split(/(?<=<\/domain>\n)/)
    .map((xml) => xml.trimStart())
    .filter((xml) => xml !== '');
}

/** What virt-install prints for each of the combinations. */
export async function virtInstallDocuments(): Promise<SourceDocument[]> {
  const folder = await mkdtemp(join(tmpdir(), 'virtdeck-model-'));
  try {
    const hosts = new Map<string, string>();
    for (const arch of new Set(COMBINATIONS.map((one) => one.arch))) {
      hosts.set(arch, await pretendedHost(folder, arch));
    }
    const printed = await inTurn(COMBINATIONS, 2, async ({ title, arch, args }) => {
      const text = await output('virt-install', ['--connect', hosts.get(arch) ?? '', ...args]);
      return documentsIn(text).map((xml) => ({ source: title, xml }));
    });
    return printed.flat();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
