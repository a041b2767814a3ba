import type { InstallMethod, MethodOffer } from '../../../contract/index.ts';
import { entryOf } from '../../../model/index.ts';
import type { HostAbilities } from '../abilities.ts';

/** Methods that make machines, in the order of the wizard. */
const MACHINES: readonly InstallMethod[] = ['iso', 'pxe', 'kernel', 'import', 'tree', 'cloud', 'empty'];
const CONTAINERS: readonly InstallMethod[] = ['os-container', 'app-container'];

/** Drivers whose machines Virtdeck knows how to define, by libvirt's names. */
const DRIVERS: Readonly<Record<string, 'machines' | 'containers'>> = {
  QEMU: 'machines',
  TEST: 'machines',
  Xen: 'machines',
  LXC: 'containers',
};

/** Why nothing at all can be made on a host; null: something can. */
export function hostRefusal(name: string, readOnly: boolean, abilities: HostAbilities): string | null {
  if (readOnly) return `The connection to ${name} is read-only.`;
  if (entryOf(DRIVERS, abilities.driver) === undefined) {
    return `Virtdeck makes new machines on QEMU/KVM, Xen and LXC hosts; ${name} is of type ${abilities.driver}.`;
  }
  if (abilities.arches.some((arch) => arch.types.length > 0)) return null;
  if (abilities.driver !== 'QEMU') return `${name} tells of nothing that it can run.`;
  return `No QEMU was found on ${name}. Install it there: sudo apt install qemu-system (Fedora: sudo dnf install qemu-kvm).`;
}

/** Every method, with the reason where the host cannot do it. */
export function methodOffers(name: string, abilities: HostAbilities): MethodOffer[] {
  const kind = entryOf(DRIVERS, abilities.driver);
  const machines = abilities.arches.some((arch) => arch.osType !== 'exe');
  const containers = abilities.arches.some((arch) => arch.osType === 'exe');
  return [
    ...MACHINES.map((method) => ({ method, refusal: machineRefusal(method, name, abilities, machines) })),
    ...CONTAINERS.map((method) => ({
      method,
      refusal:
        containers && kind === 'containers' ? null : `${name} runs no containers: that takes an LXC host.`,
    })),
  ];
}

function machineRefusal(
  method: InstallMethod,
  name: string,
  { driver, arches }: HostAbilities,
  machines: boolean,
): string | null {
  if (entryOf(DRIVERS, driver) === 'containers') return `${name} runs containers only.`;
  if (entryOf(DRIVERS, driver) === undefined)
    return `Virtdeck does not know how to make machines of type ${driver}.`;
  if (!machines) return `${name} tells of no machines that it can run.`;
  const full = arches.some((arch) => arch.osType === 'hvm');
  if (!full && NEEDS_FIRMWARE.has(method)) {
    return `${name} has paravirtualised machines only: they boot a kernel or a disk, and nothing else.`;
  }
  return null;
}

/** Methods that begin with what a BIOS or UEFI does. */
const NEEDS_FIRMWARE = new Set<InstallMethod>(['iso', 'pxe']);
