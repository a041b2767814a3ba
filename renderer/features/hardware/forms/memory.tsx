import { IconCpu } from '@tabler/icons-react';
import {
  addMemoryDevice,
  type Domain,
  type MemoryDevice,
  removeMemoryDevice,
} from '../../../../model/index.ts';
import type { Creation, DeviceForm } from './form.tsx';
import { MemoryDeviceForm } from './parts/MemoryDeviceForm.tsx';
import { qemuOnly } from './parts/words.ts';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

const MODELS: Readonly<Record<string, string>> = {
  dimm: 'Memory module',
  nvdimm: 'Persistent memory module',
  'virtio-mem': 'VirtIO memory',
  'virtio-pmem': 'VirtIO persistent memory',
  'sgx-epc': 'SGX memory',
};

/** Memory in modules, memory that grows and shrinks, and memory that outlives the machine. */
export const memoryDevice: DeviceForm<'memory'> = {
  kind: 'memory',
  title: 'Memory device',
  icon: IconCpu,
  name: (device) => MODELS[device.model ?? ''] ?? `Memory device ${device.model ?? ''}`,
  summary: (device) =>
    [inWords(device.size), device.node === null ? null : `cell ${device.node}`, device.sourcePath]
      .filter(Boolean)
      .join(', '),
  Form: MemoryDeviceForm,
  create: [
    creation('dimm', 'Can be plugged in while the machine runs, as a whole.', (domain) =>
      addMemoryDevice(domain, 'dimm', GIB),
    ),
    creation('virtio-mem', 'Gives the guest memory and takes it back, in small pieces.', (domain) =>
      addMemoryDevice(domain, 'virtio-mem', GIB, { blockSize: 2 * MIB, requested: 0 }),
    ),
    creation('nvdimm', 'A file of the host as memory that keeps what is in it.', (domain) =>
      addMemoryDevice(domain, 'nvdimm', GIB, { access: 'shared' }),
    ),
    creation('virtio-pmem', 'The same as a VirtIO device: needs no memory cell.', (domain) =>
      addMemoryDevice(domain, 'virtio-pmem', GIB, { access: 'shared' }),
    ),
  ],
  missing: (device) => {
    if (device.size === null) return 'Its size is not set.';
    const persistent = device.model === 'nvdimm' || device.model === 'virtio-pmem';
    return persistent && !device.sourcePath ? 'The file of the host is not set.' : null;
  },
  dependents: (device) => (device.sourcePath === null ? [] : [`Its storage stays: ${device.sourcePath}`]),
  remove: (device, domain) => removeMemoryDevice(domain, device),
};

function creation(
  model: string,
  description: string,
  make: (domain: Domain) => MemoryDevice,
): Creation<'memory'> {
  return {
    id: model,
    label: MODELS[model] ?? model,
    description,
    reason: (domain) => qemuOnly(domain.type),
    make,
  };
}

function inWords(bytes: number | null): string | null {
  if (bytes === null) return null;
  return bytes % GIB === 0 ? `${bytes / GIB} GiB` : `${Math.round(bytes / MIB)} MiB`;
}
