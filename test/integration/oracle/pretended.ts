import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hypervisor } from '../../../main/hypervisor/hypervisor.ts';
import type { PlanSources } from '../../../main/provision/plan/sources.ts';
import type { Wish } from './combinations.ts';

/** What QEMU of an architecture has, in the words of libvirt's capabilities. */
interface Board {
  readonly machines: readonly string[];
  readonly wordSize: number;
  readonly firmware: readonly string[];
  readonly diskBuses: readonly string[];
  readonly video: readonly string[];
  readonly tpm: readonly string[];
  readonly features: string;
}

const X86_FEATURES = `<acpi default='on' toggle='yes'/><apic default='on' toggle='no'/><cpuselection/><deviceboot/>`;
const FEATURES = '<cpuselection/><deviceboot/>';

const BOARDS: Readonly<Record<string, Board>> = {
  x86_64: {
    machines: ['pc-i440fx-7.2', 'pc', 'pc-q35-7.2', 'q35'],
    wordSize: 64,
    firmware: ['bios', 'efi'],
    diskBuses: ['fdc', 'scsi', 'virtio', 'usb', 'sata'],
    video: ['vga', 'cirrus', 'qxl', 'virtio', 'none', 'bochs', 'ramfb'],
    tpm: ['tpm-tis', 'tpm-crb'],
    features: X86_FEATURES,
  },
  aarch64: {
    machines: ['virt-7.2', 'virt'],
    wordSize: 64,
    firmware: ['efi'],
    diskBuses: ['scsi', 'virtio', 'usb', 'sata'],
    video: ['vga', 'virtio', 'none', 'bochs', 'ramfb'],
    tpm: ['tpm-tis'],
    features: `<acpi default='on' toggle='yes'/>${FEATURES}`,
  },
  armv7l: {
    machines: ['virt-7.2', 'virt'],
    wordSize: 32,
    firmware: [],
    diskBuses: ['scsi', 'virtio', 'usb', 'sata'],
    video: ['vga', 'virtio', 'none', 'bochs', 'ramfb'],
    tpm: [],
    features: `<acpi default='on' toggle='yes'/>${FEATURES}`,
  },
  ppc64le: {
    machines: ['pseries-7.2', 'pseries'],
    wordSize: 64,
    firmware: [],
    diskBuses: ['scsi', 'virtio', 'usb', 'sata'],
    video: ['vga', 'virtio', 'none', 'bochs'],
    tpm: ['tpm-spapr'],
    features: FEATURES,
  },
  s390x: {
    machines: ['s390-ccw-virtio-7.2', 's390-ccw-virtio'],
    wordSize: 64,
    firmware: [],
    diskBuses: ['scsi', 'virtio'],
    video: ['virtio', 'none'],
    tpm: [],
    features: FEATURES,
  },
  riscv64: {
    machines: ['virt'],
    wordSize: 64,
    firmware: [],
    diskBuses: ['scsi', 'virtio', 'usb', 'sata'],
    video: ['vga', 'virtio', 'none', 'bochs', 'ramfb'],
    tpm: [],
    features: FEATURES,
  },
};

function boardOf(arch: string): Board {
  const board = BOARDS[arch];
  if (!board) throw new Error(`Nothing is pretended of ${arch}`);
  return board;
}

function capabilities({ arch }: Wish): string {
  const { machines, wordSize, features } = boardOf(arch);
  const list = machines
    .map((name) => {
      const canonical = machines.find((other) => other.startsWith(`${name}-`) || other === 'pc-i440fx-7.2');
      const alias = canonical && !/\d$/.test(name) ? ` canonical='${canonical}'` : '';
      return `<machine${alias} maxCpus='255'>${name}</machine>`;
    })
    .join('');
  return `<capabilities><host><cpu><arch>${arch}</arch></cpu></host>
    <guest><os_type>hvm</os_type><arch name='${arch}'><wordsize>${wordSize}</wordsize>
    <emulator>/usr/bin/qemu-system-${arch}</emulator>${list}<domain type='qemu'/><domain type='kvm'/></arch>
    <features>${features}</features></guest>
    </capabilities>`;
}

