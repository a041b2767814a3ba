/** What ssh asks, taken from the words of its prompt. */
export type SshQuestion =
  /** The host shows a key of which nothing is known. */
  | {
      readonly kind: 'host-key';
      readonly host: string;
      readonly address: string | null;
      readonly type: string;
      readonly fingerprint: string;
    }
  /** The password of an account; `who` is user@host. */
  | { readonly kind: 'password'; readonly who: string }
  /** A question of the host itself (keyboard-interactive): a password again, a code... */
  | { readonly kind: 'interactive'; readonly who: string | null; readonly words: string }
  | { readonly kind: 'passphrase'; readonly key: string }
  /** The PIN of a security key or a smart card. Wrong ones lock it. */
  | { readonly kind: 'pin'; readonly key: string }
  /** Yes or no: an agent's key is to be used, a key is to be added... */
  | { readonly kind: 'confirm'; readonly words: string }
  /** Something to be done elsewhere: touch the security key. */
  | { readonly kind: 'notice'; readonly words: string };

const HOST_KEY =
  /authenticity of host '([^']+)' can't be established[\s\S]*?(\S+) key fingerprint is (?:SHA256:|MD5:)?(\S+?)\.?\s/;

/**
 * Reads a prompt of OpenSSH (sshconnect.c, sshconnect2.c, ssh-pkcs11-client; not translated there). What is not
 * recognised is a question of the host, shown as it is.
 */
export function readSshPrompt(prompt: string, kind: 'ask' | 'confirm' | 'notice'): SshQuestion {
  if (kind === 'notice') return { kind, words: tidy(prompt) };
  const hostKey = readHostKey(prompt);
  if (hostKey) return hostKey;
  if (kind === 'confirm' || /\(yes\/no\)\?\s*$/.test(prompt)) return { kind: 'confirm', words: tidy(prompt) };
  const key = /^Enter passphrase for (?:key |RSA key )?'?(.+?)'?:\s*$/.exec(prompt)?.[1];
  if (key !== undefined) return { kind: 'passphrase', key };
  const pin = /^(?:Enter )?PIN for (.+?)(?: key)?:?\s*$/i.exec(prompt)?.[1];
  if (pin !== undefined) return { kind: 'pin', key: pin };
  const who = /^(\S+@\S+)'s password:\s*$/.exec(prompt)?.[1];
  if (who !== undefined) return { kind: 'password', who };
  const asked = /^\((\S+@\S+)\)\s?([\s\S]*)$/.exec(prompt);
  if (asked) return { kind: 'interactive', who: asked[1] ?? null, words: tidy(asked[2] ?? '') };
  return { kind: 'interactive', who: null, words: tidy(prompt) };
}

function readHostKey(prompt: string): SshQuestion | null {
  const found = HOST_KEY.exec(prompt);
  if (!found) return null;
  const [, place = '', type = '', rest = ''] = found;
  // "name (address)", "[name]:port ([address]:port)", or the address alone.
  const [, host = place, address = null] = /^(\S+) \((\S+)\)$/.exec(place) ?? [];
  const fingerprint = /fingerprint is (\S+?)\.?\s/.exec(prompt)?.[1] ?? rest;
  return { kind: 'host-key', host, address: address === host ? null : address, type, fingerprint };
}

/** Whether the words ask for something that is good only once. */
export function asksForCode(words: string): boolean {
  return /\b(one.?time|otp|totp|token|code|passcode|verification|authenticator|second factor|2fa|duo)\b/i.test(
    words,
  );
}

/** Hosts choose these words: no control characters, and not longer than can be read. */
function tidy(text: string): string {
  const plain = [...text].filter((character) => character === '\n' || character.charCodeAt(0) >= 32).join('');
  return plain.trim().slice(0, 2000);
}
