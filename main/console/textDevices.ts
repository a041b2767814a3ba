import type { ConsoleInfo } from '../../contract/index.ts';
import { findElements, getPath, type parseDocument } from '../../model/index.ts';

type Element = ReturnType<typeof findElements>[number];
type Kind = 'serial' | 'parallel' | 'console' | 'channel';

const NAMES: Readonly<Record<Kind, string>> = {
  serial: 'Serial',
  parallel: 'Parallel',
  console: 'Console',
  channel: 'Channel',
};

/** Channels that programs use, not people. */
const MACHINE_CHANNELS = /^(org\.qemu\.guest_agent|com\.redhat\.spice|org\.libguestfs|org\.spice-space)/;
/** What such channels are connected to. */
const MACHINE_TYPES: ReadonlySet<string> = new Set(['spicevmc', 'spiceport', 'qemu-vdagent', 'dbus']);

/**
 * The character devices of a machine that people can type into, in the order of its definition. Those that libvirt
 * cannot open say why, and what to do.
 * @param refusal why nothing can be opened at all; null: it can
 */
export function textDevices(domain: ReturnType<typeof parseDocument>, refusal: string | null): ConsoleInfo[] {
  const serials = findElements(domain, 'devices/serial');
  // libvirt repeats the first serial port as a console.
  const consoles = findElements(domain, 'devices/console').filter(
    (element) => serials.length === 0 || (getPath(element, 'target/@type') ?? 'serial') !== 'serial',
  );
  const devices: readonly (readonly [Kind, Element[]])[] = [
    ['serial', serials],
    ['parallel', findElements(domain, 'devices/parallel')],
    ['console', consoles],
    ['channel', findElements(domain, 'devices/channel').filter(isForPeople)],
  ];
  const driver = getPath(domain, '@type') ?? '';
  return devices.flatMap(([kind, elements]) =>
    elements.map((element, index) => toText(element, kind, index, driver, refusal)),
  );
}

function toText(
  element: Element,
  kind: Kind,
  index: number,
  driver: string,
  refusal: string | null,
): ConsoleInfo {
  const name = getPath(element, 'target/@name');
  return {
    kind: 'text',
    key: getPath(element, 'alias/@name') ?? `${kind}${index}`,
    type: kind,
    title: name ? `${NAMES[kind]} ${name}` : `${NAMES[kind]} ${index + 1}`,
    refusal: refusal ?? textRefusal(element, kind, driver),
    notes: driver === 'lxc' ? [SHARED] : [],
    screens: 1,
    instead: null,
    input: null,
  };
}

const SHARED =
  'libvirt lets several programs into the console of a container at once. Each then gets only a part of what it prints.';

function isForPeople(element: Element): boolean {
  if (MACHINE_TYPES.has(getPath(element, '@type') ?? '')) return false;
  return !MACHINE_CHANNELS.test(getPath(element, 'target/@name') ?? '');
}

/**
 * libvirt passes on pseudo terminals of ports and consoles, and UNIX sockets of channels; nothing else
 * (qemuDomainOpenConsole, qemuDomainOpenChannel, lxcDomainOpenConsole; bhyve has its own kind of terminal).
 */
function textRefusal(element: Element, kind: Kind, driver: string): string | null {
  const type = getPath(element, '@type') ?? 'unknown';
  if (kind === 'channel') {
    return type === 'unix'
      ? null
      : `${whereItGoes(element, type)} libvirt opens only channels of type unix: change its type in the XML while the machine is off.`;
  }
  if (type === 'pty' || (type === 'nmdm' && driver === 'bhyve')) return null;
  return `${whereItGoes(element, type)} ${remedyFor(type)}`;
}

/** In words, what a device is connected to. */
function whereItGoes(element: Element, type: string): string {
  const source = (path: string) => getPath(element, `source/${path}`) ?? '';
  switch (type) {
    case 'file':
      return `What it prints is written to the file ${source('@path')} on the host.`;
    case 'pipe':
      return `It is connected to the pipe ${source('@path')} on the host.`;
    case 'dev':
      return `It is connected to the host’s device ${source('@path')}.`;
    case 'unix':
      return `It is connected to the UNIX socket ${source('@path')} on the host.`;
    case 'tcp': {
      const place = `${source('@host')}:${source('@service')}`;
      return source('@mode') === 'bind'
        ? `It waits for programs at the address ${place} of the host.`
        : `It is connected to a program at ${place}.`;
    }
    case 'udp':
      return 'It sends what it prints over UDP.';
    case 'stdio':
      return 'It is connected to the output of the hypervisor’s own process.';
    case 'vc':
      return 'It is shown in the hypervisor’s own window.';
    case 'null':
      return 'It is connected to nothing.';
    default:
      return `It is connected to something else (${type}).`;
  }
}

function remedyFor(type: string): string {
  const change =
    'libvirt opens only devices of type pty: change its type in the XML while the machine is off';
  switch (type) {
    case 'file':
      return `${change}; a <log file="…"/> in it keeps such a file beside the terminal.`;
    case 'tcp':
    case 'unix':
      return `Connect to that with another program, or: ${change}.`;
    default:
      return `${change}.`;
  }
}
