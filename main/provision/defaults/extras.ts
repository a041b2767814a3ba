import type { Platform } from '../../../contract/index.ts';
import {
  type Chosen,
  chosen,
  type DefaultsContext,
  hasPcie,
  isContainer,
  isX86,
  kindOf,
  option,
  yesNo,
} from './context.ts';

/** Ports for what is plugged in while the machine runs: each takes one device. */
const FREE_PORTS = 8;

/** Whether QEMU runs the machine, or libvirt's test driver that takes everything. */
function isQemu({ type }: DefaultsContext): boolean {
  return ['kvm', 'qemu', 'hvf', 'test'].includes(type);
}

/** Without a tablet the pointer of the guest does not follow that of the user. */
export function chooseTablet(context: DefaultsContext, platform: Pick<Platform, 'graphics' | 'usb'>) {
  const bus = tabletBus(context, platform.usb);
  const refusal = bus === null ? 'A tablet takes USB or virtio.' : null;
  const value = platform.graphics !== 'none' && refusal === null;
  return chosen(context.choices.tablet, value, yesNo(refusal));
}

/** Where a tablet can be plugged in; null: nowhere. */
export function tabletBus(context: Pick<DefaultsContext, 'arch' | 'type'>, usb: string): string | null {
  if (context.type === 'lxc') return null;
  if (usb !== 'none' || context.type === 'xen') return 'usb';
  return isX86(context) ? null : 'virtio';
}

export function chooseAgent(context: DefaultsContext): Chosen<boolean> {
  const { os } = context;
  const refusal = isQemu(context) ? null : 'The guest agent is one of QEMU’s.';
  const value = refusal === null && os.agentChannels.includes('org.qemu.guest_agent.0');
  return chosen(context.choices.guestAgent, value, yesNo(refusal));
}

export function chooseRng(context: DefaultsContext): Chosen<boolean> {
  const has = isQemu(context) && context.capabilities.rng.models.length > 0;
  const refusal = has ? null : `There is no virtio-rng for ${kindOf(context)} on this host.`;
  return chosen(context.choices.rng, has && context.os.drivers.virtioRng, yesNo(refusal));
}

export function chooseBalloon(context: DefaultsContext): Chosen<boolean> {
  if (isContainer(context)) return chosen(undefined, false, yesNo('A container shares the host’s memory.'));
  if (context.type === 'xen') return chosen(context.choices.balloon, true, yesNo(null));
  return chosen(context.choices.balloon, context.os.drivers.virtioBalloon, yesNo(null));
}

export function chooseDiscard(context: DefaultsContext): Chosen<boolean> {
  const refusal = isQemu(context) ? null : 'Only QEMU gives freed blocks back.';
  return chosen(context.choices.discard, refusal === null, yesNo(refusal));
}

export function choosePorts(context: DefaultsContext): Chosen<number> {
  if (!isQemu(context) || !hasPcie(context)) {
    return { value: 0, reason: null, options: [option('0', 'None: no PCI Express')] };
  }
  const counts = [0, 4, FREE_PORTS, 16, 32];
  const reason = 'Each takes a device that is added while the machine runs.';
  return chosen(
    context.choices.hotplugPorts,
    FREE_PORTS,
    counts.map((count) => option(String(count))),
    reason,
  );
}
