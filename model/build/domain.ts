import { Domain } from '../domain/domain.ts';
import { addCdrom, addDisk, addInterface, type DiskOptions, type InterfaceOptions } from './devices.ts';

/** What `buildDomain` needs to know; what is left out is left to libvirt, or not there. */
export interface DomainOptions {
  readonly name: string;
  /** `kvm` where the host can, `qemu` for emulation. */
  readonly type: string;
  /** Bytes. */
  readonly memory: number;
  readonly vcpu: number;
  readonly uuid?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** libosinfo's address of the operating system. */
  readonly os?: string | undefined;
  /** `x86_64` if left out. */
  readonly arch?: string | undefined;
  /** The machine type; `q35` for x86 if left out. */
  readonly machine?: string | undefined;
  readonly firmware?: 'bios' | 'efi' | undefined;
  readonly emulator?: string | undefined;
  /** `host-passthrough` with KVM, `maximum` without, if left out; null is the hypervisor's default. */
  readonly cpuMode?: string | null | undefined;
  /** `utc` or `localtime`. */
  readonly clock?: string | undefined;
  readonly disks?: readonly DiskOptions[] | undefined;
  /** The installation medium: a path on the host, or null for an empty drive. */
  readonly cdrom?: string | null | undefined;
  readonly interfaces?: readonly InterfaceOptions[] | undefined;
  /** `vnc` if left out; null for a machine without display. */
  readonly graphics?: 'vnc' | 'spice' | null | undefined;
  readonly video?: string | undefined;
  /** Names in use, that new ones must not collide with. */
  readonly takenMacs?: Iterable<string> | undefined;
}

const X86 = ['x86_64', 'i686'];

/**
 * A machine with what a guest of today can use: virtio disks and network, a SATA CD-ROM drive, a display
 * with a tablet, a serial console, the guest agent's channel, random numbers and a memory balloon. It boots
 * its first disk, and from the CD-ROM as long as that disk cannot be booted.
 */
export function buildDomain(options: DomainOptions): Domain {
  const domain = Domain.parse(`<domain type='qemu'/>\n`);
  domain.type = options.type;
  buildIdentity(domain, options);
  buildPlatform(domain, options);
  for (const disk of options.disks ?? []) addDisk(domain, disk);
  if (options.cdrom !== undefined) {
    // Boards of other architectures have no SATA.
    const bus = isX86(options) ? 'sata' : 'scsi';
    addCdrom(domain, { file: options.cdrom, bus });
  }
  for (const card of options.interfaces ?? []) {
    addInterface(domain, { takenMacs: options.takenMacs ?? [], ...card });
  }
  buildBasics(domain, options);
  setBootOrder(domain);
  return domain;
}

function isX86(options: DomainOptions): boolean {
  return X86.includes(options.arch ?? 'x86_64');
}

function buildIdentity(domain: Domain, options: DomainOptions): void {
  domain.name = options.name;
  domain.uuid = options.uuid ?? null;
  domain.title = options.title ?? null;
  domain.description = options.description ?? null;
  domain.metadata.os = options.os ?? null;
  domain.memory = options.memory;
  domain.vcpu = options.vcpu;
}

function buildPlatform(domain: Domain, options: DomainOptions): void {
  const arch = options.arch ?? 'x86_64';
  const x86 = isX86(options);
  const { os, features, cpu, clock } = domain;
  os.firmware = options.firmware ?? null;
  os.type = 'hvm';
  os.arch = arch;
  os.machine = options.machine ?? (x86 ? 'q35' : null);
  if (x86 || options.firmware === 'efi') features.acpi = true;
  if (x86) features.apic = true;
  const mode = options.cpuMode === undefined ? defaultCpuMode(options.type) : options.cpuMode;
  cpu.mode = mode;
  clock.offset = options.clock ?? 'utc';
  if (x86) {
    clock.timers.add({ name: 'rtc', tickPolicy: 'catchup' });
    clock.timers.add({ name: 'pit', tickPolicy: 'delay' });
    clock.timers.add({ name: 'hpet', present: false });
  }
  domain.onPoweroff = 'destroy';
  domain.onReboot = 'restart';
  domain.onCrash = 'destroy';
  if (x86) {
    domain.suspendToMem = false;
    domain.suspendToDisk = false;
  }
  domain.emulator = options.emulator ?? null;
}

function defaultCpuMode(type: string): string {
  return type === 'kvm' ? 'host-passthrough' : 'maximum';
}

function buildBasics(domain: Domain, options: DomainOptions): void {
  domain.addDevice('serial', { type: 'pty' });
  domain.addDevice('console', { type: 'pty' });
  domain.addDevice('channel', {
    type: 'unix',
    targetType: 'virtio',
    name: 'org.qemu.guest_agent.0',
  });
  const graphics = options.graphics === undefined ? 'vnc' : options.graphics;
  if (graphics !== null) {
    // libvirt's own choice would be USB 1.
    domain.addDevice('controller', { type: 'usb', model: 'qemu-xhci', ports: 15 });
    domain.addDevice('input', { type: 'tablet', bus: 'usb' });
    domain.addDevice('graphics', { type: graphics, autoport: true });
    domain.addDevice('video', { model: options.video ?? 'virtio' });
  }
  domain.addDevice('memballoon', { model: 'virtio' });
  domain.addDevice('rng', { model: 'virtio', backend: 'random', source: '/dev/urandom' });
}

/** Disks first, in their order, then CD-ROM drives, then network cards if there is no disk at all. */
function setBootOrder(domain: Domain): void {
  const disks = domain.disks.all.filter((disk) => disk.device === 'disk' || disk.device === null);
  const drives = domain.disks.all.filter((disk) => disk.device === 'cdrom');
  const first = disks.slice(0, 1);
  const cards = disks.length + drives.length === 0 ? domain.interfaces.all : [];
  [...first, ...drives, ...cards].forEach((device, index) => {
    device.bootOrder = index + 1;
  });
}
