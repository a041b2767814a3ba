import type { HostSuggestions } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { useAsked } from '../../state/useAsked.ts';

const NONE: HostSuggestions = { hosts: [], aliases: [] };

/** Hosts and aliases to offer; empty while they are read, and when they cannot be: a name can be typed without them. */
export function useHostSuggestions(): HostSuggestions {
  return useAsked('hosts', () => client().connections.hostSuggestions({})) ?? NONE;
}
