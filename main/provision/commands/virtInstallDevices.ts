import type { CardSpec } from '../../../contract/index.ts';
import { isContainer, isX86 } from '../defaults/context.ts';
import { tabletBus } from '../defaults/extras.ts';
import { defineMachine } from '../definition/define.ts';
import type { MachineParts } from '../definition/parts.ts';
import { isQemu } from '../definition/system.ts';
import type { MachinePlan } from '../plan/types.ts';
import { value } from './virtInstall.ts';
import { orderOf } from './virtInstallStorage.ts';

/** Network cards, display and everything else that virt-install would choose by itself. */
export function deviceArguments(plan: MachinePlan): string[] {
  const { parts } = plan.outline;
  const order = orderOf(plan);
  const cards = parts.cards.flatMap((card, index) => [
    '--network',
    cardWords(parts, card, order('network', index)),
  ]);
  const network = cards.length === 0 ? ['--network', 'none'] : cards;
  if (isContainer(parts.context)) return network;
  return [...network, ...displayWords(parts), ...(isQemu(parts.context.type) ? extraWords(parts) : [])];
}

function cardWords(parts: MachineParts, card: CardSpec, order: number | null): string {
  const source = {
    network: () => `network=${value('name' in card ? card.name : '')}`,
    bridge: () => `bridge=${value('name' in card ? card.name : '')}`,
    direct: () => `type=direct,source=${value('device' in card ? card.device : '')},source.mode=bridge`,
    user: () => 'type=user',
  }[card.kind]();
  const model = card.model ?? parts.platform.cardModel;
  const words = [source];
  if (!isContainer(parts.context) && model !== 'none') words.push(`model.type=${model}`);
  if (card.mac !== null) words.push(`mac.address=${card.mac}`);
  if (order !== null) words.push(`boot.order=${order}`);
  return words.join(',');
}

function displayWords({ platform, context }: MachineParts): string[] {
  const bus = tabletBus(context, platform.usb);
  return [
    ...['--graphics', platform.graphics],
    ...['--video', platform.video],
    ...['--sound', platform.sound],
    ...(platform.tablet && bus !== null ? ['--input', `tablet,bus=${bus}`] : ['--input', 'none']),
    ...(platform.tablet && bus !== null && !isX86(context) ? ['--input', `keyboard,bus=${bus}`] : []),
  ];
}

function extraWords(parts: MachineParts): string[] {
  const { platform, context } = parts;
  const domain = defineMachine(parts);
  const scsi = domain.controllers.find((one) => one.type === 'scsi')?.model ?? null;
  const tpm = domain.tpms.at(0);
  const agent = 'unix,target.type=virtio,target.name=org.qemu.guest_agent.0';
  const spice = 'spicevmc,target.type=virtio,target.name=com.redhat.spice.0';
  const channels = [
    ...(platform.guestAgent ? [agent] : []),
    ...(platform.graphics === 'spice' ? [spice] : []),
  ];
  return [
    ...usbWords(platform.usb, /^s390/.test(context.arch)),
    ...(scsi === null ? [] : ['--controller', `scsi,model=${scsi}`]),
    ...(channels.length === 0 ? ['--channel', 'none'] : channels.flatMap((one) => ['--channel', one])),
    ...['--tpm', tpm ? `emulator,model=${tpm.model ?? ''},version=${platform.tpm}` : 'none'],
    ...['--rng', platform.rng ? '/dev/urandom' : 'none'],
    ...['--memballoon', platform.balloon ? 'virtio' : 'none'],
  ];
}

function usbWords(model: string, mainframe: boolean): string[] {
  if (mainframe) return [];
  if (model === 'qemu-xhci') return ['--controller', 'usb3'];
  if (model === 'ich9-ehci1') return ['--controller', 'usb2'];
  return ['--controller', `usb,model=${model}`];
}
