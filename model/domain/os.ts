import { DISK_TYPE, DiskSource } from '../device/disk-source.ts';
import { attr, define, int, list, section, text, texts, yesNo } from '../field/index.ts';

export const BOOT_DEVICE = ['hd', 'cdrom', 'network', 'fd'] as const;

export class BootDevice extends define({ dev: attr('@dev', BOOT_DEVICE) }) {}

/** A feature that the automatically chosen firmware must or must not have. */
export class FirmwareFeature extends define({
  name: attr('@name', ['secure-boot', 'enrolled-keys']),
  enabled: yesNo('@enabled'),
}) {}

export class AcpiTable extends define({
  type: attr('@type', ['slic', 'msdm', 'raw', 'rawset']),
  path: text('.'),
}) {}

export class InitEnvironment extends define({ name: attr('@name'), value: text('.') }) {}

/** What the machine is and what it boots (https://libvirt.org/formatdomain.html#operating-system-booting). */
export class OperatingSystem extends define({
  type: text('type', ['hvm', 'linux', 'xen', 'xenpvh', 'exe', 'uml']),
  arch: attr('type/@arch'),
  machine: attr('type/@machine'),
  firmware: attr('@firmware', ['bios', 'efi']),
  firmwareFeatures: list('firmware/feature', () => FirmwareFeature),
  loader: text('loader'),
  loaderReadonly: yesNo('loader/@readonly'),
  loaderSecure: yesNo('loader/@secure'),
  loaderStateless: yesNo('loader/@stateless'),
  loaderType: attr('loader/@type', ['rom', 'pflash']),
  loaderFormat: attr('loader/@format', ['raw', 'qcow2']),
  nvram: text('nvram'),
  nvramTemplate: attr('nvram/@template'),
  nvramTemplateFormat: attr('nvram/@templateFormat', ['raw', 'qcow2']),
  nvramFormat: attr('nvram/@format', ['raw', 'qcow2']),
  nvramType: attr('nvram/@type', DISK_TYPE),
  nvramSource: section('nvram/source', () => DiskSource),
  varstore: attr('varstore/@path'),
  varstoreTemplate: attr('varstore/@template'),
  boot: list('boot', () => BootDevice),
  bootMenu: yesNo('bootmenu/@enable'),
  /** Milliseconds. */
  bootMenuTimeout: int('bootmenu/@timeout'),
  kernel: text('kernel'),
  initrd: text('initrd'),
  shim: text('shim'),
  cmdline: text('cmdline'),
  dtb: text('dtb'),
  root: text('root'),
  acpiTables: list('acpi/table', () => AcpiTable),
  smbios: attr('smbios/@mode', ['emulate', 'host', 'sysinfo']),
  biosUseSerial: yesNo('bios/@useserial'),
  /** Milliseconds; -1 does not reboot. */
  biosRebootTimeout: int('bios/@rebootTimeout'),
  init: text('init'),
  initArgs: texts('initarg'),
  initEnvironment: list('initenv', () => InitEnvironment),
  initDir: text('initdir'),
  initUser: text('inituser'),
  initGroup: text('initgroup'),
}) {}
