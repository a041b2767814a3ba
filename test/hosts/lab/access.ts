import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { accounts, type HostPlan, labPassword } from './etc.ts';
import { labAddress } from './places.ts';
import { run } from './run.ts';

/** SASL users of every host, with {@link labPassword}. */
export const saslUsers = ['operator', 'second'] as const;

/** Passphrase of the client's key `locked`. */
export const keyPassphrase = 'open sesame';

/** Part of the cache's name: raise it when keys or users are made differently. */
const format = '4';

async function makeKeys(folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o700 });
  const key = (name: string, passphrase = '') =>
    run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', name, '-f', join(folder, name)]);
  await Promise.all([
    ...['host-1', 'host-2', 'host-3', 'host-other', 'client', 'stranger'].map((name) => key(name)),
    key('locked', keyPassphrase),
  ]);
  // Users belong to a realm, and the realm of a libvirtd is the name of its host.
  for (const user of saslUsers) {
    for (const realm of ['hv1', 'hv2', 'hv3']) {
      const words = ['-p', '-c', '-a', 'libvirt', '-u', realm, '-f', join(folder, 'passwd.db'), user];
      await run('saslpasswd2', words, { input: labPassword });
    }
  }
}

/** Folder with ssh keys and the SASL database, in the cache. */
export function accessFolder(): Promise<string> {
  return cached('access', format, makeKeys);
}

function sshdConfig(): string {
  return `${[
    'Port 22',
    'HostKey /etc/ssh/host_key',
    'PermitRootLogin yes',
    'PubkeyAuthentication yes',
    'PasswordAuthentication yes',
    'KbdInteractiveAuthentication no',
    'UsePAM yes',
    'AuthorizedKeysFile /etc/ssh/authorized_keys/%u',
    'StrictModes no',
    'MaxStartups 200',
    'MaxSessions 100',
    'UseDNS no',
    'PrintMotd no',
    'PidFile /run/sshd.pid',
    'Subsystem sftp internal-sftp',
    'Match User twosteps',
    '  KbdInteractiveAuthentication yes',
    '  AuthenticationMethods password,keyboard-interactive',
  ].join('\n')}\n`;
}

/** The code that `twosteps` must give to a keyboard-interactive question after the password. */
export const oneTimeCode = '246810';

/** Passwords are those of /etc/shadow; the account `twosteps` may also give {@link oneTimeCode} where it is asked. */
function pamConfig(): string {
  return `${[
    'auth [success=1 default=ignore] pam_succeed_if.so quiet user != twosteps',
    'auth sufficient pam_exec.so quiet expose_authtok /etc/ssh/check-code',
    'auth required pam_unix.so',
    'account required pam_permit.so',
    'session required pam_permit.so',
  ].join('\n')}\n`;
}

/**
 * Lets people in: sshd with its key and the keys it accepts (all accounts accept `client` and `locked`), and the SASL
 * users of libvirtd.
 */
export async function installAccess(etc: string, plan: HostPlan): Promise<void> {
  const from = await accessFolder();
  const ssh = join(etc, 'ssh');
  rmSync(ssh, { recursive: true, force: true });
  mkdirSync(join(ssh, 'authorized_keys'), { recursive: true });
  writeFileSync(join(ssh, 'sshd_config'), sshdConfig());
  writeFileSync(join(etc, 'pam.d/sshd'), pamConfig());
  writeFileSync(join(ssh, 'check-code'), `#!/bin/sh\n[ "$(tr -d '\\000')" = ${oneTimeCode} ]\n`, {
    mode: 0o755,
  });
  copyFileSync(join(from, `host-${plan.number}`), join(ssh, 'host_key'));
  chmodSync(join(ssh, 'host_key'), 0o600);
  copyFileSync(join(from, `host-${plan.number}.pub`), join(ssh, 'host_key.pub'));
  const keys = ['client', 'locked'].map((name) => readFileSync(join(from, `${name}.pub`), 'utf8')).join('');
  for (const user of ['root', ...accounts.map((account) => account.name)]) {
    writeFileSync(join(ssh, 'authorized_keys', user), keys);
  }
  await installPeer(plan, from);
  mkdirSync(join(etc, 'sasl2'), { recursive: true });
  writeFileSync(join(etc, 'sasl2/libvirt.conf'), saslConfig(['scram-sha-256', 'digest-md5']));
  copyFileSync(join(from, 'passwd.db'), join(etc, 'libvirt/passwd.db'));
}

/** What libvirtd reads as /etc/sasl2/libvirt.conf. */
export function saslConfig(mechanisms: readonly string[]): string {
  return `mech_list: ${mechanisms.join(' ')}\nsasldb_path: /etc/libvirt/passwd.db\n`;
}

/** Root of each host may go to the others, for migration over ssh, and knows the SASL user for tcp. */
async function installPeer(plan: HostPlan, from: string): Promise<void> {
  const home = join(plan.folder, 'root/.ssh');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  copyFileSync(join(from, 'client'), join(home, 'id_ed25519'));
  chmodSync(join(home, 'id_ed25519'), 0o600);
  writeFileSync(join(home, 'known_hosts'), await knownHosts(plan.slot, plan.hostCount));
  writeFileSync(
    join(plan.folder, 'etc/libvirt/auth.conf'),
    `[credentials-lab]\nauthname=operator\npassword=${labPassword}\n\n[auth-libvirt-default]\ncredentials=lab\n`,
  );
}

/** A known_hosts file with the right keys of all hosts, by name and by address. */
export async function knownHosts(slot: number, count: number): Promise<string> {
  const from = await accessFolder();
  return Array.from({ length: count }, (_, i) => {
    const key = readFileSync(join(from, `host-${i + 1}.pub`), 'utf8')
      .split(' ')
      .slice(0, 2)
      .join(' ');
    return `hv${i + 1},${labAddress(slot, 11 + i)} ${key}\n`;
  }).join('');
}
