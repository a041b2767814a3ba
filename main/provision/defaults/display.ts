import type { Platform } from '../../../contract/index.ts';
import {
  type Chosen,
  chosen,
  type DefaultsContext,
  isContainer,
  isX86,
  kindOf,
  offered,
  option,
} from './context.ts';

const GRAPHICS: readonly (readonly [Platform['graphics'], string])[] = [
  ['vnc', 'VNC'],
  ['spice', 'SPICE'],
  ['none', 'None'],
];

/** VNC is what Virtdeck shows; on mainframes one works on the text console. */
export function chooseGraphics(context: DefaultsContext): Chosen<Platform['graphics']> {
  const { capabilities, choices, arch } = context;
  const options = offered(GRAPHICS, capabilities.graphics.types, context);
  const possible = options.find((one) => one.value === 'vnc')?.refusal === null;
  const text = /^s390/.test(arch);
  const value = possible && !text && !isContainer(context) ? 'vnc' : 'none';
  const reason = text ? `${arch} machines are used through their text console.` : null;
  return chosen(choices.graphics, value, options, reason);
}

const VIDEO: readonly (readonly [model: string, label: string])[] = [
  ['virtio', 'virtio'],
  ['qxl', 'QXL'],
  ['vga', 'VGA'],
  ['bochs', 'Bochs'],
  ['ramfb', 'ramfb'],
  ['cirrus', 'Cirrus'],
  ['vmvga', 'VMware'],
  ['xen', 'Xen'],
  ['gop', 'GOP'],
  ['none', 'None'],
];

/** @param graphics and firmware that were chosen */
export function chooseVideo(
  context: DefaultsContext,
  graphics: Platform['graphics'],
  firmware: Platform['firmware'],
): Chosen<string> {
  const { capabilities, choices } = context;
  const models = capabilities.video.models;
  const known = VIDEO.filter(([model]) => isCommon(model) || models.includes(model));
  const options = offered(known, models, context);
  const value =
    graphics === 'none' ? 'none' : (bestVideo(context, graphics, firmware) ?? models[0] ?? 'none');
  return chosen(choices.video, value, options);
}

/** What is worth being shown as refused. */
function isCommon(model: string): boolean {
  return ['virtio', 'qxl', 'vga', 'bochs', 'none'].includes(model);
}

function bestVideo(
  context: DefaultsContext,
  graphics: Platform['graphics'],
  firmware: Platform['firmware'],
): string | undefined {
  const { capabilities, os } = context;
  const wanted = [
    // The firmware of POWER boards draws on VGA only.
    ...(/^ppc/.test(context.arch) ? ['vga'] : []),
    ...(os.drivers.virtioGpu ? ['virtio'] : []),
    ...(graphics === 'spice' && os.drivers.qxl ? ['qxl'] : []),
    // Bochs is VGA without what only a BIOS needs.
    ...(firmware === 'efi' && isX86(context) ? ['bochs'] : []),
    ...(isX86(context) ? ['vga'] : ['ramfb', 'virtio']),
    'xen',
    'gop',
  ];
  return wanted.find((model) => capabilities.video.models.includes(model));
}

const SOUND: readonly (readonly [model: string, label: string])[] = [
  ['none', 'None'],
  ['ich9', 'HDA (ICH9)'],
  ['ich6', 'HDA (ICH6)'],
  ['ac97', 'AC97'],
  ['es1370', 'ES1370'],
  ['sb16', 'Sound Blaster 16'],
  ['usb', 'USB'],
];

/** VNC carries no sound here: there is a card where SPICE is the display. */
export function chooseSound(context: DefaultsContext, graphics: Platform['graphics']): Chosen<string> {
  const { capabilities, choices, os } = context;
  const models = capabilities.soundModels;
  const known = SOUND.filter(([model]) => model === 'none' || models.includes(model));
  const options =
    known.length > 1 ? offered(known, models, context) : [option('none', 'None'), noSound(context)];
  const best = os.drivers.sound.find((model) => models.includes(model));
  return chosen(choices.sound, graphics === 'spice' && best ? best : 'none', options);
}

function noSound(context: DefaultsContext) {
  return option('ich9', 'HDA (ICH9)', `There is no sound card for ${kindOf(context)}.`);
}
