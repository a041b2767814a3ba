import { expect, type Locator } from '@playwright/test';
import { HardwarePage } from '../../pages/hardware.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const NAME = 'desk1';

const XML = `<domain type='qemu'><name>${NAME}</name><memory unit='MiB'>512</memory><vcpu>1</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>
  <devices>
    <controller type='usb' index='0' model='qemu-xhci'/>
    <interface type='network'><mac address='52:54:00:31:00:01'/><source network='default'/>
      <bandwidth><inbound average='1000' peak='2000' burst='512'/></bandwidth><model type='virtio'/>
      <filterref filter='clean-traffic'><parameter name='IP' value='192.168.122.9'/></filterref><boot order='1'/></interface>
    <interface type='bridge'><mac address='52:54:00:31:00:02'/><source bridge='br0'/><vlan trunk='yes'><tag id='42'/>
      <tag id='43' nativeMode='untagged'/></vlan><virtualport type='openvswitch'/><model type='e1000e'/></interface>
    <serial type='tcp'><source mode='bind' host='127.0.0.1' service='4000'/><protocol type='telnet'/>
      <log file='/var/log/libvirt/desk1.log'/></serial>
    <parallel type='file'><source path='/tmp/printed'/></parallel>
    <console type='pty'><target type='serial'/></console>
    <console type='pty'><target type='virtio' port='1'/></console>
    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
    <channel type='spicevmc'><target type='virtio' name='com.redhat.spice.0'/></channel>
    <input type='tablet' bus='usb'/>
    <input type='evdev'><source dev='/dev/input/event3' grab='all' repeat='on'/></input>
    <tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>
    <graphics type='vnc' autoport='yes' passwd='geheim' passwdValidTo='2035-01-01T00:00:00'>
      <listen type='address' address='0.0.0.0'/></graphics>
    <graphics type='spice' autoport='yes'><listen type='address' address='192.168.1.10'/></graphics>
    <sound model='ich9'><codec type='micro'/><audio id='1'/></sound>
    <audio id='1' type='spice'/>
    <audio id='2' type='pulseaudio' serverName='/run/user/1000/pulse/native'/>
    <video><model type='virtio' heads='1'><acceleration accel3d='yes'/></model></video>
    <video><model type='qxl'/></video>
    <watchdog model='i6300esb' action='reset'/>
    <rng model='virtio'><rate bytes='1024' period='1000'/><backend model='random'>/dev/urandom</backend></rng>
    <panic model='isa'/>
  </devices></domain>`;

async function open(stage: Stage): Promise<HardwarePage> {
  await stage.furnish('hv1');
  const host = stage.host('hv1');
  const there = await host.virsh(['list', '--all', '--name']);
  if (!there.split('\n').includes(NAME)) {
    await host.define(XML);
    stage.atEnd(() => host.virshAny(['undefine', NAME]));
  }
  await stage.openMachine(NAME);
  const hardware = new HardwarePage(stage.page);
  await hardware.open();
  const discard = hardware.bar.getByRole('button', { name: 'Discard' });
  if (await discard.isVisible()) await discard.click();
  return hardware;
}

/** A device as it is; `group`: the part of its form that is looked at. */
function shown(name: string, item: RegExp, group?: string): Scene {
  const sight = (stage: Stage): Locator => stage.page.locator('legend', { hasText: group ?? '' }).last();
  return {
    name: `desktop-devices-${name}`,
    open: async (stage) => {
      const hardware = await open(stage);
      await hardware.item(item).first().click();
    },
    ...(group !== undefined && { sight }),
  };
}

/** A new device, before it is added. */
function added(name: string, label: string, then?: (dialog: Locator) => Promise<void>): Scene {
  return {
    name: `desktop-devices-${name}`,
    open: async (stage) => {
      const hardware = await open(stage);
      const dialog = await hardware.add(label);
      await then?.(dialog);
    },
  };
}

/** Network cards, displays, sound, input, lines and what watches over a machine. */
export const hardwareDesktop: readonly Scene[] = [
  shown('card', /^Network card 52:54:00:31:00:01/),
  shown('card-filter', /^Network card 52:54:00:31:00:01/, 'Filter'),
  shown('card-driver', /^Network card 52:54:00:31:00:01/, 'VirtIO'),
  shown('card-switch', /^Network card 52:54:00:31:00:02/, 'More'),
  shown('vnc', /^Display VNC/),
  shown('vnc-password', /^Display VNC/, 'Password'),
  shown('spice', /^Display SPICE/),
  shown('spice-clients', /^Display SPICE/, 'Compression'),
  shown('video', /^Graphics card.*VirtIO/),
  shown('video-qxl', /^Graphics card.*QXL/),
  shown('sound', /^Sound card/),
  shown('audio', /^Audio backend 2/),
  shown('tablet', /^Tablet/),
  shown('evdev', /^Keyboard or mouse/),
  shown('serial', /^Serial port/),
  shown('parallel', /^Parallel port/),
  shown('console', /^Console/),
  shown('channel', /^QEMU guest agent/),
  shown('tpm', /^TPM/),
  shown('rng', /^Random number generator/),
  shown('watchdog', /^Watchdog/),
  shown('panic', /^Panic notifier/),
  added('add-card', 'Network card', async (dialog) => {
    await dialog.getByLabel('Connected to').selectOption({ label: 'TCP server' });
    await expect(dialog.getByLabel('Port', { exact: true })).toBeVisible();
  }),
  added('add-channel', 'Channel'),
];
