import { attr, define, list, text, texts } from '../field/index.ts';

export class SysinfoEntry extends define({
  name: attr('@name'),
  file: attr('@file'),
  value: text('.'),
}) {}

export class SysinfoProcessor extends define({ entries: list('entry', () => SysinfoEntry) }) {}
export class BaseBoard extends define({ entries: list('entry', () => SysinfoEntry) }) {}

/** What the firmware tables say of the machine, or what QEMU's fw_cfg hands to the guest. */
export class Sysinfo extends define({
  type: attr('@type', ['smbios', 'fwcfg']),
  bios: list('bios/entry', () => SysinfoEntry),
  system: list('system/entry', () => SysinfoEntry),
  baseBoards: list('baseBoard', () => BaseBoard),
  chassis: list('chassis/entry', () => SysinfoEntry),
  processors: list('processor', () => SysinfoProcessor),
  memoryDevices: list('memory_device', () => SysinfoProcessor),
  oemStrings: texts('oemStrings/entry'),
  entries: list('entry', () => SysinfoEntry),
}) {}
