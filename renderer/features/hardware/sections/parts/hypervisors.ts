import { type Domain, driverOf } from '../../../../../model/index.ts';

/** Whether the machine's hypervisor is QEMU, or the test driver, which takes what QEMU takes. */
export function isLikeQemu({ type }: Domain): boolean {
  return ['qemu', 'test'].includes(driverOf(type));
}
