// @ts-check
import { spawnSync } from 'node:child_process';
import { missing } from './needs.mjs';
import { SetupError, say } from './say.mjs';
import { distributionName, findCommand, packageManager } from './system.mjs';

/** @typedef {import('./needs.mjs').Need} Need */
/** @typedef {import('./system.mjs').PackageManager} PackageManager */

/** @type {Record<PackageManager, (packages: string[]) => string[]>} */
const COMMANDS = {
  apt: (packages) => ['apt-get update', `apt-get install -y --no-install-recommends ${packages.join(' ')}`],
  dnf: (packages) => [`dnf install -y ${packages.join(' ')}`],
  pacman: (packages) => [`pacman -S --needed ${packages.join(' ')}`],
  zypper: (packages) => [`zypper install -y ${packages.join(' ')}`],
};

/**
 * The exact commands that install these needs, without sudo.
 * @param {Need[]} needs
 * @param {PackageManager} manager
 */
export function installCommands(needs, manager) {
  const packages = [...new Set(needs.flatMap((need) => need.packages[manager] ?? []))];
  return packages.length === 0 ? [] : COMMANDS[manager](packages);
}

/**
 * What a person would have to type, for every package manager when ours is not known.
 * @param {Need[]} needs
 * @param {PackageManager | null} manager
 */
export function instructions(needs, manager) {
  /** @type {PackageManager[]} */
  const managers = manager ? [manager] : ['apt', 'dnf', 'pacman', 'zypper'];
  const lines = managers.flatMap((one) => {
    const commands = installCommands(needs, one);
    return commands.length === 0 ? [] : [`  ${commands.map((command) => `sudo ${command}`).join(' && ')}`];
  });
  const unnamed = manager ? needs.filter((need) => !need.packages[manager]) : [];
  const rest = unnamed.map(
    (need) => `  (no package known for ${manager}: ${need.what}; Debian: ${need.packages.apt?.join(' ')})`,
  );
  return [...lines, ...rest].join('\n');
}

/**
 * How commands are run as root: nothing before them, sudo, or null when it cannot be done. sudo may
 * ask for a password only where somebody sits at a terminal.
 * @param {{uid: number, sudo: string | null, passwordless: () => boolean, terminal: boolean}} state
 * @returns {string[] | null}
 */
export function rootPrefix({ uid, sudo, passwordless, terminal }) {
  if (uid === 0) return [];
  if (!sudo) return null;
  if (passwordless()) return [sudo, '-n'];
  return terminal ? [sudo] : null;
}

function currentRootPrefix() {
  const sudo = findCommand('sudo');
  return rootPrefix({
    uid: process.getuid?.() ?? -1,
    sudo,
    passwordless: () => sudo !== null && spawnSync(sudo, ['-n', 'true'], { stdio: 'ignore' }).status === 0,
    terminal: Boolean(process.stdin.isTTY) && Boolean(process.stderr.isTTY) && !process.env.CI,
  });
}

/**
 * @param {string} command
 * @param {string[]} prefix
 */
function runAsRoot(command, prefix) {
  const words = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command.split(' ')];
  if (command.startsWith('apt-get')) words.push('-o', 'DPkg::Lock::Timeout=300');
  const [program = 'env', ...rest] = words;
  const asks = prefix.length === 1;
  return spawnSync(program, rest, { stdio: [asks ? 'inherit' : 'ignore', 2, 2] }).status === 0;
}

/**
 * Installs what these purposes need and is not there. Only apt is run by itself; elsewhere the
 * command is printed. Optional things that cannot be installed are left out with a message.
 * @param {Need['purpose'][]} purposes
 * @returns {boolean} whether anything was installed
 * @throws {SetupError} when something required is missing and cannot be installed
 */
export function installMissing(purposes) {
  const needs = missing(purposes);
  if (needs.length === 0) return false;
  const manager = packageManager();
  const prefix = manager === 'apt' && !process.env.VIRTDECK_NO_INSTALL ? currentRootPrefix() : null;
  if (prefix) install(needs, prefix);
  const still = needs.filter((need) => !need.present());
  if (still.length > 0) refuse(still, manager);
  return still.length < needs.length;
}

/**
 * @param {Need[]} needs
 * @param {string[]} prefix
 */
function install(needs, prefix) {
  say(`installing ${needs.map((need) => need.what).join('; ')}`);
  const [update = '', ...rest] = installCommands(needs, 'apt');
  if (!runAsRoot(update, prefix)) say('apt-get update failed; trying with the package lists that are there');
  if (rest.every((command) => runAsRoot(command, prefix))) return;
  // One package that does not exist makes apt refuse them all: once more, need by need.
  for (const need of needs) {
    for (const command of installCommands([need], 'apt').slice(1)) runAsRoot(command, prefix);
  }
}

/**
 * @param {Need[]} still
 * @param {PackageManager | null} manager
 */
function refuse(still, manager) {
  const required = still.filter((need) => need.required);
  const list = still.map((need) => `${need.what}${need.required ? '' : ' (optional)'}`).join('; ');
  const text = `missing on ${distributionName()}: ${list}. To install it:\n${instructions(still, manager)}`;
  if (required.length > 0) throw new SetupError(text);
  say(`${text}\n  Going on without.`);
}
