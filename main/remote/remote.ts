import { type ApiError, apiError } from '../../contract/index.ts';
import {
  formatUri,
  isOn,
  parameterOf,
  parseUri,
  transportOf,
  type UriParts,
  withParameter,
} from '../../model/index.ts';
import { explainDaemon } from './daemonRefusal.ts';
import { explainLibrary } from './libraryRefusal.ts';
import { resolveAlias } from './libvirtConf.ts';
import { explainLocal } from './localRefusal.ts';
import { answers, type ReachPlace } from './reach.ts';
import type { SshHost, SshUse } from './sshHost.ts';
import { SshHosts, type SshHostsDeps } from './sshHosts.ts';
import { SshSession } from './sshSession.ts';
import { type SshTarget, sshTargetOf } from './sshTarget.ts';
import { checkTlsFiles, type TlsCheck, tlsFilesOf } from './tlsFiles.ts';
import { explainTls, isTlsRefusal, refusalOfFiles } from './tlsRefusal.ts';

/** One attempt to open a connection, as far as the way to the host is concerned. */
export interface PrepareFor extends SshUse {
  readonly uri: string;
  readonly readOnly: boolean;
  /** What is being done now, for the user. */
  readonly stage: (words: string) => void;
}

/** The way to a host, ready for libvirt to go. */
export interface Prepared {
  /** What libvirt is to open. */
  readonly uri: string;
  /** What the user should know as long as it is open. */
  readonly warnings: readonly string[];
  /** Where the host can be knocked at; null: nobody can know. */
  readonly reach: ReachPlace | null;
  /** A URI that libvirt tells, without what was put in here. */
  readonly shown: (uri: string) => string;
  /** Says better why libvirt could not open it; null: what it says is all that is known. */
  readonly explain: (words: string) => Promise<ApiError | null>;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { tls: 16514, tcp: 16509, libssh: 22, libssh2: 22 };

/** The ways to other hosts: what has to happen before libvirt can connect, and why it could not. */
export class Remote {
  readonly #ssh: SshHosts;

  constructor(deps: SshHostsDeps) {
    this.#ssh = new SshHosts(deps);
  }

  /**
   * Prepares the way: signs in with ssh, looks at certificates. What it holds is held until {@link release}.
   * @throws ApiError where libvirt could not connect either
   */
  async prepare(attempt: PrepareFor): Promise<Prepared> {
    const uri = await resolveAlias(attempt.uri.trim());
    const { parts } = parseUri(uri);
    // What is no URI is for libvirt to refuse, in its own words.
    if (!parts) return plain(uri, attempt.readOnly);
    refuseOptions(parts);
    const transport = transportOf(parts)?.id ?? null;
    if (transport === 'ssh') return this.#prepareSsh(parts, uri, attempt);
    if (transport === 'tls' && parts.host !== '') return prepareTls(parts, uri, attempt);
    const way = plain(uri, attempt.readOnly, parts, attempt.name);
    await reached(way, attempt);
    return way;
  }

  /** The connection is closed for good: what was held for it goes. */
  release(connection: string): Promise<void> {
    return this.#ssh.release(connection);
  }

  /**
   * A session with the host of a connection, signing in first where libvirt went another way (its own ssh libraries).
   * Null: the URI has nothing to do with ssh.
   * @throws ApiError why it did not get in
   */
  async openSession(uri: string, use: SshUse): Promise<SshSession | null> {
    const known = this.#ssh.hostOf(use.connection);
    if (known?.ready) return new SshSession(known);
    const { parts } = parseUri(await resolveAlias(uri.trim()));
    const target = parts && sshTargetOf(parts);
    if (!target) return null;
    const host = await this.#ssh.connect(target, use);
    return host && new SshSession(host);
  }

  close(): Promise<void> {
    return this.#ssh.close();
  }

