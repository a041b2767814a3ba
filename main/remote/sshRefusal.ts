import { ApiError, apiError, type ChangedHostKey } from '../../contract/index.ts';
import { shellQuote } from '../../model/index.ts';
import { placeOfName, readKnownHosts } from './hostKeys.ts';
import type { SshConfig } from './sshProgram.ts';
import { type SshTarget, targetPlace } from './sshTarget.ts';

/** What is known of an attempt that failed. */
export interface SshRefusal {
  readonly target: SshTarget;
  readonly config: SshConfig | null;
  /** The host as the user knows it. */
  readonly name: string;
  /** What ssh wrote. */
  readonly words: string;
}

/** Explains in one sentence why ssh did not get in, with what to do. ssh's messages are English everywhere. */
export async function explainSsh(refusal: SshRefusal): Promise<ApiError> {
  const { words, target, name, config } = refusal;
  if (/IDENTIFICATION HAS CHANGED|has changed and you have requested strict/i.test(words)) {
    return changedKey(refusal);
  }
  const place = targetPlace(target);
  const real = config?.hostName || target.host;
  const port = config?.port ?? target.port ?? 22;
  const found = REASONS.find(([pattern]) => pattern.test(words));
  if (found) {
    const [, kind, message, hint] = found;
    const known: Readonly<Record<string, string>> = {
      NAME: name,
      PLACE: place,
      REAL: real,
      PORT: String(port),
    };
    const fill = (text: string) => text.replace(/NAME|PLACE|REAL|PORT/g, (word) => known[word] ?? word);
    return apiError(kind, fill(message), fill(hint));
  }
  const last = lastLine(words);
  return apiError(
    'unavailable',
    `ssh could not connect to ${name}: ${last || 'it ended without a word'}.`,
    `Try it by hand: ssh ${place}`,
  );
}

type Reason = readonly [pattern: RegExp, kind: ApiError['kind'], message: string, hint: string];

/** First match wins; what OpenSSH writes (sshconnect.c, sshconnect2.c, packet.c). */
const REASONS: readonly Reason[] = [
  [
    /REVOKED HOST KEY|host key .* (is|was) revoked|revoked/i,
    'authentication',
    'The key that NAME shows has been revoked: it must not be trusted.',
    'Ask the administrator of PLACE for the new key.',
  ],
  [
    /Host key verification failed/i,
    'authentication',
    'The host key of NAME was not accepted, so that nothing was sent to it.',
    'Connect again and accept the key after you have compared it, or add it to ~/.ssh/known_hosts.',
  ],
  [
    /Too many authentication failures/i,
    'authentication',
    'NAME ended the attempt because too many keys were tried.',
    'Name the right key in the URI (keyfile=) or in ~/.ssh/config (IdentityFile with IdentitiesOnly yes).',
  ],
  [
    /Permission denied \(([^)]*)\)/i,
    'authentication',
    'NAME refused to let PLACE in: no key, password or other proof was accepted.',
    'Check the user name, and that your public key is in ~/.ssh/authorized_keys there. By hand: ssh PLACE',
  ],
  [
    /Could not resolve hostname/i,
    'unavailable',
    'The name REAL is not known to this machine’s name service.',
    'Check the spelling, or add the host to ~/.ssh/config or /etc/hosts.',
  ],
  [
    /Connection refused/i,
    'unavailable',
    'REAL is there, but no ssh server listens on port PORT.',
    'Start sshd there (sudo systemctl start ssh), or name the right port in the URI.',
  ],
  [
    /Connection timed out|Operation timed out|Connection to \S+ port \d+ timed out/i,
    'timeout',
    'REAL does not answer on port PORT.',
    'Check that the host is on and that no firewall is in between.',
  ],
  [
    /No route to host|Network is unreachable|Host is down/i,
    'unavailable',
    'There is no way to REAL from here.',
    'Check the network connection of this machine, and whether the host is on.',
  ],
  [
    /no matching (host key type|key exchange method|cipher|MAC)/i,
    'unsupported',
    'This ssh and the server of NAME have no method in common: one of them is too old.',
    'Update the older one, or allow the old method for this host in ~/.ssh/config.',
  ],
  [
    /UNPROTECTED PRIVATE KEY FILE|bad permissions/i,
    'denied',
    'ssh does not use the private key because others can read it.',
    'Take the permissions away: chmod 600 KEYFILE',
  ],
  [
    /Bad owner or permissions on/i,
    'denied',
    'ssh does not read its configuration because others can write to it.',
    'Take the permissions away: chmod go-w ~/.ssh/config',
  ],
  [
    /Bad configuration option|terminating, \d+ bad configuration/i,
    'invalid',
    'Your ssh configuration has an option that this ssh does not know.',
    'Look at what it says: ssh PLACE',
  ],
  [
    /kex_exchange_identification|Connection (closed|reset) by/i,
    'unavailable',
    'REAL closed the connection before anybody could sign in.',
    'Its ssh server is overloaded or does not let this machine in (MaxStartups, hosts.deny, fail2ban).',
  ],
];

async function changedKey({ words, name, target }: SshRefusal): Promise<ApiError> {
  const type = /fingerprint for the (\S+) key/i.exec(words)?.[1] ?? 'host';
  const offered = /sent by the remote host is\s+(\S+?)\.?\s/i.exec(words)?.[1] ?? 'unknown';
  const [, file = null, number] = /Offending .*key in (.+):(\d+)\s*$/im.exec(words) ?? [];
  const line = number === undefined ? null : Number(number);
  const keys = file === null ? [] : await readKnownHosts(file);
  const known = keys.find((key) => key.line === line);
  const host = known?.names[0] ? placeOfName(known.names[0]).host : target.host;
  const hostKey: ChangedHostKey = {
    host,
    type,
    offered,
    known: known?.fingerprint ?? null,
    file,
    line,
  };
  const where = file === null ? '' : ` (${file}, line ${line})`;
  const command = removal(hostKey, known?.names[0]);
  return new ApiError({
    kind: 'authentication',
    message: `${name} shows another host key than the one that is known. Somebody may be pretending to be it: nothing was sent. Known${where}: ${hostKey.known ?? 'a key that cannot be read'}. Shown now (${type}): ${offered}.`,
    hint: `Ask the host's administrator whether its key was changed, and compare. Only then forget the old key: ${command}`,
    hostKey,
    remedies: [{ kind: 'command', label: 'Forget the old key, after you have asked', command }],
  });
}

/** The command that forgets a key; a hashed line can only be found by its number. */
function removal({ file, line, host }: ChangedHostKey, name: string | undefined): string {
  const place = file === null ? '' : ` -f ${shellQuote(file)}`;
  if (name === undefined && file !== null && line !== null) return `sed -i ${line}d ${shellQuote(file)}`;
  return `ssh-keygen${place} -R ${shellQuote(name ?? host)}`;
}

function lastLine(words: string): string {
  const lines = words.trim().split(/\r?\n/);
  return (lines.at(-1) ?? '').replace(/\.$/, '').slice(0, 300);
}
