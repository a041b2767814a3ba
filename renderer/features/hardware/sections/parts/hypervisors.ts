import type { Domain } from '../../../../../model/index.ts';

const LIKE_QEMU = new Set(['qemu', 'kvm', 'hvf', 'test']);

/** Whether the machine's hypervisor is QEMU, or the test driver, which takes what QEMU takes. */
export function isLikeQemu({ type }: Domain): boolean {
  return type !== null && LIKE_QEMU.has(type);
}
