import { attr, define, list, texts } from '../field/index.ts';

export class CommandArgument extends define({ value: attr('@value') }) {}
export class CommandEnvironment extends define({ name: attr('@name'), value: attr('@value') }) {}

/** Arguments and environment that libvirt passes to QEMU unseen. Unsupported by libvirt's makers. */
export class QemuCommandline extends define({
  args: list('qemu:arg', () => CommandArgument),
  env: list('qemu:env', () => CommandEnvironment),
}) {}

export class QemuProperty extends define({
  name: attr('@name'),
  type: attr('@type', ['string', 'unsigned', 'signed', 'bool', 'remove']),
  value: attr('@value'),
}) {}

/** Properties of QEMU's device that override what libvirt sets. */
export class QemuDeviceOverride extends define({
  alias: attr('@alias'),
  properties: list('qemu:frontend/qemu:property', () => QemuProperty),
}) {}

/** Capabilities of QEMU that libvirt shall assume or not, by its internal names. */
export class QemuCapabilities extends define({
  add: texts('qemu:add/@capability'),
  remove: texts('qemu:del/@capability'),
}) {}

/** Namespaces that a container shares with another one or with the host. */
export class LxcNamespaces extends define({
  networkType: attr('lxc:sharenet/@type', ['netns', 'name', 'pid']),
  network: attr('lxc:sharenet/@value'),
  ipcType: attr('lxc:shareipc/@type', ['name', 'pid']),
  ipc: attr('lxc:shareipc/@value'),
  utsType: attr('lxc:shareuts/@type', ['name', 'pid']),
  uts: attr('lxc:shareuts/@value'),
}) {}

export class XenCommandline extends define({ args: list('xen:arg', () => CommandArgument) }) {}

export class BhyveCommandline extends define({
  args: list('bhyve:arg', () => CommandArgument),
  env: list('bhyve:env', () => CommandEnvironment),
}) {}
