import { useEffect, useState } from 'react';
import type { PublicKey } from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';

/** This user's own public keys, to be offered. None where they cannot be read: they can be pasted. */
export function useOwnKeys(): readonly PublicKey[] {
  const [keys, setKeys] = useState<readonly PublicKey[]>([]);
  useEffect(() => {
    let gone = false;
    client()
      .credentials.publicKeys({})
      .then(
        (list) => !gone && setKeys(list),
        (error: unknown) => console.warn('The public keys could not be listed.', error),
      );
    return () => {
      gone = true;
    };
  }, []);
  return keys;
}
