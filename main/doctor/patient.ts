import { type Capabilities, parameterOf, reachOf, transportOf, type UriParts } from '../../model/index.ts';
import type { OpenDeps, Opened } from '../hypervisor/attempt.ts';
import { placeName } from '../hypervisor/uri.ts';
import { runCommand } from '../remote/command.ts';
import type { SshConfig } from '../remote/sshProgram.ts';
import type { SshSession } from '../remote/sshSession.ts';
import { sshTargetOf, targetPlace } from '../remote/sshTarget.ts';
import type { TlsCheck } from '../remote/tlsFiles.ts';
import type { DaemonAnswer } from './daemonProbe.ts';
import { readSurvey, type Survey, surveyScript } from './survey.ts';

/**
 * How libvirt gets to the hypervisor: a daemon on this machine, over the user's own ssh, libvirt's own ssh libraries,
 * TLS, TCP or another program; a protocol of the hypervisor's own; or nothing, it is inside of this program.
 */
export type Way = 'inside' | 'local' | 'ssh' | 'library' | 'tls' | 'tcp' | 'program' | 'own';

/** One diagnosis' request. */
export interface PatientWish {
  /** For questions to the user; unique. */
  readonly id: string;
  readonly uri: string;
  readonly readOnly: boolean;
}

const SURVEY_MS = 12_000;
/** Ports of hypervisors with a protocol of their own. */
const OWN_PORTS: Readonly<Record<string, number>> = { esx: 443, vpx: 443, gsx: 8333, hyperv: 5986 };

/** The connection that is examined, with all that the steps have found out so far. */
export class Patient {
  readonly id: string;
  readonly readOnly: boolean;
  readonly deps: OpenDeps;
  /** As it is opened; an alias is resolved by the first step. */
  uri: string;
  /** Null until the address was read, and where it cannot be. */
  parts: UriParts | null = null;
  /** What ssh's configuration says of the host. */
  sshConfig: SshConfig | null = null;
  session: SshSession | null = null;
  tls: TlsCheck | null = null;
  /** What the daemon said when it was asked without signing in. */
  daemon: DaemonAnswer | null = null;
  /** The daemon takes connections and is silent: nobody else need wait for it. */
  hangs = false;
  /** The socket that is there and not open to the user. */
  denied: string | null = null;
  opened: Opened | null = null;
  capabilities: Capabilities | null = null;
  #survey: Promise<Survey | null> | null = null;

  constructor(wish: PatientWish, deps: OpenDeps) {
    this.id = wish.id;
    this.uri = wish.uri.trim();
    this.readOnly = wish.readOnly;
    this.deps = deps;
  }

  get way(): Way | null {
    const { parts } = this;
    if (!parts) return null;
    const reach = reachOf(parts);
    if (reach !== 'daemon') return reach;
    const id = transportOf(parts)?.id ?? null;
    if (id === null || id === 'unix') return 'local';
    if (id.startsWith('libssh')) return 'library';
    if (id === 'ext') return 'program';
    return id === 'ssh' || id === 'tls' || id === 'tcp' ? id : null;
  }

  /** Whether another machine is reached over the network, as far as is known. */
  get remote(): boolean {
    return this.parts !== null && this.parts.host !== '' && this.way !== 'program';
  }

  /** The port that is knocked at; null: none is. */
  get port(): number | null {
    const { parts } = this;
    if (!parts) return null;
    if (this.way === 'ssh' && this.sshConfig) return this.sshConfig.port;
    if (parts.port !== null) return parts.port;
    if (this.way === 'own') {
      return parameterOf(parts, 'transport') === 'http' ? 80 : (OWN_PORTS[parts.driver] ?? null);
    }
    return transportOf(parts)?.defaultPort ?? null;
  }

  /** The host whose name is looked up; ssh's configuration may know another one for it. */
  get host(): string {
    return (this.way === 'ssh' && this.sshConfig?.hostName) || this.parts?.host || '';
  }

  /** Whether the machines of one user only are meant. */
  get ofUser(): boolean {
    return this.parts?.path === '/session';
  }

  /** The host as one would name it to a person. */
  get name(): string {
    return placeName(this.uri);
  }

  /** Where remedies for the hypervisor's machine are to be run; undefined: here. */
  get place(): string | undefined {
    if (!this.remote || !this.parts) return undefined;
    const target = sshTargetOf(this.parts);
    return target ? targetPlace(target) : this.parts.host;
  }

  /** libvirt's sockets for this URI, the driver's own daemon first. */
  get sockets(): string[] {
    const own = this.parts && parameterOf(this.parts, 'socket');
    if (own) return [own];
    const folder = this.ofUser ? '$RUN/libvirt' : '/run/libvirt';
    const daemon = `virt${this.parts?.driver ?? 'qemu'}d-sock`;
    const mode = this.parts && parameterOf(this.parts, 'mode');
    const names =
      mode === 'legacy' ? ['libvirt-sock'] : mode === 'direct' ? [daemon] : [daemon, 'libvirt-sock'];
    return names.map((name) => `${folder}/${name}`);
  }

  /** {@link sockets} for a user of this machine. */
  get localSockets(): string[] {
    const run = process.env.XDG_RUNTIME_DIR ?? `/run/user/${process.getuid?.() ?? 0}`;
    // A user's own daemon has one socket only, and one that was named is taken as it is.
    const named = this.parts !== null && parameterOf(this.parts, 'socket') !== null;
    const suffix = this.readOnly && !this.ofUser && !named ? '-ro' : '';
    return this.sockets.map((path) => `${path.replace('$RUN', run)}${suffix}`);
  }

  /**
   * A look at the machine where the daemon runs: this one, or over ssh. Null: nobody can look there, because the way
   * is not ssh, ssh did not get in, or its user may not run commands.
   */
  survey(): Promise<Survey | null> {
    this.#survey ??= this.#look();
    return this.#survey;
  }

  /** What was held for the examination is given back. Never fails. */
  async release(): Promise<void> {
    await this.opened?.agent.close({ graceMs: 500 }).catch(() => {});
    await this.deps.remote.release(this.id).catch(() => {});
  }

  async #look(): Promise<Survey | null> {
    const netcat = (this.parts && parameterOf(this.parts, 'netcat')) || 'nc';
    const sockets = this.sockets.flatMap((path) => [path, `${path}-ro`]);
    const input = surveyScript(sockets, netcat);
    try {
      if (this.way === 'local') {
        const { stdout } = await runCommand('sh', ['-s'], { timeoutMs: SURVEY_MS, input });
        return readSurvey(stdout);
      }
      if (!this.session) return null;
      const { stdout } = await this.session.run('sh -s', { timeoutMs: SURVEY_MS, input });
      return readSurvey(stdout);
    } catch {
      // Nobody can look: what needs it says so.
      return null;
    }
  }
}
