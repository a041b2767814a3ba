import type { Console, Serial } from '../device/character.ts';
import { childElements } from '../dom.ts';
import type { XmlNode } from '../field/node.ts';
import { parentElement } from '../xml/namespaces.ts';
import type { Domain } from './domain.ts';

/**
 * True for the first console where it is another name of the first serial port: libvirt writes it beside each first
 * serial port, and gives it that one's host side whatever it says.
 */
export function isSerialConsole(node: XmlNode): boolean {
  const target = node.get('target/@type');
  if (target !== null && target !== 'serial') return false;
  const { element } = node;
  const devices = parentElement(element);
  if (!devices) return false;
  const siblings = childElements(devices);
  return (
    siblings.find((one) => one.nodeName === 'console') === element &&
    siblings.some((one) => one.nodeName === 'serial')
  );
}

/** The lowest number that no port of a list has. */
export function freePort(ports: Iterable<{ readonly port: number | null }>): number {
  const taken = new Set([...ports].map(({ port }) => port));
  let port = 0;
  while (taken.has(port)) port += 1;
  return port;
}

/** Adds a serial port to a terminal of the host, with the console that libvirt would add to the first one. */
export function addSerialPort(domain: Domain, targetType: string | null): Serial {
  const first = domain.serials.length === 0;
  const port = freePort(domain.serials.all);
  const device = domain.addDevice('serial', { type: 'pty', targetType, port });
  if (first && domain.consoles.length === 0) {
    domain.addDevice('console', { type: 'pty', targetType: 'serial', port: 0 });
  }
  return device;
}

/** Takes a serial port out; with the last one the console of it, out of which libvirt would make it again. */
export function removeSerialPort(domain: Domain, device: Serial): void {
  const twin: Console | undefined = domain.consoles.find(isSerialConsole);
  if (twin && domain.serials.length === 1) domain.removeDevice(twin);
  domain.removeDevice(device);
}
