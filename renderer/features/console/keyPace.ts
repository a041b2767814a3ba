import type { DisplayInput } from '../../../contract/index.ts';

/**
 * How long a guest may stand still while text is typed without losing a key, in ms: because other guests have the
 * processor, because the guest scrolls its screen with interrupts off. And for guests that lose some all the same.
 */
const STANDSTILL = 320;
const LONG_STANDSTILL = 1_280;

/**
 * How many codes a keyboard holds for a guest that does not read them. What comes when it is full is lost, and nobody
 * is told: RFB and libvirt have no answer to a key. The numbers are QEMU's: PS2_QUEUE_SIZE in hw/input/ps2.c,
 * QUEUE_LENGTH in include/hw/input/hid.h for USB, and for virtio the 64 buffers of its event queue
 * (hw/input/virtio-input.c), of which each change of a key takes two.
 */
const HELD: Readonly<Record<DisplayInput['keyboard'], number>> = { ps2: 16, usb: 16, virtio: 32 };

/**
 * QEMU hands on a change of a key each 10 ms (`key-delay-ms` of its VNC server) and keeps what comes faster, 341
 * changes at most (`queue_limit` in ui/input.c, three entries each), and loses the rest. It is late when the host is
 * busy: keys have to come more slowly than that.
 */
const HYPERVISOR_PACE = 15;

/**
 * Milliseconds for each code of a key, so that the machine's keyboard loses none. What no pace prevents: Linux repeats a
 * key of a USB or virtio keyboard by itself when QEMU gets no processor for a quarter of a second between the key's
 * going down and up. Those of PS/2 are not repeated.
 */
export function keyPace(keyboard: DisplayInput['keyboard'], slowly: boolean): number {
  return Math.max(HYPERVISOR_PACE, (slowly ? LONG_STANDSTILL : STANDSTILL) / HELD[keyboard]);
}

/** Keys with a prefix among those with which text is typed: two codes each (E0 38). */
const PREFIXED: readonly string[] = ['AltRight'];

/** How many codes a keyboard sends for these changes. */
export function codesOf(changes: readonly { readonly code: string }[]): number {
  return changes.reduce((sum, { code }) => sum + (PREFIXED.includes(code) ? 2 : 1), 0);
}
