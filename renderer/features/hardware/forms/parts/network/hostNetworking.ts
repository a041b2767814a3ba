import { useEffect, useState } from 'react';
import type { ConnectionId } from '../../../../../../contract/index.ts';
import { client } from '../../../../../state/host.ts';
import { useFormHost } from '../../formHost.tsx';

/** What network cards of a machine can be connected to on the host, and what is in use there. */
export interface HostNetworkingFacts {
  readonly bridges: readonly string[];
  readonly cards: readonly string[];
  readonly filters: readonly string[];
  /** In lower case. */
  readonly macs: readonly { readonly mac: string; readonly uuid: string; readonly machine: string }[];
}

const NOTHING: HostNetworkingFacts = { bridges: [], cards: [], filters: [], macs: [] };
/** Going from card to card asks once. */
const FRESH_MS = 30_000;

const asked = new Map<
  ConnectionId,
  { readonly time: number; readonly answer: Promise<HostNetworkingFacts> }
>();

async function ask(connection: ConnectionId): Promise<HostNetworkingFacts> {
  const [offer, networking] = await Promise.allSettled([
    client().machines.offer({ connection }),
    client().hosts.networking({ connection }),
  ]);
  // What the host does not tell can be typed.
  const { bridges, cards } = offer.status === 'fulfilled' ? offer.value : { bridges: [], cards: [] };
  const { filters, macs } = networking.status === 'fulfilled' ? networking.value : NOTHING;
  return { bridges, cards: cards.map(({ name }) => name), filters, macs };
}

/** Asks the host; empty until it has answered. */
export function useHostNetworking(): HostNetworkingFacts {
  const { connection } = useFormHost();
  const [facts, setFacts] = useState(NOTHING);
  useEffect(() => {
    let gone = false;
    let known = asked.get(connection);
    if (!known || Date.now() - known.time > FRESH_MS) {
      known = { time: Date.now(), answer: ask(connection) };
      asked.set(connection, known);
    }
    void known.answer.then((answer) => !gone && setFacts(answer));
    return () => {
      gone = true;
    };
  }, [connection]);
  return facts;
}
