import type { MachineSpec } from '../../../contract/index.ts';
import { Domain, newMac, XmlError } from '../../../model/index.ts';

/** Names that are kept in mind: a preview is asked for at every letter that is typed. */
const KEPT = 200;

/** Addresses drawn for machines that are not made yet, by connection and name; the oldest first. */
const drawn = new Map<string, string>();

/**
 * The specification with a MAC address for its first card where cloud-init gives that card a fixed address: by its
 * MAC the guest finds it, whatever it calls its cards and whichever come later. The same address until the machine is
 * made, so that it is made as it was shown.
 */
export function withFirstAddress(spec: MachineSpec): MachineSpec {
  const { install, cards, edited } = spec;
  const [first, ...others] = cards;
  if (install.method !== 'cloud' || !first) return spec;
  if (install.cloudInit.kind !== 'form' || install.cloudInit.network.kind !== 'static') return spec;
  const mac = (edited === null ? null : firstMac(edited)) ?? first.mac ?? draw(spec);
  return { ...spec, cards: [{ ...first, mac }, ...others] };
}

/** Another machine of this name gets another address. */
export function forgetFirstAddress(spec: MachineSpec): void {
  drawn.delete(keyOf(spec));
}

function draw(spec: MachineSpec): string {
  const key = keyOf(spec);
  const known = drawn.get(key);
  const taken = spec.cards.map((card) => card.mac?.toLowerCase() ?? '');
  if (known !== undefined && !taken.includes(known)) return known;
  const mac = newMac(taken);
  drawn.set(key, mac);
  for (const oldest of drawn.keys()) {
    if (drawn.size <= KEPT) break;
    drawn.delete(oldest);
  }
  return mac;
}

const keyOf = ({ connection, name }: MachineSpec): string => JSON.stringify([connection, name]);

/** What the user's own definition says; that it cannot be read is told where it is used. */
function firstMac(edited: string): string | null {
  try {
    return Domain.parse(edited).interfaces.at(0)?.mac ?? null;
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}
