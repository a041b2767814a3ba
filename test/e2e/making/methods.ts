import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { kernelArguments } from '../../hosts/guest/media.ts';
import { expectState } from '../driver/guests.ts';
import type { MakingStand } from './stand.ts';
import type { InstallServer } from './tree.ts';

const DISK = { pool: 'default', sizeGiB: 0.1 } as const;
const MEDIUM = { pool: 'media', volume: 'tiny.iso' };

/** One way to make a machine, from the wizard to its marker on the console, checked with virsh. */
export interface MakingCase {
  readonly title: string;
  /** Over which link, where it is the variant of another one; both otherwise. */
  readonly only?: 'local' | 'ssh';
  readonly run: (stand: MakingStand, server: InstallServer) => Promise<void>;
}

async function fromIso(stand: MakingStand): Promise<void> {
  const { name } = stand;
  const wizard = await stand.begin('iso');
  // The default pool has no ISO: the wizard begins with one that has.
  await expect(wizard.file('Installation medium').pool).toHaveValue(MEDIUM.pool);
  await wizard.fillMedia(MEDIUM);
  const machine = await stand.make({ disk: DISK });
  const installer = await stand.startedFrom(machine, 'cdrom');
  expect(await stand.disks('running')).toContain('tiny.iso');
  expect(await stand.disks()).not.toContain('tiny.iso');
  await installer.type('install');
  await installer.shows(/^installed /m, 60_000);
  await installer.type('reboot');
  await installer.shows(/ready name=\S+ from=disk/, 120_000);
  await expect.poll(() => stand.disks('running'), { timeout: 30_000 }).not.toContain('tiny.iso');
  await stand.leaves([`default/${name}.qcow2`]);
}

async function fromNetwork(stand: MakingStand): Promise<void> {
  const wizard = await stand.begin('pxe', 'Network boot');
  await expect(wizard.form.getByRole('region', { name: 'PXE on this network' })).toContainText(
    'A PXE client gets an answer here',
  );
  const machine = await stand.make({ disk: DISK });
  await stand.startedFrom(machine, 'pxe');
  const xml = await stand.xml();
  expect(xml).toMatch(/<interface type='network'>[\s\S]*<boot order='2'\/>[\s\S]*<\/interface>/);
  await stand.leaves([`default/${stand.name}.qcow2`]);
}

/** A network that gives addresses and nothing to boot. */
const QUIET = `<network><name>quiet</name><bridge name='virbr40' stp='off' delay='0'/>
  <ip address='192.168.140.1' prefix='24'><dhcp><range start='192.168.140.2' end='192.168.140.9'/></dhcp></ip></network>`;

/** On a network that the wizard itself first has answer. */
async function fromNetworkOnce(stand: MakingStand): Promise<void> {
  const { host, name } = stand;
  await host.bootDisk(`${name}-old`);
  writeFileSync(join(host.folder, 'tmp/quiet.xml'), QUIET);
  stand.afterwards(() => host.execAny('virsh net-destroy quiet; virsh net-undefine quiet'));
  await host.exec('virsh -q net-define /tmp/quiet.xml && virsh -q net-start quiet');
  const wizard = await stand.begin('pxe', 'Network boot');
  const card = wizard.form.getByRole('group', { name: 'Network card to boot from' });
  await card.getByRole('combobox', { name: 'Virtual network' }).selectOption('quiet');
  const found = wizard.form.getByRole('region', { name: 'PXE on this network' });
  await expect(found).toContainText('Nobody answers a PXE client here');
  await found.getByLabel('TFTP root').fill('/var/lib/libvirt/tftp');
  await found.getByLabel('Boot file').fill('boot.ipxe');
  await found.getByRole('button', { name: 'Set them on quiet' }).click();
  await expect(found).toContainText('A PXE client gets an answer here', { timeout: 60_000 });
  await wizard.form.getByRole('radio', { name: 'Network once, then always the disk' }).check();
  await wizard.next('Resources');
  await wizard.resources({ memoryMiB: 192, vcpus: 1 });
  await wizard.existingDisk(1, { pool: 'default', volume: `${name}-old.qcow2` });
  await wizard.restAfterResources({ name });
  const machine = await stand.create([`default/${name}-old.qcow2`]);
  expect(await host.virsh(['domiflist', name])).toMatch(/network\s+quiet/);
  const installer = await stand.startedFrom(machine, 'pxe');
  expect(await stand.xml('running')).toContain('<on_reboot>destroy</on_reboot>');
  expect(await stand.xml()).toContain('<on_reboot>restart</on_reboot>');
  await installer.type('reboot');
  await stand.startedFrom(machine, 'disk');
  await stand.leaves([`default/${name}-old.qcow2`]);
}

