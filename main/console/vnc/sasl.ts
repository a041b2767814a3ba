import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { VncFailure } from './failure.ts';

/** One sign-in by SASL: first what to begin with, then answers to what the server says. */
export interface SaslClient {
  readonly mechanism: string;
  readonly first: Buffer;
  /** @throws VncFailure when the server does not prove that it knows the password, or says nonsense */
  answer(said: Buffer): Buffer;
  /** Whether the server has said all that it has to. */
  readonly complete: boolean;
}

export interface SaslAccount {
  readonly username: string;
  readonly password: string;
}

const SCRAM = [
  { mechanism: 'SCRAM-SHA-512', hash: 'sha512', length: 64 },
  { mechanism: 'SCRAM-SHA-256', hash: 'sha256', length: 32 },
  { mechanism: 'SCRAM-SHA-1', hash: 'sha1', length: 20 },
] as const;

/** A server that asks for more work than this wants to keep us busy. */
const MAX_ITERATIONS = 1_000_000;

function chosenMechanism(offered: readonly string[], encrypted: boolean): string | null {
  const best = SCRAM.find(({ mechanism }) => offered.includes(mechanism));
  if (best) return best.mechanism;
  if (offered.includes('ANONYMOUS')) return 'ANONYMOUS';
  // It shows the password to whoever listens.
  return encrypted && offered.includes('PLAIN') ? 'PLAIN' : null;
}

/**
 * The best mechanism that both know.
 * @param encrypted whether nobody can listen
 * @throws VncFailure where there is none
 */
export function startSasl(offered: readonly string[], account: SaslAccount, encrypted: boolean): SaslClient {
  const name = chosenMechanism(offered, encrypted);
  const scram = SCRAM.find(({ mechanism }) => mechanism === name);
  if (scram) return scramClient(scram, account, randomBytes(18).toString('base64'));
  if (name === 'PLAIN') return oneMessage('PLAIN', `\0${account.username}\0${account.password}`);
  if (name === 'ANONYMOUS') return oneMessage('ANONYMOUS', 'virtdeck');
  throw unsupportedSasl(offered, encrypted);
}

function unsupportedSasl(offered: readonly string[], encrypted: boolean): VncFailure {
  const list = offered.join(', ') || 'nothing';
  const hint = encrypted
    ? 'Set mech_list: scram-sha-256 in /etc/sasl2/qemu.conf on the host.'
    : 'Set vnc_tls = 1 beside vnc_sasl in /etc/libvirt/qemu.conf on the host, and mech_list: scram-sha-256 in /etc/sasl2/qemu.conf.';
  return new VncFailure(
    'unsupported',
    `offers sign-in by SASL with ${list}, none of which Virtdeck can use here`,
    hint,
  );
}

function oneMessage(mechanism: string, text: string): SaslClient {
  return { mechanism, first: Buffer.from(text), complete: true, answer: () => Buffer.alloc(0) };
}

/** RFC 5802 and 7677, without channel binding. */
export function scramClient(
  { mechanism, hash, length }: { mechanism: string; hash: string; length: number },
  { username, password }: SaslAccount,
  nonce: string,
): SaslClient {
  const user = username.normalize('NFKC').replaceAll('=', '=3D').replaceAll(',', '=2C');
  const bare = `n=${user},r=${nonce}`;
  let proof: Buffer | null = null;
  let complete = false;
  const finish = (said: string): Buffer => {
    const { v = '', e } = attributesOf(said);
    if (e !== undefined) throw new VncFailure('refused', `refuses the user or the password (${e})`);
    if (!proof?.equals(Buffer.from(v, 'base64'))) {
      throw new VncFailure(
        'certificate',
        'does not know the password itself: it may be another one than it says',
      );
    }
    complete = true;
    return Buffer.alloc(0);
  };
  const prove = (said: string): Buffer => {
    const { r = '', s = '', i = '' } = attributesOf(said);
    const iterations = Number(i);
    if (!r.startsWith(nonce) || r === nonce || s === '' || !(iterations >= 1 && iterations <= MAX_ITERATIONS))
      throw new VncFailure('garbage', 'answers the sign-in by SASL with something that has no meaning');
    const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest();
    const salted = pbkdf2Sync(password.normalize('NFKC'), Buffer.from(s, 'base64'), iterations, length, hash);
    const clientKey = hmac(salted, 'Client Key');
    const unproved = `c=biws,r=${r}`;
    const transcript = `${bare},${said},${unproved}`;
    const signature = hmac(createHash(hash).update(clientKey).digest(), transcript);
    proof = hmac(hmac(salted, 'Server Key'), transcript);
    const own = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
    return Buffer.from(`${unproved},p=${Buffer.from(own).toString('base64')}`);
  };
  return {
    mechanism,
    first: Buffer.from(`n,,${bare}`),
    get complete() {
      return complete;
    },
    answer: (said) => (proof ? finish(said.toString()) : prove(said.toString())),
  };
}

function attributesOf(text: string): Partial<Record<string, string>> {
  return Object.fromEntries(
    text.split(',').flatMap((part) => (part[1] === '=' ? [[part.slice(0, 1), part.slice(2)]] : [])),
  );
}
