import {
  addChannel,
  addController,
  addGraphics,
  addInput,
  addSound,
  addUsbRedirection,
  addVideo,
  type Domain,
} from '../../../model/index.ts';
import { isX86 } from '../defaults/context.ts';
import { tabletBus } from '../defaults/extras.ts';
import type { MachineParts } from './parts.ts';
import { isQemu } from './system.ts';

/** Ports of a USB 3 controller: as many as QEMU's has. */
const USB_PORTS = 15;
/** Devices that can be redirected to a machine with SPICE at the same time. */
const REDIRECTIONS = 2;

/** Display, sound, pointer and USB. */
export function writeDesktop(domain: Domain, parts: MachineParts): void {
  const { platform, context } = parts;
  // Mainframes have no USB, and libvirt need not be told.
  if (isQemu(context.type) && !/^s390/.test(context.arch)) writeUsb(domain, platform.usb);
  const bus = tabletBus(context, platform.usb);
  if (platform.tablet && bus !== null) addInput(domain, 'tablet', bus);
  // Only PCs have a keyboard of their own.
  if (platform.tablet && bus !== null && !isX86(context)) addInput(domain, 'keyboard', bus);
  if (platform.graphics !== 'none') addGraphics(domain, platform.graphics);
  if (platform.video !== 'none') addVideo(domain, platform.video);
  // libvirt gives a machine with a display a card unless it is told that there is none.
  else if (platform.graphics !== 'none' && isQemu(context.type)) addVideo(domain, 'none');
  if (platform.sound !== 'none') addSound(domain, platform.sound);
  if (platform.graphics === 'spice' && isQemu(context.type)) writeSpice(domain, platform.usb !== 'none');
}

function writeUsb(domain: Domain, model: string): void {
  switch (model) {
    case 'qemu-xhci':
      addController(domain, 'usb', { index: 0, model, ports: USB_PORTS });
      return;
    case 'ich9-ehci1':
      addController(domain, 'usb', { index: 0, model });
      for (const [number, port] of [
        [1, 0],
        [2, 2],
        [3, 4],
      ] as const) {
        addController(domain, 'usb', { index: 0, model: `ich9-uhci${number}`, masterStartPort: port });
      }
      return;
    default:
      addController(domain, 'usb', { index: 0, model });
  }
}

/** The agent's channel, and ports for the client's devices. */
function writeSpice(domain: Domain, usb: boolean): void {
  addChannel(domain, 'spice');
  if (!usb) return;
  for (let count = 0; count < REDIRECTIONS; count += 1) addUsbRedirection(domain);
}