async function fromKernel(stand: MakingStand): Promise<void> {
  const wizard = await stand.begin('kernel');
  await wizard.file('Kernel').choose({ path: '/var/lib/libvirt/media/vmlinuz' });
  await wizard.file('Initrd').choose({ pool: 'media', volume: 'initrd.gz' });
  await wizard.form.getByLabel('Arguments', { exact: true }).fill(`${kernelArguments} vd.from=kernel`);
  await wizard.form.getByRole('radio', { name: 'At every boot' }).check();
  const machine = await stand.make({ disk: DISK });
  await stand.startedFrom(machine, 'kernel');
  expect(await stand.xml()).toContain('<kernel>/var/lib/libvirt/media/vmlinuz</kernel>');
  await stand.leaves([`default/${stand.name}.qcow2`]);
}

async function fromKernelOnce(stand: MakingStand, { address }: InstallServer): Promise<void> {
  const wizard = await stand.begin('kernel');
  await wizard.file('Kernel').choose({ url: `${address}/vmlinuz` });
  await wizard.file('Initrd').choose({ url: `${address}/initrd.gz` });
  await wizard.form.getByLabel('Arguments', { exact: true }).fill(`${kernelArguments} vd.from=kernel`);
  await wizard.disclose('More files');
  await wizard.form.getByRole('checkbox', { name: 'With an installation medium' }).check();
  await wizard.fillMedia(MEDIUM);
  const machine = await stand.make({ disk: DISK });
  const installer = await stand.startedFrom(machine, 'kernel');
  expect((await stand.made()).filter((volume) => /kernel|initrd/.test(volume))).toHaveLength(2);
  expect(await stand.xml()).not.toContain('<kernel>');
  await installer.type('install');
  await installer.shows(/^installed /m, 60_000);
  await installer.type('reboot');
  await stand.startedFrom(machine, 'disk');
  expect(await stand.xml('running')).not.toContain('<kernel>');
  await stand.leaves([`default/${stand.name}.qcow2`]);
}

async function fromDisk(stand: MakingStand): Promise<void> {
  const { host, name } = stand;
  await host.bootDisk(`${name}-old`);
  const wizard = await stand.begin('import');
  await wizard.file('Disk with a system').choose({ pool: 'default', volume: `${name}-old.qcow2` });
  const about = wizard.form.getByRole('region', { name: 'About the image' });
  await expect(about).toContainText('qcow2');
  await expect(about).toContainText('64 MiB');
  await wizard.rest({ name, memoryMiB: 192, vcpus: 1 });
  const machine = await stand.create([`default/${name}-old.qcow2`]);
  await stand.startedFrom(machine, 'disk');
  expect(await stand.disks()).toContain(`${name}-old.qcow2`);
  expect(await stand.xml()).toMatch(/<driver name='qemu' type='qcow2'/);
  await stand.leaves([`default/${name}-old.qcow2`]);
}

const fromDebianTree = (stand: MakingStand, { address }: InstallServer) =>
  fromTree(stand, `${address}/debian/dists/bullseye/`, 'Debian 11.9 (bullseye)');
const fromFedoraTree = (stand: MakingStand, { address }: InstallServer) =>
  fromTree(stand, `${address}/fedora/`, 'Fedora 36');

