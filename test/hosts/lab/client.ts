import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessFolder, knownHosts } from './access.ts';
import { hostsFile, labPassword, stableUuid } from './etc.ts';
import { type ClientCertificate, installClients } from './pki.ts';
import { labAddress, labFolder, scriptsFolder } from './places.ts';
import { type Result, type RunOptions, run, runAny } from './run.ts';
import type { LabRecord } from './slots.ts';

/** Keys the client may show to ssh servers; `locked` has {@link keyPassphrase}, `stranger` is accepted nowhere. */
export type ClientKey = 'client' | 'locked' | 'stranger' | 'none';

/** What the client's known_hosts says about the hosts. */
export type HostKeyKnowledge = 'right' | 'changed' | 'none';

interface SshChoices {
  key: ClientKey;
  known: HostKeyKnowledge;
}

/**
 * The side from which a laboratory is used. It is this machine, with an address in the laboratory's network; programs
 * started through {@link wrap} see the hosts' names, the laboratory's ssh configuration instead of the machine's, and
 * neither the machine's libvirt daemons nor their configuration.
 */
export class Client {
  readonly folder: string;
  readonly address: string;
  readonly #record: LabRecord;

  constructor(record: LabRecord) {
    this.#record = record;
    this.folder = join(labFolder(record.slot), 'client');
    this.address = labAddress(record.slot, 1);
  }

  /** A home folder without anybody's settings. */
  get home(): string {
    return join(this.folder, 'home');
  }

  /** Folder for the URI parameter `pkipath`. */
  pki(kind: ClientCertificate): string {
    return join(this.folder, 'pki', kind);
  }

  /** Path of a private key. */
  key(name: Exclude<ClientKey, 'none'>): string {
    return join(this.folder, 'ssh', name);
  }

  /** The ssh configuration; programs started through {@link wrap} have it as /etc/ssh/ssh_config. */
  get sshConfig(): string {
    return join(this.folder, 'ssh/config');
  }

  /** The file of known host keys that {@link sshConfig} names. */
  get knownHosts(): string {
    return join(this.folder, 'ssh/known_hosts');
  }

  /** Chooses what ssh has and knows from now on; without choices everything is right. */
  async chooseSsh(choices: Partial<SshChoices> = {}): Promise<void> {
    await writeSsh(this.#record, { key: 'client', known: 'right', ...choices });
  }

  /** A file for the URI parameter `authfile`, with a SASL user. */
  authFile(user = 'operator', password = labPassword): string {
    const path = join(this.folder, `auth-${stableUuid(`${user} ${password}`)}.conf`);
    const text = `[credentials-lab]\nauthname=${user}\npassword=${password}\n\n[auth-libvirt-default]\ncredentials=lab\n`;
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  /** The command line that runs a program as the client. */
  wrap(program: string, args: readonly string[] = []): [program: string, args: string[]] {
    const script = join(scriptsFolder, 'client.sh');
    return ['unshare', ['--mount', '--propagation', 'private', 'sh', script, this.folder, program, ...args]];
  }

  /** An environment without the user's own libvirt settings, and with {@link home}. */
  environment(): NodeJS.ProcessEnv {
    const { PATH, LANG = 'C.UTF-8', TERM = 'dumb' } = process.env;
    return { PATH, LANG, TERM, HOME: this.home };
  }

  /** Runs a program as the client to its end. Throws {@link CommandError} if it fails. */
  run(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
    const [wrapper, wrapped] = this.wrap(program, args);
    return run(wrapper, wrapped, { env: this.environment(), ...options });
  }

  /** Like {@link run}, but any status is an answer. */
  runAny(program: string, args: readonly string[], options: RunOptions = {}): Promise<Result> {
    const [wrapper, wrapped] = this.wrap(program, args);
    return runAny(wrapper, wrapped, { env: this.environment(), ...options });
  }
}

async function writeSsh(record: LabRecord, { key, known }: SshChoices): Promise<void> {
  const ssh = join(labFolder(record.slot), 'client/ssh');
  const lines = Array.from({ length: record.hosts }, (_, i) => [
    `Host hv${i + 1} ${labAddress(record.slot, 11 + i)}`,
    `  HostName ${labAddress(record.slot, 11 + i)}`,
    // One entry in known_hosts per host, under its name, however it is called.
    `  HostKeyAlias hv${i + 1}`,
  ]).flat();
  lines.push(
    'Host *',
    `  UserKnownHostsFile ${join(ssh, 'known_hosts')}`,
    '  GlobalKnownHostsFile /dev/null',
  );
  lines.push(
    '  IdentityAgent none',
    '  IdentitiesOnly yes',
    `  IdentityFile ${key === 'none' ? 'none' : join(ssh, key)}`,
  );
  writeFileSync(join(ssh, 'config'), `${lines.join('\n')}\n`);
  let keys = known === 'none' ? '' : await knownHosts(record.slot, record.hosts);
  if (known === 'changed') {
    const [, other] = readFileSync(join(await accessFolder(), 'host-other.pub'), 'utf8').split(' ');
    keys = keys.replaceAll(/ssh-ed25519 \S+/g, `ssh-ed25519 ${other}`);
  }
  writeFileSync(join(ssh, 'known_hosts'), keys);
}

/** Makes the client's folder: certificates, keys, ssh configuration and names. */
export async function installClient(record: LabRecord): Promise<void> {
  const folder = join(labFolder(record.slot), 'client');
  for (const part of ['ssh', 'pki', 'home', 'libvirt']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'hosts'), hostsFile(record.slot, record.hosts));
  const from = await accessFolder();
  for (const key of ['client', 'locked', 'stranger']) {
    writeFileSync(join(folder, 'ssh', key), readFileSync(join(from, key)), { mode: 0o600 });
    copyFileSync(join(from, `${key}.pub`), join(folder, 'ssh', `${key}.pub`));
  }
  writeFileSync(join(folder, 'ssh/ssh'), `#!/bin/sh\nexec ssh -F ${folder}/ssh/config "$@"\n`, {
    mode: 0o755,
  });
  await writeSsh(record, { key: 'client', known: 'right' });
  await installClients(join(folder, 'pki'));
}