function domainCapabilities({ arch, virtType }: Wish, machine: string): string {
  const { firmware, diskBuses, video, tpm } = boardOf(arch);
  const values = (name: string, list: readonly string[]) =>
    `<enum name='${name}'>${list.map((value) => `<value>${value}</value>`).join('')}</enum>`;
  const group = (name: string, list: readonly string[], content: string) =>
    `<${name} supported='${list.length > 0 ? 'yes' : 'no'}'>${list.length > 0 ? content : ''}</${name}>`;
  const buses = machine.includes('q35') || arch !== 'x86_64' ? diskBuses : [...diskBuses, 'ide'];
  const kvm = virtType === 'kvm';
  const loader =
    arch === 'x86_64' ? '/usr/share/OVMF/OVMF_CODE_4M.secboot.fd' : '/usr/share/AAVMF/AAVMF_CODE.fd';
  return `<domainCapabilities><path>/usr/bin/qemu-system-${arch}</path><domain>${virtType}</domain>
    <machine>${machine}</machine><arch>${arch}</arch><vcpu max='255'/><iothreads supported='yes'/>
    <os supported='yes'>${values('firmware', firmware)}<loader supported='yes'>${firmware.includes('efi') ? `<value>${loader}</value>` : ''}
    ${values('type', ['rom', 'pflash'])}${values('readonly', ['yes', 'no'])}${values('secure', arch === 'x86_64' ? ['yes', 'no'] : ['no'])}</loader></os>
    <cpu><mode name='host-passthrough' supported='${kvm ? 'yes' : 'no'}'>${kvm ? values('hostPassthroughMigratable', ['on', 'off']) : ''}</mode>
    <mode name='maximum' supported='yes'>${values('maximumMigratable', ['on', 'off'])}</mode>
    <mode name='host-model' supported='${kvm ? 'yes' : 'no'}'/><mode name='custom' supported='yes'/></cpu>
    <devices>
    <disk supported='yes'>${values('diskDevice', ['disk', 'cdrom', 'floppy', 'lun'])}${values('bus', buses)}</disk>
    <graphics supported='yes'>${values('type', ['sdl', 'vnc', 'spice', 'egl-headless'])}</graphics>
    <video supported='yes'>${values('modelType', video)}</video>
    <rng supported='yes'>${values('model', ['virtio', 'virtio-transitional', 'virtio-non-transitional'])}${values('backendModel', ['random', 'egd', 'builtin'])}</rng>
    ${group('tpm', tpm, values('model', tpm) + values('backendModel', ['passthrough', 'emulator']) + values('backendVersion', ['1.2', '2.0']))}
    <channel supported='yes'>${values('type', ['pty', 'unix', 'spicevmc'])}</channel>
    </devices><features>${hyperv(arch, kvm, values)}</features></domainCapabilities>`;
}

function hyperv(
  arch: string,
  kvm: boolean,
  values: (name: string, list: readonly string[]) => string,
): string {
  if (arch !== 'x86_64' || !kvm) return '';
  const features = [
    'relaxed',
    'vapic',
    'spinlocks',
    'vpindex',
    'runtime',
    'synic',
    'stimer',
    'frequencies',
    'ipi',
  ];
  return `<hyperv supported='yes'>${values('features', [...features, 'tlbflush'])}</hyperv>`;
}

/** The address by which virt-install believes to talk to such a host, of which the answers stand in files. */
export async function pretendedUri(folder: string, wish: Wish, machine: string): Promise<string> {
  const own = join(folder, `${wish.arch}-${wish.virtType}-${machine}`);
  await mkdir(own, { recursive: true });
  await writeFile(join(own, 'caps.xml'), capabilities(wish));
  await writeFile(join(own, 'domcaps.xml'), domainCapabilities(wish, machine));
  return `__virtinst_test__test:///default,caps=${own}/caps.xml,domcaps=${own}/domcaps.xml,fakeuri=qemu:///system`;
}

const POOL = `<pool type='dir'><name>default-pool</name><capacity>0</capacity><target><path>/default-pool</path></target></pool>`;
const FACTS = {
  persistent: true,
  autostart: false,
  active: true,
  capacity: 2 ** 40,
  allocation: 0,
  available: 2 ** 40,
};

/** The same host for Virtdeck: what it asks of a host for a plan is answered from the same documents. */
export function pretendedHost(wish: Wish): Hypervisor {
  const answers: Readonly<Record<string, (input: { machine?: string | null }) => unknown>> = {
    capabilities: () => capabilities(wish),
    domainCapabilities: ({ machine }) => domainCapabilities(wish, machine ?? ''),
    poolDetails: () => ({ ...FACTS, name: 'default-pool', uuid: '', state: 2, xml: POOL }),
    listPoolDetails: () => [{ ...FACTS, name: 'default-pool', uuid: '', state: 2, xml: POOL }],
    listVolumes: () => [],
    listNetworkDetails: () => [{ ...FACTS, name: 'default', uuid: '', bridge: 'virbr0', xml: '<network/>' }],
    volumeByPath: () => null,
    domainDiskPaths: () => [],
  };
  const call = async (name: string, input: { machine?: string | null }) => {
    const answer = answers[name];
    if (!answer) throw new Error(`${name} is not pretended`);
    return answer(input);
  };
  const host = {
    id: 'pretended',
    connected: true,
    inventory: { rows: () => [] },
    connection: {
      name: 'pretended',
      uri: 'qemu+ssh://elsewhere/system',
      readOnly: false,
      host: { driver: 'QEMU', arch: wish.arch, memoryKiB: 2 ** 24, cpus: 8 },
      agent: { call },
      call,
    },
  };
  return host as unknown as Hypervisor;
}

/** For plans that take nothing of the outside world. */
export const planSourcesOfNothing: PlanSources = {
  osFacts: () => nothing(),
  tree: () => nothing(),
  seed: () => nothing(),
  sizeOf: async () => null,
  answerFile: () => nothing(),
};

function nothing(): never {
  throw new Error('Nothing outside of the host is pretended');
}
