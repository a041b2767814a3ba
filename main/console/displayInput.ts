import type { DisplayInput } from '../../contract/index.ts';
import { findElements, getPath, type parseDocument } from '../../model/index.ts';

type Domain = ReturnType<typeof parseDocument>;

/** What a machine takes keys and text with, from its definition. */
export function displayInput(domain: Domain): DisplayInput {
  return {
    keyboard: keyboardOf(domain),
    lineEnd: isWindows(domain) ? '\r\n' : '\n',
    clipboardRefusal: clipboardRefusal(domain),
  };
}

/**
 * QEMU gives keys to one keyboard: to a virtio one once the guest has a driver for it, else to a USB one, else to that
 * of PS/2, which machines of the PC family always have (qemu_input_handler_activate in hw/input/virtio-input-hid.c and
 * hw/input/hid.c).
 */
function keyboardOf(domain: Domain): DisplayInput['keyboard'] {
  const buses = findElements(domain, 'devices/input')
    .filter((element) => getPath(element, '@type') === 'keyboard')
    .map((element) => getPath(element, '@bus'));
  if (buses.includes('virtio')) return 'virtio';
  return buses.includes('usb') ? 'usb' : 'ps2';
}

/** By libosinfo's address, which the definition of most machines has: http://microsoft.com/win/10. */
function isWindows(domain: Domain): boolean {
  const os = getPath(domain, 'metadata/libosinfo:libosinfo/libosinfo:os/@id') ?? '';
  return /^https?:\/\/microsoft\.com\//.test(os);
}

/** QEMU hands the text over through its own agent's channel (libvirt: "channel", "qemu-vdagent"). */
function clipboardRefusal(domain: Domain): string | null {
  const channels = findElements(domain, 'devices/channel').filter(
    (element) => getPath(element, '@type') === 'qemu-vdagent',
  );
  if (channels.length === 0)
    return 'The machine has no channel for the clipboard. Add a channel of type qemu-vdagent in Hardware, with copy and paste.';
  if (channels.some((element) => getPath(element, 'source/clipboard/@copypaste') === 'yes')) return null;
  return 'The qemu-vdagent channel of the machine does not pass the clipboard. Switch copy and paste on in Hardware.';
}
