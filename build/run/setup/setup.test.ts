import { expect, test } from 'vitest';
import { nodeProblem } from '../setup.mjs';
import { modulesUpToDate } from './modules.mjs';
import { missing, type Need } from './needs.mjs';
import { installCommands, instructions, rootPrefix } from './packages.mjs';
import { findCommand, hasFile, hasLibrary, packageManager } from './system.mjs';

const chromium: Need = {
  what: 'Chromium',
  purpose: 'window',
  required: false,
  present: () => false,
  packages: { apt: ['chromium', 'fonts'], dnf: ['chromium'], pacman: ['chromium'], zypper: ['chromium'] },
};
const daemons: Need = {
  what: 'the daemons',
  purpose: 'test',
  required: true,
  present: () => false,
  packages: { apt: ['libvirt-daemon', 'fonts'] },
};

test('commands name every package once', () => {
  expect(installCommands([chromium, daemons], 'apt')).toEqual([
    'apt-get update',
    'apt-get install -y --no-install-recommends chromium fonts libvirt-daemon',
  ]);
  expect(installCommands([daemons], 'dnf')).toEqual([]);
});

test('instructions are for the package manager that is there, or for all', () => {
  expect(instructions([chromium], 'pacman')).toBe('  sudo pacman -S --needed chromium');
  expect(instructions([chromium], null).split('\n')).toHaveLength(4);
  expect(instructions([chromium, daemons], 'zypper')).toContain('no package known for zypper: the daemons');
});

test('sudo may ask only where somebody can answer', () => {
  const state = { uid: 1000, sudo: '/usr/bin/sudo', passwordless: () => false, terminal: false };
  expect(rootPrefix({ ...state, uid: 0 })).toEqual([]);
  expect(rootPrefix({ ...state, passwordless: () => true })).toEqual(['/usr/bin/sudo', '-n']);
  expect(rootPrefix(state)).toBeNull();
  expect(rootPrefix({ ...state, terminal: true })).toEqual(['/usr/bin/sudo']);
  expect(rootPrefix({ ...state, terminal: true, sudo: null })).toBeNull();
});

test('the first package manager that is there is taken', () => {
  expect(packageManager((name) => (name === 'zypper' ? '/usr/bin/zypper' : null))).toBe('zypper');
  expect(packageManager(() => null)).toBeNull();
});

test('modules are up to date when every package that is not optional is there in its version', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-darwin': { version: '1.0.0', optional: true },
  };
  expect(modulesUpToDate(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  expect(modulesUpToDate(wanted, { 'node_modules/a': { version: '0.9.0' } })).toBe(false);
  expect(modulesUpToDate(wanted, {})).toBe(false);
  expect(modulesUpToDate(wanted, null)).toBe(false);
});

test('Node is old before 20.19', () => {
  expect(nodeProblem('20.18.3')).toContain('20.19');
  expect(nodeProblem('18.20.0')).not.toBeNull();
  expect(nodeProblem('20.19.0')).toBeNull();
  expect(nodeProblem('24.1.0')).toBeNull();
});

test('libraries, commands and files are found where this system has them', () => {
  expect(hasLibrary('libc.so.6')).toBe(true);
  expect(hasLibrary('libnot-there.so.7')).toBe(false);
  expect(findCommand('sh')).toMatch(/\/sh$/);
  expect(findCommand('no-such-command')).toBeNull();
  expect(hasFile('/etc/pass*')).toBe(true);
  expect(hasFile('/etc/*/no-such-file')).toBe(false);
});

test('looking for everything costs milliseconds', { retry: 3 }, () => {
  const started = performance.now();
  missing(['run', 'window', 'keychain', 'test']);
  expect(performance.now() - started).toBeLessThan(500);
});