  async #prepareSsh(parts: UriParts, uri: string, attempt: PrepareFor): Promise<Prepared> {
    const target = sshTargetOf(parts);
    if (!target) return plain(uri, attempt.readOnly, parts, attempt.name);
    attempt.stage('Signing in with ssh');
    const host = await this.#ssh.connect(target, attempt);
    if (!host) {
      const warning = `${target.program} is not OpenSSH: Virtdeck cannot answer its questions, and displays are not tunnelled.`;
      return { ...plain(uri, attempt.readOnly, parts, attempt.name), warnings: [warning] };
    }
    return {
      uri: formatUri(withParameter(parts, 'command', host.command)),
      warnings: target.noVerify
        ? [`Nobody checks whether ${attempt.name} is the right host: any host key is taken (no_verify).`]
        : [],
      reach: reachOfSsh(host, target),
      shown: (told) => withoutCommand(told, parts),
      explain: async (words) => explainDaemon(target, attempt.name, words, host.config?.user ?? null),
    };
  }
}

/** Waits until the host answers at all. */
async function reached(way: Prepared, attempt: PrepareFor): Promise<void> {
  if (!way.reach) return;
  attempt.stage('Reaching the host');
  await answers(way.reach, attempt.signal);
}

/** Nothing has to be prepared. */
function plain(uri: string, readOnly: boolean, parts?: UriParts, name = ''): Prepared {
  const transport = parts && transportOf(parts);
  const port = parts?.port ?? DEFAULT_PORTS[transport?.id ?? ''] ?? null;
  return {
    uri,
    warnings: parts ? warningsOf(parts, name) : [],
    reach: parts && parts.host !== '' && port !== null ? { host: parts.host, port } : null,
    shown: (told) => told,
    explain: async (words) => {
      if (!parts) return null;
      if (transport?.id?.startsWith('libssh')) return explainLibrary(parts, name, words);
      return transport?.host === 'none' ? explainLocal({ parts, readOnly, words }) : null;
    },
  };
}

async function prepareTls(parts: UriParts, uri: string, attempt: PrepareFor): Promise<Prepared> {
  attempt.stage('Checking certificates');
  const check = await checkTlsFiles(await tlsFilesOf(parts));
  const refusal = refusalOfFiles(check);
  if (refusal) throw refusal;
  const way = plain(uri, attempt.readOnly, parts, attempt.name);
  await reached(way, attempt);
  return {
    ...way,
    warnings: [...warningsOf(parts, attempt.name), ...warningsOfFiles(check)],
    explain: async (words) => (isTlsRefusal(words) ? explainTls(parts, attempt.name, check) : null),
  };
}

function warningsOfFiles(check: TlsCheck): string[] {
  return check.problems
    .filter((one) => one.severity === 'warning')
    .map((one) => `${one.message} ${one.hint}`);
}

/** What takes protection away, said for as long as it does. */
function warningsOf(parts: UriParts, name: string): string[] {
  const transport = transportOf(parts)?.id;
  if (transport === 'tls' && isOn(parts, 'no_verify')) {
    return [`Nobody checks whether ${name} is the right host: its certificate is not looked at (no_verify).`];
  }
  if (parameterOf(parts, 'known_hosts_verify') === 'ignore' && transport?.startsWith('libssh')) {
    return [`Nobody checks whether ${name} is the right host: any host key is taken (known_hosts_verify).`];
  }
  return [];
}

/** Names that ssh would take for options (CVE-2017-1000117 and its relatives). */
function refuseOptions({ host, user }: UriParts): void {
  const name = [host, user ?? ''].find((one) => one.startsWith('-'));
  if (name === undefined) return;
  throw apiError('invalid', `"${name}" begins with a hyphen: programs would take it for an option.`);
}

/** A host behind another one cannot be knocked at, but the first one on the way can. */
function reachOfSsh({ config }: SshHost, target: SshTarget): ReachPlace | null {
  if (!config) return { host: target.host, port: target.port ?? 22 };
  if (!config.proxied) return { host: config.hostName, port: config.port };
  const [, host, port] = /^(?:[^@]*@)?(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(config.jump ?? '') ?? [];
  return host === undefined ? null : { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? 22) };
}

/** The URI with the command that the user gave, or none. */
function withoutCommand(told: string, asked: UriParts): string {
  const { parts } = parseUri(told);
  return parts ? formatUri(withParameter(parts, 'command', parameterOf(asked, 'command'))) : told;
}
