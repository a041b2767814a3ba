import { useEffect, useState } from 'react';
import type { ConnectionOffer } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';

/** Connections that could be opened; null while they are looked for. None when looking fails. */
export function useOffers(): readonly ConnectionOffer[] | null {
  const [offers, setOffers] = useState<readonly ConnectionOffer[] | null>(null);
  useEffect(() => {
    let gone = false;
    client()
      .connections.offers({})
      .then(
        (list) => !gone && setOffers(list),
        (error: unknown) => {
          // Offers are a help, an address can be typed without them.
          console.warn('Local hypervisors could not be looked for.', error);
          if (!gone) setOffers([]);
        },
      );
    return () => {
      gone = true;
    };
  }, []);
  return offers;
}
