import type { Channel, Domain } from '../../../../../model/index.ts';
import type { Creation } from '../form.tsx';

/** What channels with these names are for. */
export const PURPOSES: Readonly<Record<string, string>> = {
  'org.qemu.guest_agent.0': 'QEMU guest agent',
  'com.redhat.spice.0': 'Desktop agent',
  'org.libguestfs.channel.0': 'libguestfs',
  'org.spice-space.webdav.0': 'Shared folder of the SPICE client',
};

/** What does not work any more without a channel. */
export const LOSSES: Readonly<Record<string, string>> = {
  'org.qemu.guest_agent.0':
    'The guest agent cannot be reached: no addresses from it, no orderly freezing of its disks, no password changes.',
  'com.redhat.spice.0': 'Clipboard and screen size are not shared with the guest any more.',
  'org.spice-space.webdav.0': 'The SPICE client cannot share a folder any more.',
};

/** Why there cannot be another channel of that name; null: there can. */
function taken(name: string, domain: Domain): string | null {
  const found = domain.channels.all.some((channel) => channel.name === name);
  return found ? 'This machine has it already.' : null;
}

function noChannels({ type }: Domain): string | null {
  return type === 'lxc' || type === 'bhyve' ? 'Machines of this hypervisor have no channels.' : null;
}

function hasSpice(domain: Domain): boolean {
  return domain.graphics.all.some(({ type }) => type === 'spice');
}

interface Usual {
  id: string;
  label: string;
  description: string;
  type: string;
  name: string;
}

const USUAL: readonly Usual[] = [
  {
    id: 'channel-agent',
    label: 'Channel of the guest agent',
    description: 'Through it the host asks the guest’s agent for addresses, users and quiet disks.',
    type: 'unix',
    name: 'org.qemu.guest_agent.0',
  },
  {
    id: 'channel-spice',
    label: 'Channel of the SPICE agent',
    description: 'Clipboard and screen size of SPICE clients.',
    type: 'spicevmc',
    name: 'com.redhat.spice.0',
  },
  {
    id: 'channel-vdagent',
    label: 'Channel for the clipboard over VNC',
    description: 'The same agent in the guest, with QEMU in the place of SPICE.',
    type: 'qemu-vdagent',
    name: 'com.redhat.spice.0',
  },
  {
    id: 'channel-webdav',
    label: 'Channel for the client’s folder',
    description: 'SPICE clients share a folder with the guest.',
    type: 'spiceport',
    name: 'org.spice-space.webdav.0',
  },
  {
    id: 'channel-libguestfs',
    label: 'Channel of libguestfs',
    description: 'Tools of the host look into the running guest.',
    type: 'unix',
    name: 'org.libguestfs.channel.0',
  },
];

function creation({ id, label, description, type, name }: Usual): Creation<'channel'> {
  return {
    id,
    label,
    description,
    reason: (domain) => {
      if ((type === 'spicevmc' || type === 'spiceport') && !hasSpice(domain)) {
        return 'This needs a SPICE display.';
      }
      return noChannels(domain) ?? taken(name, domain);
    },
    make: (domain): Channel => {
      const source =
        type === 'spiceport' ? { channel: name } : type === 'qemu-vdagent' ? { clipboard: true } : {};
      return domain.addDevice('channel', { type, source, targetType: 'virtio', name });
    },
  };
}

/** The usual channels, and one for programs of one's own. */
export const channelCreations: readonly Creation<'channel'>[] = [
  ...USUAL.map(creation),
  {
    id: 'channel',
    label: 'Channel',
    description: 'A line between a program in the guest and one on the host.',
    reason: noChannels,
    make: (domain) =>
      domain.addDevice('channel', { type: 'unix', targetType: 'virtio', name: freeName(domain) }),
  },
];

function freeName(domain: Domain): string {
  const names = new Set(domain.channels.all.map(({ name }) => name));
  for (let number = 0; ; number += 1) {
    const name = `org.example.channel.${number}`;
    if (!names.has(name)) return name;
  }
}
