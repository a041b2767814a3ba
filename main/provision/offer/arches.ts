import type { ArchOffer } from '../../../contract/index.ts';
import { DomainCapabilities, entryOf } from '../../../model/index.ts';
import type { ArchAbility, HostAbilities } from '../abilities.ts';

const NOTES: Readonly<Record<string, string>> = {
  qemu: 'Emulation: works everywhere, but many times slower than KVM.',
  test: 'Simulated: nothing runs in it.',
};
const NESTED =
  'This host is itself a virtual machine: KVM may be there and not work. If the machine does not start to boot, choose emulation.';

/** The architectures of a host as the wizard offers them, its own first. */
export function archOffers(abilities: HostAbilities): ArchOffer[] {
  return abilities.arches
    .filter((ability) => ability.types.length > 0)
    .map((ability) => ({
      arch: ability.arch,
      osType: ability.osType,
      virtTypes: ability.types.map((type) => ({
        type,
        note: noteOn(abilities, type),
        maxVcpus: maxVcpus(ability, type),
      })),
      machines: [...ability.machines(ability.types[0] ?? '')],
    }));
}

/** What the user should know before choosing a domain type; null: nothing. */
export function noteOn(abilities: HostAbilities, type: string): string | null {
  if (type === 'kvm') return abilities.nested ? NESTED : null;
  return entryOf(NOTES, type) ?? null;
}

function maxVcpus(ability: ArchAbility, type: string): number {
  const machine = ability.machines(type)[0] ?? '';
  const told = ability.maxVcpus(type, machine);
  return told ?? DomainCapabilities.unknown({ type, arch: ability.arch, machine }).maxVcpus;
}
