import { Graphics } from '../device/display.ts';
import type { DomElement } from '../dom.ts';
import { findElements } from '../path/get.ts';

/**
 * Takes out what says the same twice and was true for the old value only. libvirt writes the address of a display's
 * first listener a second time into the display itself, and refuses a definition in which the two differ.
 */
export function tidy(root: DomElement): void {
  for (const element of findElements(root, 'devices/graphics')) {
    const graphics = new Graphics(element);
    const first = graphics.listens.at(0);
    if (!first) continue;
    if (graphics.listenAddress !== first.address) graphics.listenAddress = null;
    if (graphics.socket !== first.socket) graphics.socket = null;
  }
}
