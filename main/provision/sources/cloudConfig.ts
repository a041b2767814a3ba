import type { CloudInit, CloudUser } from '../../../contract/index.ts';
import { invalid } from './cloudChecks.ts';
import { hasControls } from './controls.ts';
import { hashPassword } from './passwordHash.ts';
import { toYaml } from './yaml.ts';

type Form = Extract<CloudInit, { kind: 'form' }>;

/** Distributions of libosinfo's that have no bash unless it is installed. */
const WITHOUT_BASH = new Set(['alpinelinux', 'freebsd', 'netbsd', 'openbsd', 'dragonflybsd']);

/**
 * user-data of the form: a #cloud-config (https://cloudinit.readthedocs.io/en/latest/reference/modules.html). Passwords
 * are hashed in it.
 * @throws ApiError `invalid` that names the value
 */
export function cloudConfig(form: Form, hostname: string, distro: string | null): string {
  const users = form.users.map((user) => userEntry(user, distro));
  const [name = hostname] = hostname.split('.');
  const root = form.users.find((user) => user.name === 'root');
  const byPassword = form.users.some((user) => user.password !== null && user.sshKeys.length === 0);
  const config = {
    hostname: name,
    ...(hostname.includes('.') && { fqdn: hostname }),
    ...(users.length > 0 && { users }),
    ...(root && { disable_root: false }),
    // Somebody who has a password and no key could not sign in over the network at all.
    ...(byPassword && { ssh_pwauth: true }),
    ...(form.timezone !== '' && { timezone: line(form.timezone, 'time zone') }),
    ...(form.locale !== '' && { locale: line(form.locale, 'locale') }),
    ...((form.updatePackages || form.packages.length > 0) && { package_update: true }),
    ...(form.updatePackages && { package_upgrade: true }),
    ...(form.packages.length > 0 && { packages: form.packages.map((one) => line(one, 'package')) }),
    ...(form.commands.length > 0 && { runcmd: [...form.commands] }),
  };
  return `#cloud-config\n${toYaml(config)}`;
}

function userEntry(user: CloudUser, distro: string | null): Record<string, unknown> {
  const { name, fullName, sshKeys, password, sudo } = user;
  if (!/^[a-z_][a-z0-9_-]{0,31}$/i.test(name)) {
    throw invalid(
      `${JSON.stringify(name)} is no user name.`,
      'Letters, digits, hyphens and underscores, a letter first.',
    );
  }
  if (fullName.includes(':')) throw invalid(`The full name of ${name} has a colon.`);
  return {
    name,
    ...(fullName !== '' && { gecos: line(fullName, 'full name') }),
    ...(name !== 'root' && !WITHOUT_BASH.has(distro ?? '') && { shell: '/bin/bash' }),
    ...(name !== 'root' && sudo && { sudo: 'ALL=(ALL) NOPASSWD:ALL' }),
    lock_passwd: password === null,
    // Counts also for a user whom the image has already, which `passwd` does not.
    ...(password !== null && { hashed_passwd: hashPassword(password) }),
    ...(sshKeys.length > 0 && { ssh_authorized_keys: sshKeys.map((key) => publicKey(key, name)) }),
  };
}

/** A key as it stands in authorized_keys, with options or without. Private keys are often taken for it. */
function publicKey(text: string, user: string): string {
  const key = text.trim();
  if (/PRIVATE KEY/.test(key)) {
    throw invalid(
      `The key of ${user} is a private one.`,
      'Give the public key, from the file that ends in .pub.',
    );
  }
  const known = /(^|\s)(ssh-[a-z0-9-]+|ecdsa-sha2-[a-z0-9-]+|sk-[a-z0-9@.-]+) [A-Za-z0-9+/]+=*(\s|$)/;
  if (known.test(key) && !hasControls(key)) return key;
  throw invalid(
    `A key of ${user} is no public ssh key: ${JSON.stringify(key.slice(0, 40))}.`,
    'It looks like “ssh-ed25519 AAAA… name”, in one line.',
  );
}

function line(text: string, what: string): string {
  if (!hasControls(text) && text.trim() !== '') return text.trim();
  throw invalid(`This is no ${what}: ${JSON.stringify(text.slice(0, 80))}.`);
}
