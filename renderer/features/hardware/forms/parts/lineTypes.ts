import type { Domain } from '../../../../../model/index.ts';
import type { Option } from '../../fields/index.ts';
import { TYPE_WORDS } from './characterWords.ts';

/** What a serial, parallel or console line of the host can be connected to. */
export const LINE_TYPES = [
  'pty',
  'unix',
  'tcp',
  'udp',
  'file',
  'dev',
  'pipe',
  'null',
  'spiceport',
  'nmdm',
  'vc',
  'stdio',
  'dbus',
] as const;

/** What a channel can be connected to. */
export const CHANNEL_TYPES = [
  'unix',
  'spicevmc',
  'qemu-vdagent',
  'spiceport',
  'pty',
  'tcp',
  'udp',
  'file',
  'dev',
  'pipe',
  'null',
  'dbus',
] as const;

/** QEMU's own agent of the clipboard came with libvirt 8.4. */
const VDAGENT_SINCE = 8004;

/** The types with the reasons why this machine cannot have some of them. */
export function typeOptions(types: readonly string[], domain: Domain, libvirt: number | null): Option[] {
  return types.map((value) => ({
    value,
    label: TYPE_WORDS[value] ?? value,
    reason: reasonAgainst(value, domain, libvirt),
  }));
}

function reasonAgainst(type: string, domain: Domain, libvirt: number | null): string | null {
  const displays = domain.graphics.all.map((one) => one.type);
  if (domain.type === 'lxc') return type === 'pty' ? null : 'containers have terminals only';
  if (type === 'nmdm') return domain.type === 'bhyve' ? null : 'only with bhyve';
  if (type === 'spicevmc' || type === 'spiceport') {
    return displays.includes('spice') ? null : 'needs a SPICE display';
  }
  if (type === 'dbus') return displays.includes('dbus') ? null : 'needs a D-Bus display';
  if (type === 'qemu-vdagent' && libvirt !== null && libvirt < VDAGENT_SINCE) return 'needs libvirt 8.4';
  return null;
}

/** Why what it is connected to cannot work in this machine; null: it can. */
export function unreachable(type: string | null, domain: Domain): string | null {
  const displays = domain.graphics.all.map((one) => one.type);
  if ((type === 'spicevmc' || type === 'spiceport') && !displays.includes('spice')) {
    return (
      'The machine has no SPICE display, so there is no client to connect to: libvirt refuses it. Add one, or ' +
      'connect this to something else.'
    );
  }
  return null;
}
