import { expect, it } from 'vitest';
import type { OsEntry } from '../../../contract/index.ts';
import { archOfName, systemByName } from './names.ts';

const os = (
  shortId: string,
  name: string,
  version: string | null,
  distro: string,
  more: Partial<OsEntry> = {},
) => ({
  id: `http://example.org/${shortId}`,
  shortId,
  aliases: [],
  name,
  version,
  family: 'linux',
  distro,
  vendor: null,
  codename: null,
  releaseDate: null,
  eolDate: null,
  status: 'released' as const,
  supported: true,
  ...more,
});
const systems: OsEntry[] = [
  os('debian11', 'Debian 11', '11', 'debian', { aliases: ['debianbullseye'], codename: 'bullseye' }),
  os('debian2.2', 'Debian GNU/Linux 2.2', '2.2', 'debian'),
  os('debiantesting', 'Debian testing', 'testing', 'debian'),
  os('ubuntu22.04', 'Ubuntu 22.04 LTS', '22.04', 'ubuntu', {
    aliases: ['ubuntujammy'],
    codename: 'Jammy Jellyfish',
  }),
  os('centos7.0', 'CentOS 7', '7', 'centos', { aliases: ['centos7'] }),
  os('centos-stream9', 'CentOS Stream 9', '9', 'centos'),
  os('rhel9.0', 'Red Hat Enterprise Linux 9.0', '9.0', 'rhel'),
  os('rhel9.1', 'Red Hat Enterprise Linux 9.1', '9.1', 'rhel'),
  os('rhl6.1', 'Red Hat Linux 6.1', '6.1', 'rhl', { codename: 'Apollo' }),
  os('sle15sp4', 'SUSE Linux Enterprise 15 SP4', '15.4', 'sle'),
  os('archlinux', 'Arch Linux', null, 'archlinux'),
  os('win10', 'Microsoft Windows 10', '10.0', 'win'),
  os('win7', 'Microsoft Windows 7', '6.1', 'win'),
  os('win2k22', 'Microsoft Windows Server 2022', '10.0', 'win'),
  os('win2k12', 'Microsoft Windows Server 2012', '6.3', 'win'),
  os('win2k12r2', 'Microsoft Windows Server 2012 R2', '6.3', 'win'),
];
const named = (name: string) => systemByName(name, systems)?.os.shortId ?? null;

it('finds the release that a name speaks of', () => {
  expect(named('/isos/debian-11-generic-amd64.qcow2')).toBe('debian11');
  expect(named('ubuntu-22.04.1-live-server-amd64.iso')).toBe('ubuntu22.04');
  expect(named('CentOS-7-x86_64-GenericCloud.qcow2')).toBe('centos7.0');
  expect(named('CentOS-Stream-GenericCloud-9-20230501.0.x86_64.qcow2')).toBe('centos-stream9');
  expect(named('rhel-9.0-x86_64-kvm.qcow2')).toBe('rhel9.0');
  expect(named('rhel-9-latest.raw')).toBe('rhel9.1');
  expect(named('sles15-sp4.qcow2')).toBe('sle15sp4');
  expect(named('archlinux-2024.01.01-x86_64.iso')).toBe('archlinux');
});

it('finds Windows by what it is called, not by what it counts', () => {
  expect(named('Windows-7.vdi')).toBe('win7');
  expect(named('windows server 2022.vhdx')).toBe('win2k22');
  expect(named('Windows Server 2012 R2.iso')).toBe('win2k12r2');
  expect(named('Windows Server 2012.iso')).toBe('win2k12');
  expect(named('win10_22h2.vmdk')).toBe('win10');
});

it('takes code names of distributions, but no words of every day', () => {
  expect(named('jammy-server-cloudimg-amd64.img')).toBe('ubuntu22.04');
  expect(named('bullseye.raw')).toBe('debian11');
  expect(named('apollo.qcow2')).toBeNull();
});

it('takes the release before one that is not known, and says so', () => {
  const found = systemByName('debian-12-generic-amd64.qcow2', systems);
  expect(found).toMatchObject({ os: { shortId: 'debian11' }, exact: false, version: '12' });
  expect(named('debian-1.0.iso')).toBeNull();
});

it('takes a name that the database gives itself', () => {
  const files = [{ id: 'http://example.org/win10', names: ['Strange-Name.iso'] }];
  expect(systemByName('strange-name.iso', systems, files)?.os.shortId).toBe('win10');
});

it('finds nothing in names that say nothing', () => {
  for (const name of [
    '',
    'disk.qcow2',
    'web1.raw',
    'server.img',
    'data-11.img',
    'x86_64.iso',
    '..',
    '\0',
    'linux.iso',
  ]) {
    expect(named(name), name).toBeNull();
  }
  expect(named(`debian-${'9'.repeat(5000)}`)).toBeNull();
});

it('reads architectures', () => {
  expect(archOfName('debian-12-amd64.iso')).toBe('x86_64');
  expect(archOfName('CentOS-7-x86_64.qcow2')).toBe('x86_64');
  expect(archOfName('Fedora-S-dvd-aarch64-36')).toBe('aarch64');
  expect(archOfName('debian-arm64.iso')).toBe('aarch64');
  expect(archOfName('x_i386.iso')).toBe('i686');
  expect(archOfName('a-ppc64el.iso')).toBe('ppc64le');
  expect(archOfName('CCCOMA_X64FRE_EN-US_DV9')).toBe('x86_64');
  expect(archOfName('plain.iso')).toBeNull();
});