/** The installer has nothing to install: what it ought to have installed is on the disk beforehand. */
async function fromTree(stand: MakingStand, location: string, system: string): Promise<void> {
  const { host, name } = stand;
  await host.bootDisk(`${name}-done`);
  const wizard = await stand.begin('tree');
  await wizard.form.getByLabel('Where the tree is').fill(location);
  await expect(wizard.form.getByRole('region', { name: 'Tree found' })).toContainText(system, {
    timeout: 30_000,
  });
  await wizard.form.getByLabel('Further arguments for the installer').fill(`${kernelArguments} vd.from=tree`);
  await wizard.next('Resources');
  await wizard.resources({ memoryMiB: 192, vcpus: 1 });
  await wizard.existingDisk(1, { pool: 'default', volume: `${name}-done.qcow2` });
  await wizard.restAfterResources({ name });
  const machine = await stand.create([`default/${name}-done.qcow2`]);
  const installer = await stand.startedFrom(machine, 'tree');
  expect((await stand.made()).filter((volume) => /kernel|initrd/.test(volume))).toHaveLength(2);
  await installer.type('reboot');
  await stand.startedFrom(machine, 'disk');
  expect(await stand.xml('running')).not.toContain('<kernel>');
  await stand.leaves([`default/${name}-done.qcow2`]);
}

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0OJ2nJtxQ0Zn6mDuOe2pPq0bSPHj0mJtGgD0m7gB2v ada@desk';
const PASSWORD = 'not to be read on a disk';

