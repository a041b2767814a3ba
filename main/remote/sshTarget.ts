import { createHash } from 'node:crypto';
import { isOn, parameterOf, transportOf, type UriParts } from '../../model/index.ts';

/** Where ssh goes, and how, as a URI says it. Two URIs with the same target share one ssh connection. */
export interface SshTarget {
  /** The program: `ssh`, or what the URI names. */
  readonly program: string;
  readonly user: string | null;
  readonly host: string;
  readonly port: number | null;
  readonly keyFile: string | null;
  /** Take any host key. */
  readonly noVerify: boolean;
  /** Fail where something would have to be asked. */
  readonly neverAsk: boolean;
}

/**
 * The ssh target of a URI; null: it does not go over ssh. For the libssh transports it is where the user's own ssh
 * would go for the tunnels that libvirt does not offer.
 */
export function sshTargetOf(parts: UriParts): SshTarget | null {
  const transport = transportOf(parts);
  if (!transport?.ssh || parts.host === '') return null;
  const own = transport.id === 'ssh';
  return {
    program: (own && parameterOf(parts, 'command')) || 'ssh',
    user: parts.user,
    host: parts.host,
    port: parts.port,
    keyFile: parameterOf(parts, 'keyfile') || null,
    noVerify: own && isOn(parts, 'no_verify'),
    neverAsk: own && isOn(parts, 'no_tty'),
  };
}

/** Short, and different for different targets. */
export function targetKey(target: SshTarget): string {
  const { program, user, host, port, keyFile, noVerify, neverAsk } = target;
  const words = JSON.stringify([program, user, host, port, keyFile, noVerify, neverAsk]);
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

/** ssh's arguments for a target, as libvirt itself gives them (virnetsocket.c), without the host. */
export function targetArguments(target: SshTarget): string[] {
  const { user, port, keyFile, noVerify, neverAsk } = target;
  return [
    ...(port === null ? [] : ['-p', String(port)]),
    ...(user === null ? [] : ['-l', user]),
    ...(keyFile === null ? [] : ['-i', keyFile]),
    ...(noVerify ? ['-o', 'StrictHostKeyChecking=no'] : []),
    ...(neverAsk ? ['-o', 'BatchMode=yes'] : []),
  ];
}

/** `user@host:port` for people and for remembered secrets. */
export function targetPlace({ user, host, port }: SshTarget): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${user === null ? '' : `${user}@`}${name}${port === null ? '' : `:${port}`}`;
}
