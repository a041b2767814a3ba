import type { Channel, Console, Parallel, Serial, Smartcard, UsbRedirection } from '../device/character.ts';
import type { Domain } from '../domain/domain.ts';
import type { Init } from '../field/index.ts';

/** The host's side of a serial line; a pseudo-terminal if nothing is said. */
export interface LineOptions {
  readonly type?: string | undefined;
  /** File, device, pipe or socket, for the types that have one. */
  readonly path?: string | undefined;
  /** For sockets: `bind` if libvirt listens, `connect` if another program does. */
  readonly mode?: string | undefined;
  readonly host?: string | undefined;
  readonly service?: string | undefined;
  /** A file on the host that gets a copy of all output. */
  readonly logFile?: string | undefined;
}

function hostSide(options: LineOptions) {
  const { path, host, service } = options;
  const type = options.type ?? 'pty';
  const mode = options.mode ?? (['unix', 'tcp'].includes(type) && (path ?? host) ? 'bind' : undefined);
  return { type, source: { mode, path, host, service }, logFile: options.logFile };
}

export function addSerial(domain: Domain, options: LineOptions = {}, more?: Init<Serial>): Serial {
  return domain.addDevice('serial', { ...hostSide(options), ...more });
}

export function addParallel(domain: Domain, options: LineOptions = {}, more?: Init<Parallel>): Parallel {
  return domain.addDevice('parallel', { ...hostSide(options), ...more });
}

export function addConsole(domain: Domain, options: LineOptions = {}, more?: Init<Console>): Console {
  return domain.addDevice('console', { ...hostSide(options), ...more });
}

/** What the usual channels are for, and how they are wired. */
const CHANNELS = {
  /** The QEMU guest agent; libvirt chooses the socket. */
  agent: { type: 'unix', name: 'org.qemu.guest_agent.0' },
  /** SPICE's agent: clipboard and screen size. */
  spice: { type: 'spicevmc', name: 'com.redhat.spice.0' },
  /** The same agent's clipboard without SPICE. */
  vdagent: { type: 'qemu-vdagent', name: 'com.redhat.spice.0' },
  webdav: { type: 'spiceport', name: 'org.spice-space.webdav.0' },
} as const;

/** Adds one of the usual channels. */
export function addChannel(domain: Domain, purpose: keyof typeof CHANNELS, more?: Init<Channel>): Channel {
  const { type, name } = CHANNELS[purpose];
  const source =
    purpose === 'vdagent'
      ? { clipboard: true }
      : purpose === 'webdav'
        ? { channel: 'org.spice-space.webdav.0' }
        : {};
  return domain.addDevice('channel', { type, source, targetType: 'virtio', name, ...more });
}

/** A card reader: the host's cards, or those of the SPICE client. */
export function addSmartcard(domain: Domain, mode: 'host' | 'passthrough'): Smartcard {
  return domain.addDevice('smartcard', {
    mode,
    type: mode === 'passthrough' ? 'spicevmc' : undefined,
  });
}

/** A port into which the SPICE client plugs its USB devices. */
export function addUsbRedirection(domain: Domain): UsbRedirection {
  return domain.addDevice('redirdev', { bus: 'usb', type: 'spicevmc' });
}
