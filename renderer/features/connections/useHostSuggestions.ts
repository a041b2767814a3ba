import { useEffect, useState } from 'react';
import type { HostSuggestions } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';

const NONE: HostSuggestions = { hosts: [], aliases: [] };

/** Hosts and aliases to offer; empty while they are read, and when they cannot be. */
export function useHostSuggestions(): HostSuggestions {
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    let gone = false;
    client()
      .connections.hostSuggestions({})
      .then(
        (suggestions) => !gone && setFound(suggestions),
        // They are a help; a name can be typed without them.
        (error: unknown) => console.warn('Hosts could not be suggested.', error),
      );
    return () => {
      gone = true;
    };
  }, []);
  return found;
}
