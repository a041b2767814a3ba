import type { HostDetails } from '../../../../../contract/index.ts';
import { Capabilities, type GuestDomain, type GuestSupport, XmlError } from '../../../../../model/index.ts';
import { client } from '../../../../state/host.ts';
import { useAsked } from '../../../../state/useAsked.ts';
import { useEdit } from '../../edit/context.tsx';

/** What sections know of the host itself. */
export interface HostFacts {
  readonly capabilities: Capabilities;
  /** Names of all features of its processor; empty: it does not tell. */
  readonly cpuFeatures: readonly string[];
  /** Its processors; null: not known. */
  readonly cpus: number | null;
}

/** Asks the host about itself; null until it has answered, or where it does not tell. */
export function useHostFacts(): HostFacts | null {
  const { connection } = useEdit().source;
  // Forms work without it: then anything may be entered.
  return useAsked(connection, async () => factsOf(await client().hosts.details({ connection })));
}

function factsOf({ capabilities, cpuFeatures, cpuMap }: HostDetails): HostFacts | null {
  if (!('value' in capabilities)) return null;
  try {
    return {
      capabilities: Capabilities.parse(capabilities.value),
      cpuFeatures: 'value' in cpuFeatures ? cpuFeatures.value : [],
      cpus: 'value' in cpuMap ? cpuMap.value.present : null,
    };
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

/** What the host has for guests of an architecture and a type of domain. */
export function guestSupport(
  facts: HostFacts | null,
  arch: string | null,
  type: string | null,
): { readonly guest: GuestSupport; readonly domain: GuestDomain | undefined } | null {
  const guest = facts?.capabilities.guests.find((one) => one.arch === arch);
  return guest ? { guest, domain: guest.domains.find((one) => one.type === type) } : null;
}
