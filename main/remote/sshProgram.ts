import { runCommand } from './command.ts';
import { type SshTarget, targetArguments } from './sshTarget.ts';

/** What ssh's configuration says about a target (`ssh -G`). */
export interface SshConfig {
  readonly user: string;
  readonly hostName: string;
  readonly port: number;
  /** The name under which the host's key is known, where it is another one. */
  readonly hostKeyAlias: string | null;
  /** Whether ssh goes through another host or program: the host itself cannot be reached then. */
  readonly proxied: boolean;
  /** The first of several hosts that ssh jumps over; null: it jumps over none. */
  readonly jump: string | null;
  readonly knownHostsFiles: readonly string[];
  /** Seconds; null: not limited. */
  readonly connectTimeout: number | null;
}

const LOCAL_MS = 5_000;
const versions = new Map<string, Promise<string | null>>();

/** "9.2p1" of an OpenSSH; null: the program is missing, or another one with options of its own. */
export function opensshVersion(program: string): Promise<string | null> {
  const known = versions.get(program);
  if (known) return known;
  const asked = runCommand(program, ['-V'], { timeoutMs: LOCAL_MS }).then(
    ({ stdout, stderr }) => /OpenSSH_([\w.]+)/.exec(stderr + stdout)?.[1] ?? null,
    () => null,
  );
  versions.set(program, asked);
  // It may be installed later.
  void asked.then((version) => version === null && versions.delete(program));
  return asked;
}

/** Reads the configuration that holds for a target; null where this ssh cannot tell. */
export async function sshConfigOf(target: SshTarget): Promise<SshConfig | null> {
  const args = ['-G', ...targetArguments(target), '--', target.host];
  const result = await runCommand(target.program, args, { timeoutMs: LOCAL_MS }).catch(() => null);
  return result?.code === 0 ? parseConfig(result.stdout) : null;
}

/** Takes the output of `ssh -G` apart; keys are in lower case. */
export function parseConfig(text: string): SshConfig {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const at = line.indexOf(' ');
    const key = line.slice(0, at).toLowerCase();
    if (at > 0 && !values.has(key)) values.set(key, line.slice(at + 1).trim());
  }
  const set = (key: string) => {
    const value = values.get(key);
    return value === undefined || value === 'none' || value === '' ? null : value;
  };
  const timeout = Number(set('connecttimeout') ?? Number.NaN);
  return {
    user: values.get('user') ?? '',
    hostName: values.get('hostname') ?? '',
    port: Number(values.get('port') ?? 22),
    hostKeyAlias: set('hostkeyalias'),
    proxied: set('proxyjump') !== null || set('proxycommand') !== null,
    jump: set('proxyjump')?.split(',')[0] ?? null,
    knownHostsFiles: `${set('userknownhostsfile') ?? ''} ${set('globalknownhostsfile') ?? ''}`
      .split(/\s+/)
      .filter((file) => file !== ''),
    connectTimeout: Number.isFinite(timeout) && timeout > 0 ? timeout : null,
  };
}
