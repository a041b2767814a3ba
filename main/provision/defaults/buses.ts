import {
  type Chosen,
  chosen,
  type DefaultsContext,
  isContainer,
  isParavirtual,
  isQ35,
  isX86,
  offered,
  option,
} from './context.ts';

const BUSES: readonly (readonly [bus: string, label: string])[] = [
  ['virtio', 'virtio'],
  ['scsi', 'SCSI'],
  ['sata', 'SATA'],
  ['ide', 'IDE'],
  ['usb', 'USB'],
  ['xen', 'Xen'],
  ['sd', 'SD card'],
];

const CARDS: readonly (readonly [model: string, label: string])[] = [
  ['virtio', 'virtio'],
  ['e1000e', 'Intel e1000e'],
  ['e1000', 'Intel e1000'],
  ['rtl8139', 'Realtek RTL8139'],
  ['igb', 'Intel igb'],
  ['vmxnet3', 'VMware vmxnet3'],
  ['spapr-vlan', 'sPAPR VLAN'],
  ['netfront', 'Xen'],
  ['pcnet', 'PCnet'],
];

/** A container has neither buses nor models. */
const NOTHING: Chosen<string> = { value: 'none', reason: null, options: [option('none', 'None')] };

export function chooseDiskBus(context: DefaultsContext): Chosen<string> {
  if (isContainer(context)) return NOTHING;
  const { os, capabilities, choices } = context;
  const buses = capabilities.disk.buses;
  const wanted = [
    ...(os.drivers.virtioBlock ? ['virtio'] : []),
    ...(os.drivers.virtioScsi && !isX86(context) ? ['scsi'] : []),
    ...plainBuses(context),
  ];
  const value = wanted.find((bus) => buses.includes(bus)) ?? buses[0] ?? 'virtio';
  const slow = !os.drivers.virtioBlock && value !== 'virtio' && value !== 'xen';
  const reason = slow && !os.generic ? `${os.name} has no driver for virtio disks of its own.` : null;
  return chosen(choices.diskBus, value, known(BUSES, buses, context), reason);
}

/** What the board has without further drivers, best first. */
function plainBuses(context: DefaultsContext): string[] {
  if (context.type === 'xen') return isParavirtual(context) ? ['xen'] : ['xen', 'ide'];
  if (isX86(context)) return isQ35(context.machine) ? ['sata', 'ide'] : ['ide', 'sata'];
  if (/^ppc/.test(context.arch)) return ['scsi', 'virtio'];
  return ['virtio', 'scsi', 'usb'];
}

export function chooseCdromBus(context: DefaultsContext): Chosen<string> {
  if (isContainer(context)) return NOTHING;
  const { capabilities, choices } = context;
  const buses = capabilities.disk.buses;
  const wanted = drivesBuses(context);
  const value = wanted.find((bus) => buses.includes(bus)) ?? buses[0] ?? 'sata';
  const options = known(
    BUSES.filter(([bus]) => bus !== 'virtio' && bus !== 'sd'),
    buses,
    context,
  );
  return chosen(choices.cdromBus, value, options);
}

function drivesBuses(context: DefaultsContext): string[] {
  if (context.type === 'xen') return isParavirtual(context) ? ['xen'] : ['ide', 'xen'];
  if (isX86(context)) return isQ35(context.machine) ? ['sata'] : ['ide', 'sata'];
  return ['scsi', 'usb'];
}

export function chooseCard(context: DefaultsContext): Chosen<string> {
  if (isContainer(context)) return NOTHING;
  const { capabilities, choices, os } = context;
  const models = capabilities.interfaceModels;
  const value = wantedCards(context).find((model) => models.includes(model)) ?? models[0] ?? 'virtio';
  const slow = !os.drivers.virtioNet && value !== 'virtio' && context.type !== 'xen';
  const reason = slow && !os.generic ? `${os.name} has no driver for virtio network cards of its own.` : null;
  return chosen(choices.cardModel, value, known(CARDS, models, context), reason);
}

function wantedCards(context: DefaultsContext): string[] {
  const { drivers } = context.os;
  // Only emulated cards have a ROM to boot from.
  if (context.type === 'xen') return isParavirtual(context) ? ['netfront'] : ['e1000', 'rtl8139'];
  return [
    ...(drivers.virtioNet ? ['virtio'] : []),
    ...(drivers.e1000e && isQ35(context.machine) ? ['e1000e'] : []),
    ...(/^ppc/.test(context.arch) ? ['spapr-vlan'] : []),
    ...(drivers.e1000 ? ['e1000'] : []),
    ...(drivers.rtl8139 ? ['rtl8139'] : []),
    ...(isX86(context) ? ['e1000'] : ['virtio']),
  ];
}

const USB: readonly (readonly [model: string, label: string])[] = [
  ['qemu-xhci', 'USB 3'],
  ['ich9-ehci1', 'USB 2'],
  ['piix3-uhci', 'USB 1'],
  ['none', 'None'],
];

/** USB 1 and 2 are those of the PC's chipsets; boards of other kinds have what stands in a PCI slot. */
export function chooseUsb(context: DefaultsContext): Chosen<string> {
  const { os, choices } = context;
  const qemu = ['kvm', 'qemu', 'hvf', 'test'].includes(context.type);
  if (!qemu || isContainer(context)) {
    const own = option('none', 'The hypervisor’s own choice');
    return chosen(choices.usb, 'none', [own]);
  }
  const without = 'There is no USB on machines of this architecture.';
  const mainframe = /^s390/.test(context.arch);
  const options = USB.filter(([model]) => isX86(context) || ['qemu-xhci', 'none'].includes(model)).map(
    ([model, label]) => option(model, label, mainframe && model !== 'none' ? without : null),
  );
  const best = os.drivers.usb3 || !isX86(context) ? 'qemu-xhci' : 'ich9-ehci1';
  return chosen(choices.usb, mainframe ? 'none' : best, options);
}

/** Those of the list that the host has, and those everybody knows, refused where it has them not. */
function known(
  list: readonly (readonly [string, string])[],
  has: readonly string[],
  context: DefaultsContext,
) {
  const usual = ['virtio', 'sata', 'scsi', 'e1000e', 'e1000'];
  return offered(
    list.filter(([value]) => usual.includes(value) || has.includes(value)),
    has,
    context,
  );
}
