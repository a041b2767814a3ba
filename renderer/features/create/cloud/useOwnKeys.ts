import type { PublicKey } from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';
import { useAsked } from '../../../state/useAsked.ts';

const NONE: readonly PublicKey[] = [];

/** This user's own public keys, to be offered. None where they cannot be read: they can be pasted. */
export function useOwnKeys(): readonly PublicKey[] {
  return useAsked('keys', () => client().credentials.publicKeys({})) ?? NONE;
}
