import { driverOf } from '../../../../../model/index.ts';

/** Names of virtio's three ways to sit in a machine. */
export const VIRTIO_WORDS: Readonly<Record<string, string>> = {
  virtio: 'VirtIO',
  'virtio-transitional': 'VirtIO, for old guests too',
  'virtio-non-transitional': 'VirtIO, 1.0 and newer only',
};

/** Whether a type of hypervisor is QEMU. */
export function isQemu(type: string | null): boolean {
  return driverOf(type) === 'qemu';
}

/** Why only QEMU has this; null: it is one. */
export function qemuOnly(type: string | null): string | null {
  return type === null || isQemu(type) ? null : 'Only machines of QEMU have this.';
}
