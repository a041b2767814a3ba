import { createHash } from 'node:crypto';
import { readFile } from './files.ts';

/** One line of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
export interface KnownHostKey {
  /** The names as they stand there; empty where they are hashed. */
  readonly names: readonly string[];
  /** Negated names and patterns are names too: only ssh knows what they mean. */
  readonly marker: 'revoked' | 'cert-authority' | null;
  /** ssh-ed25519, ecdsa-sha2-nistp256... */
  readonly type: string;
  /** As ssh prints it: "SHA256:...". */
  readonly fingerprint: string;
  /** From 1. */
  readonly line: number;
}

/** Reads a known_hosts file; lines that cannot be read are left out. */
export async function readKnownHosts(path: string): Promise<KnownHostKey[]> {
  const text = await readFile(path);
  return (text ?? '').split('\n').flatMap((line, index) => parseLine(line, index + 1) ?? []);
}

/** SHA-256 of a public key, as ssh prints it. @param blob the key in base64 */
export function fingerprintOf(blob: string): string {
  const digest = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}

/** A host as known_hosts names it: `[host]:port` where the port is not 22. */
export function placeOfName(name: string): { host: string; port: number | null } {
  const [, host, port] = /^\[(.+)\]:(\d+)$/.exec(name) ?? [];
  return host === undefined ? { host: name, port: null } : { host, port: Number(port) };
}

function parseLine(line: string, number: number): KnownHostKey | null {
  const words = line.trim().split(/\s+/);
  if (words[0] === '' || words[0]?.startsWith('#')) return null;
  const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
  const [hosts, type, blob] = words;
  if (hosts === undefined || type === undefined || blob === undefined) return null;
  if (!/^[A-Za-z0-9+/]+=*$/.test(blob)) return null;
  return {
    names: hosts.startsWith('|') ? [] : hosts.split(',').filter((name) => name !== ''),
    marker: marker === '@revoked' ? 'revoked' : marker === '@cert-authority' ? 'cert-authority' : null,
    type,
    fingerprint: fingerprintOf(blob),
    line: number,
  };
}