async function fromCloudImage(stand: MakingStand): Promise<void> {
  const { host, name } = stand;
  await host.bootDisk(`${name}-image`);
  const image = `default/${name}-image.qcow2`;
  const wizard = await stand.begin('cloud');
  await wizard.file('Cloud image').choose({ pool: 'default', volume: `${name}-image.qcow2` });
  await wizard.form.getByLabel('Size (GiB)').fill('0.125');
  await wizard.form.getByLabel('Host name').fill('told-by-seed');
  await wizard.form.getByLabel('User name').fill('ada');
  await wizard.form.getByLabel('SSH public keys').fill(KEY);
  await wizard.form.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await wizard.form.getByRole('radio', { name: 'Fixed addresses' }).check();
  await wizard.form.getByLabel('Addresses', { exact: true }).fill('192.168.122.77/24');
  await wizard.disclose('Packages, commands and language');
  await wizard.form.getByRole('textbox', { name: 'Commands' }).fill('touch /run/told');
  await wizard.rest({ name, memoryMiB: 192, vcpus: 1 });
  const machine = await stand.create([image]);
  const serial = await stand.startedFrom(machine, 'disk');
  const seed = (await stand.made()).find((volume) => /seed/.test(volume)) ?? '';
  await serial.type('settled');
  await serial.shows(/^settled$/m, 60_000);
  await serial.type('name');
  await serial.shows(/^told-by-seed$/m);
  const told = await readSeed(serial);
  expect(told).toContain('hostname: "told-by-seed"');
  expect(told).toContain('name: "ada"');
  expect(told).toContain(KEY);
  expect(told).toContain('touch /run/told');
  expect(told).toMatch(/hashed_passwd: "\$6\$/);
  expect(told).not.toContain(PASSWORD);
  expect(told).toContain('192.168.122.77/24');
  const mac = /<mac address='(.*?)'/.exec(await stand.xml())?.[1] ?? 'none';
  expect(told).toContain(mac);
  // Made upon the image, and larger than it; the seed is there for the first boot only.
  const disk = await host.virsh(['vol-dumpxml', '--pool', 'default', `${name}.qcow2`]);
  expect(disk).toContain(`<path>/var/lib/libvirt/images/${name}-image.qcow2</path>`);
  expect(disk).toContain(`<capacity unit='bytes'>${0.125 * 1024 ** 3}</capacity>`);
  expect(await stand.disks('running')).toContain(seed.split('/')[1]);
  expect(await stand.disks()).not.toContain(seed.split('/')[1]);
  await machine.act('Force off', { confirm: true });
  await expectState(host, name, 'shut off');
  await stand.leaves([image, `default/${name}.qcow2`]);
}

const USER_DATA = '#cloud-config\nhostname: by-hand\n# ✓ as it was typed\n';

async function fromCloudCopy(stand: MakingStand): Promise<void> {
  const { host, name } = stand;
  await host.bootDisk(`${name}-image`);
  const image = `default/${name}-image.qcow2`;
  const wizard = await stand.begin('cloud');
  await wizard.file('Cloud image').choose({ pool: 'default', volume: `${name}-image.qcow2` });
  await wizard.form.getByRole('radio', { name: 'A copy of the image' }).check();
  await wizard.form.getByRole('checkbox', { name: 'Larger than the image' }).uncheck();
  await wizard.form.getByRole('radio', { name: 'My own documents' }).check();
  await wizard.form.getByRole('textbox', { name: 'user-data' }).fill(USER_DATA);
  await wizard.form.getByRole('checkbox', { name: /^Remove the disk with these answers/ }).uncheck();
  await wizard.rest({ name, memoryMiB: 192, vcpus: 1 });
  const machine = await stand.create([image]);
  const serial = await stand.startedFrom(machine, 'disk');
  await serial.type('settled');
  await serial.shows(/^settled$/m, 60_000);
  expect(await readSeed(serial)).toContain('# ✓ as it was typed');
  await host.virsh(['vol-delete', '--pool', 'default', `${name}-image.qcow2`]);
  const disk = await host.virsh(['vol-dumpxml', '--pool', 'default', `${name}.qcow2`]);
  expect(disk).not.toContain('backingStore');
  // It was to stay.
  const seed = (await stand.made()).find((volume) => /seed/.test(volume)) ?? '';
  await machine.act('Force off', { confirm: true });
  await expectState(host, name, 'shut off');
  expect(await stand.disks()).toContain(seed.split('/')[1]);
  await stand.leaves([`default/${name}.qcow2`, seed]);
}

/** The documents as the guest has read them, past the terminal's width: in lines of base64. */
async function readSeed(serial: Awaited<ReturnType<MakingStand['startedFrom']>>): Promise<string> {
  await serial.type('sh echo begin; base64 -w 60 /run/cloud; echo end');
  await serial.shows(/^begin\n[\s\S]*\nend\n/m, 60_000);
  const [, text = ''] = /^begin\n([\s\S]*)\nend\n/m.exec(await serial.screen()) ?? [];
  return Buffer.from(text.replaceAll('\n', ''), 'base64').toString();
}

async function fromNothing(stand: MakingStand): Promise<void> {
  const { host, name } = stand;
  await stand.begin('empty', 'System');
  const machine = await stand.make({ disk: DISK });
  await expectState(host, name, 'shut off');
  await stand.leaves([`default/${name}.qcow2`]);
  const [, drive = ''] = /^\s*(\S+)\s+-\s*$/m.exec(await stand.disks()) ?? [];
  await host.virsh(['change-media', name, drive, '/var/lib/libvirt/media/tiny.iso', '--config', '--insert']);
  await machine.header.getByRole('button', { name: 'Start' }).first().click();
  await stand.startedFrom(machine, 'cdrom');
}

/** Every method for virtual machines. */
export const METHODS: readonly MakingCase[] = [
  { title: 'from an ISO, which is ejected when it is installed', run: fromIso },
  { title: 'from the host’s TFTP server', run: fromNetwork },
  {
    title: 'from the network once, then from its disk, on a network that is made to answer',
    only: 'ssh',
    run: fromNetworkOnce,
  },
  { title: 'from a kernel at every boot', run: fromKernel },
  { title: 'from a kernel for the first boot only', run: fromKernelOnce },
  { title: 'from a disk that has a system', run: fromDisk },
  { title: 'from Debian’s installation tree', only: 'local', run: fromDebianTree },
  { title: 'from Fedora’s installation tree', only: 'ssh', run: fromFedoraTree },
  { title: 'from a cloud image, told what to be by cloud-init', run: fromCloudImage },
  { title: 'from a copy of a cloud image, with cloud-init’s own documents', only: 'ssh', run: fromCloudCopy },
  { title: 'empty, to put something into it later', run: fromNothing },
];
