import type { Controller } from '../device/controller.ts';
import type { Filesystem } from '../device/filesystem.ts';
import type { Hub } from '../device/hostdev.ts';
import type { Memballoon, MemoryDevice, SharedMemory } from '../device/memory.ts';
import type { Crypto, Iommu, Panic, Rng, Tpm, Vsock, Watchdog } from '../device/platform.ts';
import type { Domain } from '../domain/domain.ts';
import { assign, type Init } from '../field/index.ts';

/** A controller; its number and place are libvirt's choice unless given. */
export function addController(domain: Domain, type: string, more?: Init<Controller>): Controller {
  return domain.addDevice('controller', { type, ...more });
}

/**
 * A folder of the host under a tag that the guest mounts. With virtiofs the daemon on the host needs the
 * guest's memory: it is made shared if it is not.
 */
export function addFilesystem(
  domain: Domain,
  sourceDir: string,
  target: string,
  more?: Init<Filesystem>,
): Filesystem {
  const driver = more?.driver ?? 'virtiofs';
  if (driver === 'virtiofs' && domain.memoryBacking.access === null) {
    domain.memoryBacking.source ??= 'memfd';
    domain.memoryBacking.access = 'shared';
  }
  const accessMode = 'passthrough';
  return domain.addDevice('filesystem', { type: 'mount', accessMode, driver, sourceDir, target, ...more });
}

/** An emulated TPM 2.0 unless said otherwise. */
export function addTpm(domain: Domain, more?: Init<Tpm>): Tpm {
  const backend = more?.backend ?? 'emulator';
  const version = backend === 'emulator' ? '2.0' : undefined;
  return domain.addDevice('tpm', { model: 'tpm-crb', backend, version, ...more });
}

export function addRng(domain: Domain, more?: Init<Rng>): Rng {
  return domain.addDevice('rng', { model: 'virtio', backend: 'random', source: '/dev/urandom', ...more });
}

export function addWatchdog(domain: Domain, model: string, action = 'reset'): Watchdog {
  return domain.addDevice('watchdog', { model, action });
}

/** Without model libvirt takes the one of the architecture. */
export function addPanic(domain: Domain, model?: string): Panic {
  return domain.addDevice('panic', { model });
}

/** A machine has at most one balloon: if there is one it is changed. */
export function addMemballoon(domain: Domain, model = 'virtio', more?: Init<Memballoon>): Memballoon {
  const there = domain.memballoons.at(0);
  return there ? assign(there, { model, ...more }) : domain.addDevice('memballoon', { model, ...more });
}

/** A memory module of so many bytes in a NUMA cell of the guest. */
export function addMemoryModule(
  domain: Domain,
  size: number,
  node = 0,
  more?: Init<MemoryDevice>,
): MemoryDevice {
  // <memory> is all the guest has, with its modules.
  if (domain.memory !== null) domain.memory += size;
  return domain.addDevice('memory', { model: 'dimm', size, node, ...more });
}

/** A socket between host and guest; libvirt chooses the number unless it is given. */
export function addVsock(domain: Domain, cid?: number): Vsock {
  return domain.addDevice('vsock', { model: 'virtio', autoCid: cid === undefined ? true : undefined, cid });
}

export function addIommu(domain: Domain, model: string, more?: Init<Iommu>): Iommu {
  return domain.addDevice('iommu', { model, ...more });
}

/** Memory of so many bytes shared with other machines under a name. */
export function addSharedMemory(
  domain: Domain,
  name: string,
  size: number,
  more?: Init<SharedMemory>,
): SharedMemory {
  const device = domain.addDevice('shmem', { name, model: 'ivshmem-plain', ...more });
  device.size = size;
  return device;
}

export function addUsbHub(domain: Domain): Hub {
  return domain.addDevice('hub', { type: 'usb' });
}

export function addCrypto(domain: Domain, more?: Init<Crypto>): Crypto {
  return domain.addDevice('crypto', { model: 'virtio', type: 'qemu', backend: 'builtin', ...more });
}
