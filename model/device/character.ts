import { attr, define, int, list, onOff, section, text, texts, yesNo } from '../field/index.ts';
import { bootable, device } from './common.ts';
import { reconnect } from './disk-source.ts';
import { SecurityLabel } from './security.ts';

export const CHARACTER_TYPE = [
  'pty',
  'unix',
  'tcp',
  'udp',
  'file',
  'dev',
  'pipe',
  'stdio',
  'null',
  'vc',
  'spicevmc',
  'spiceport',
  'qemu-vdagent',
  'dbus',
  'nmdm',
] as const;

/** The host's side of a character device (https://libvirt.org/formatdomain.html#host-interface). */
export class CharacterSource extends define({
  path: attr('@path'),
  append: onOff('@append'),
  mode: attr('@mode', ['connect', 'bind']),
  host: attr('@host'),
  service: attr('@service'),
  tls: yesNo('@tls'),
  channel: attr('@channel'),
  master: attr('@master'),
  slave: attr('@slave'),
  clipboard: yesNo('clipboard/@copypaste'),
  mouse: attr('mouse/@mode', ['client', 'server']),
  ...reconnect,
  securityLabels: list('seclabel', () => SecurityLabel),
}) {}

/** What all devices with a host side like a serial line have. */
export const character = {
  type: attr('@type', CHARACTER_TYPE),
  /** The pseudo-terminal, as old libvirt wrote it. */
  tty: attr('@tty'),
  source: section('source', () => CharacterSource),
  /** UDP has one source to connect to and one to bind. */
  sources: list('source', () => CharacterSource),
  protocol: attr('protocol/@type', ['raw', 'telnet', 'telnets', 'tls']),
  logFile: attr('log/@file'),
  logAppend: onOff('log/@append'),
} as const;

export const SERIAL_TARGET = [
  'isa-serial',
  'usb-serial',
  'pci-serial',
  'spapr-vio-serial',
  'system-serial',
  'sclp-serial',
  'isa-debug',
] as const;

export class Serial extends define(
  {
    ...character,
    targetType: attr('target/@type', SERIAL_TARGET),
    port: int('target/@port'),
    model: attr('target/model/@name', [
      'isa-serial',
      'usb-serial',
      'pci-serial',
      'spapr-vty',
      'pl011',
      '16550a',
      'sclpconsole',
      'sclplmconsole',
      'isa-debugcon',
    ]),
    ...device,
  },
  'serial',
) {}

export class Parallel extends define(
  {
    ...character,
    targetType: attr('target/@type'),
    port: int('target/@port'),
    model: attr('target/model/@name'),
    ...device,
  },
  'parallel',
) {}

export class Console extends define(
  {
    ...character,
    targetType: attr('target/@type', ['serial', 'virtio', 'xen', 'lxc', 'openvz', 'uml', 'sclp', 'sclplm']),
    port: int('target/@port'),
    model: attr('target/model/@name'),
    ...device,
  },
  'console',
) {}

/** A private line between host and guest: the guest agent's, SPICE's. */
export class Channel extends define(
  {
    ...character,
    targetType: attr('target/@type', ['virtio', 'guestfwd', 'xen']),
    name: attr('target/@name'),
    state: attr('target/@state', ['connected', 'disconnected']),
    targetAddress: attr('target/@address'),
    targetPort: int('target/@port'),
    ...device,
  },
  'channel',
) {}

export class Smartcard extends define(
  {
    ...character,
    mode: attr('@mode', ['host', 'host-certificates', 'passthrough']),
    /** The three certificates of mode `host-certificates`. */
    certificates: texts('certificate'),
    database: text('database'),
    targetType: attr('target/@type'),
    port: int('target/@port'),
    targetModel: attr('target/model/@name'),
    ...device,
  },
  'smartcard',
) {}

export class UsbRedirection extends define(
  {
    ...character,
    bus: attr('@bus', ['usb']),
    ...bootable,
    ...device,
  },
  'redirdev',
) {}
