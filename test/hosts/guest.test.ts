import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { GuestConsole } from './guest/console.ts';
import { type GuestWish, guestXml } from './guest/domain.ts';
import { efiLoaders } from './guest/efi.ts';
import { cloudInitIso } from './guest/media.ts';
import { describeLab } from './vitest.ts';

describeLab('tiny guests', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  const consoles: GuestConsole[] = [];

  async function start(wish: Omit<GuestWish, 'name'>): Promise<GuestConsole> {
    await hv1().define(guestXml({ name: 'tiny', ...wish }));
    await hv1().virsh(['start', 'tiny']);
    const guest = await GuestConsole.open(hv1(), 'tiny');
    consoles.push(guest);
    return guest;
  }

  afterEach(async () => {
    for (const guest of consoles.splice(0)) guest.close();
    await hv1().virshAny(['destroy', 'tiny']);
    await hv1().virshAny(['undefine', 'tiny', '--nvram']);
  });

  it('boots a kernel directly, reports what it has and takes commands', async () => {
    const guest = await start({ memory: 256, vcpus: 2, networks: ['default'] });
    const [, name, from, memory, cpus] = await guest.ready();
    expect([name, from, cpus]).toEqual(['tiny', 'kernel', '2']);
    expect(Number(memory)).toBeGreaterThan(200_000);
    expect(await guest.command('echo one  two')).toBe('one  two');
    await guest.command('settled');
    expect(await guest.command('addr')).toMatch(/eth0 inet 192\.168\.122\.\d+\/24/);
    expect(await hv1().virsh(['net-dhcp-leases', 'default'])).toContain('192.168.122.');
    await expect(guest.command('nonsense')).rejects.toThrow('unknown command');
    guest.send('poweroff\n');
    await hv1().waitForState('tiny', 'shut off');
  });

  it('boots from a CD-ROM, installs itself on a disk and boots from there', async () => {
    await hv1().virsh(['vol-create-as', 'default', 'target.qcow2', '1G', '--format', 'qcow2']);
    const disks = [{ path: '/var/lib/libvirt/images/target.qcow2' }];
    const installer = await start({ boot: 'cdrom', disks });
    expect((await installer.ready())[2]).toBe('cdrom');
    expect(await installer.command('vt 1')).toContain('VIRTDECK-GUEST ready name=tiny from=cdrom');
    expect(await installer.command('install')).toBe('installed /dev/sr0 on /dev/vda');
    expect(await installer.command('write vda kept')).toBe('written');
    await hv1().virsh(['destroy', 'tiny']);
    await hv1().virsh(['undefine', 'tiny']);
    const installed = await start({ boot: 'disk', disks });
    expect((await installed.ready())[2]).toBe('disk');
    expect(await installed.command('read vda')).toBe('kept');
  });

  it('boots from the network by the TFTP server of the host', async () => {
    const guest = await start({ boot: 'pxe', networks: ['default'] });
    expect((await guest.ready(90_000))[2]).toBe('pxe');
  });

  it('boots a disk image, finds its cloud-init data and obeys the power button', async () => {
    const seed = '/var/lib/libvirt/images/seed.iso';
    const userData = '#cloud-config\nhostname: unused\npackages: [curl]\n';
    const metaData = 'instance-id: one\nlocal-hostname: cloudy\n';
    await cloudInitIso(join(hv1().folder, seed), { 'user-data': userData, 'meta-data': metaData });
    const guest = await start({
      boot: 'disk',
      disks: [{ path: await hv1().bootDisk('image') }],
      cdrom: seed,
    });
    await guest.ready();
    await guest.command('settled');
    expect(await guest.command('name')).toBe('cloudy');
    expect(await guest.command('cloud')).toContain(`== user-data\n${userData.trim()}`);
    await hv1().virsh(['shutdown', 'tiny', '--mode', 'acpi']);
    await hv1().waitForState('tiny', 'shut off');
  });

  it('has an agent that answers, and shuts it down', async () => {
    const guest = await start({ agent: true, networks: ['default'] });
    await guest.ready();
    await guest.command('settled');
    expect(await hv1().virsh(['guestinfo', 'tiny'])).toMatch(/os\.id +: tiny/);
    expect(await hv1().virsh(['domifaddr', 'tiny', '--source', 'agent'])).toContain('192.168.122.');
    await hv1().virsh(['domfsfreeze', 'tiny']);
    await hv1().virsh(['domfsthaw', 'tiny']);
    await hv1().virsh(['shutdown', 'tiny', '--mode', 'agent']);
    await hv1().waitForState('tiny', 'shut off');
  });

  it('sees keys, and draws', async () => {
    const guest = await start({});
    await guest.ready();
    await guest.command('settled');
    const keys = guest.command('keys 2');
    await guest.wait(/watching/);
    await hv1().virsh(['send-key', 'tiny', 'KEY_A']);
    expect(await keys).toMatch(/^1 30 1\n(.*\n)*1 30 0$/m);
    await hv1().virsh(['send-key', 'tiny', 'KEY_ENTER']);
    for (const key of 'TELL') await hv1().virsh(['send-key', 'tiny', `KEY_${key}`]);
    await hv1().virsh(['send-key', 'tiny', 'KEY_SPACE', 'KEY_X']);
    await hv1().virsh(['send-key', 'tiny', 'KEY_ENTER']);
    await guest.wait(/TOLD by tty1: x/);
    expect(await guest.command('draw')).toBe('drawn');
    await hv1().virsh(['screenshot', 'tiny', join(lab().folder, 'screen.ppm')]);
  });

  it('plugs disks and cards in and out', async () => {
    const guest = await start({});
    await guest.ready();
    await guest.command('settled');
    await hv1().exec('qemu-img create -q -f raw /var/lib/libvirt/images/plug.img 8M');
    await hv1().virsh([
      'attach-disk',
      'tiny',
      '/var/lib/libvirt/images/plug.img',
      'vdb',
      '--subdriver',
      'raw',
    ]);
    await hv1().virsh(['attach-interface', 'tiny', 'network', 'default', '--model', 'virtio']);
    await expect.poll(() => guest.command('disks'), { timeout: 10_000 }).toContain('vda 8388608');
    await expect.poll(() => guest.command('nics'), { timeout: 10_000 }).toContain('eth0 52:54:00:');
    await hv1().virsh(['detach-disk', 'tiny', 'vdb']);
    await expect.poll(() => guest.command('disks'), { timeout: 10_000 }).not.toContain('vda');
  });

  it('boots Debian’s ordinary kernel on q35: SATA, USB and a framebuffer', async () => {
    const cdrom = await hv1().fullIso();
    const devices = `<input type='tablet' bus='usb'/>`;
    const guest = await start({ boot: 'cdrom', cdrom, machine: 'q35', memory: 384, video: 'bochs', devices });
    await guest.ready(90_000);
    await guest.command('settled', 30_000);
    expect(await guest.command('disks')).toMatch(/^sr0 /m);
    expect(await guest.command('draw fb', 30_000)).toMatch(/^drawn \d+,\d+$/);
    expect(await guest.command('sh grep -c Tablet /proc/bus/input/devices')).not.toBe('0');
  });

  it.runIf(efiLoaders()).each(['uefi', 'uefi-secure'] as const)('boots under %s', async (firmware) => {
    const guest = await start({ boot: 'cdrom', machine: 'q35', memory: 384, firmware });
    expect((await guest.ready(90_000))[2]).toBe('cdrom');
    expect(await guest.command('firmware')).toBe(firmware.replace('-', ' '));
  });
});
