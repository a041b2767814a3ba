import { apiError, type RememberedCredential, type RememberedCredentials } from '../../contract/index.ts';
import type { Keychain } from './keychain.ts';

/**
 * The name under which a secret is kept: for whom, and what it is.
 * @param place a URI, `ssh://user@host`, or the path of a key; it has no spaces, or they are escaped here
 * @param purpose "Password", "User name", "Passphrase"
 */
export function accountOf(place: string, purpose: string): string {
  return `${place.replaceAll(' ', '%20')} ${purpose}`;
}

/** What the keychain holds, for a list; never the secrets. */
export async function listRemembered(keychain: Keychain): Promise<RememberedCredentials> {
  const accounts = await keychain.accounts();
  return { entries: accounts.map(toEntry), problem: await keychain.problem() };
}

/** Forgets a secret. Throws `not-found` where there is none, or none that can be reached. */
export async function forgetRemembered(keychain: Keychain, account: string): Promise<void> {
  if (await keychain.delete(account)) return;
  throw apiError('not-found', 'This is not remembered any more, or the keyring is locked.');
}

function toEntry(account: string): RememberedCredential {
  const at = account.indexOf(' ');
  if (at < 0) return { id: account, place: account, purpose: 'Secret' };
  return { id: account, place: account.slice(0, at), purpose: account.slice(at + 1) };
}
