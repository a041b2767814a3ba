import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shellCommand, shellQuote } from '../../model/index.ts';
import { ASKPASS_PROMPT, ASKPASS_SOCKET, ASKPASS_TICKET } from './askpassProtocol.ts';
import { type SshTarget, targetArguments } from './sshTarget.ts';

/** What the scripts of one target are made of. */
export interface SshScriptParts {
  readonly target: SshTarget;
  /** A private folder of the target's own. */
  readonly folder: string;
  /** The askpass helper: a program and its arguments. */
  readonly helper: readonly string[];
  readonly socket: string;
  readonly ticket: string;
}

/** Programs and paths of one ssh target. */
export interface SshScripts {
  /** What ssh runs to ask something. */
  readonly askpass: string;
  /** What libvirt runs instead of ssh (the URI parameter `command`). */
  readonly ssh: string;
  /** The socket of the shared connection. */
  readonly controlPath: string;
}

/** Options that keep a user's configuration for interactive sessions out of ours. */
const QUIET = ['ForwardX11=no', 'ForwardAgent=no', 'RemoteCommand=none', 'RequestTTY=no', 'VisualHostKey=no'];
/** Noticed as lost after about interval * (count + 1) seconds. */
const ALIVE = ['ServerAliveInterval=5', 'ServerAliveCountMax=3'];

/**
 * Writes the scripts. libvirt passes hardly any environment on to ssh, and of askpass's variables not all, so
 * that they stand in a script; it holds no secret but a ticket, and only this user can enter its folder.
 */
export function writeSshScripts({ target, folder, helper, socket, ticket }: SshScriptParts): SshScripts {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const scripts = {
    askpass: join(folder, 'askpass'),
    ssh: join(folder, 'ssh'),
    controlPath: join(folder, 'c'),
  };
  rmSync(scripts.controlPath, { force: true });
  writeScript(scripts.askpass, [
    `export ${ASKPASS_SOCKET}=${shellQuote(socket)} ${ASKPASS_TICKET}=${shellQuote(ticket)}`,
    `export ${ASKPASS_PROMPT}="$1"`,
    `exec ${shellCommand(...helper)}`,
  ]);
  const options = [`ControlPath=${configPath(scripts.controlPath)}`, 'ControlMaster=no', ...QUIET, ...ALIVE];
  const words = [target.program, ...options.flatMap((option) => ['-o', option])];
  writeScript(scripts.ssh, [
    ...(target.neverAsk ? [] : askpassLines(scripts.askpass)),
    `exec ${shellCommand(...words)} -o ClearAllForwardings=yes -o PermitLocalCommand=no "$@"`,
  ]);
  return scripts;
}

/** The environment of an ssh that we start ourselves. */
export function askpassEnvironment(target: SshTarget, askpass: string): NodeJS.ProcessEnv {
  if (target.neverAsk) return process.env;
  return {
    ...process.env,
    SSH_ASKPASS: askpass,
    SSH_ASKPASS_REQUIRE: 'force',
    // OpenSSH before 8.4 does not know the variable above and wants a display, whatever it is.
    DISPLAY: process.env.DISPLAY ?? ':0',
  };
}

/** ssh's arguments for the shared connection itself, without the host. */
export function masterArguments(
  target: SshTarget,
  scripts: SshScripts,
  ready: string,
  connectTimeoutS: number,
): string[] {
  const options = [
    `ControlPath=${configPath(scripts.controlPath)}`,
    'ControlMaster=yes',
    'ControlPersist=no',
    ...QUIET,
    ...ALIVE,
    'ClearAllForwardings=yes',
    `ConnectTimeout=${connectTimeoutS}`,
    // Runs when everything is set up, and is how that is known.
    'PermitLocalCommand=yes',
    `LocalCommand=echo ${ready}`,
  ];
  return ['-N', '-T', ...options.flatMap((option) => ['-o', option]), ...targetArguments(target)];
}

/** ssh's arguments for something over the shared connection and never beside it, without the host. */
export function clientArguments(target: SshTarget, scripts: SshScripts): string[] {
  const options = [
    `ControlPath=${configPath(scripts.controlPath)}`,
    'ControlMaster=no',
    'BatchMode=yes',
    'LogLevel=ERROR',
    ...QUIET,
    'PermitLocalCommand=no',
    // Where the shared connection is gone ssh would open another one by itself.
    'ProxyCommand=false',
  ];
  return ['-T', ...options.flatMap((option) => ['-o', option]), ...targetArguments(target)];
}

function askpassLines(askpass: string): string[] {
  return [
    `export SSH_ASKPASS=${shellQuote(askpass)} SSH_ASKPASS_REQUIRE=force`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's, not ours
    'export DISPLAY="${DISPLAY:-:0}"',
  ];
}

/** A path in an option of ssh: per cent signs are placeholders there, and blanks divide words. */
function configPath(path: string): string {
  return `"${path.replaceAll('%', '%%')}"`;
}

function writeScript(path: string, lines: readonly string[]): void {
  writeFileSync(path, `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o700 });
  chmodSync(path, 0o700);
}
