import type { ConsoleInfo } from '../../contract/index.ts';
import { driverOf, entryOf, findElements, getPath, parseDocument } from '../../model/index.ts';
import { displayInput } from './displayInput.ts';
import { textDevices } from './textDevices.ts';

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof findElements>[number];

/** What the list of consoles depends on besides the XML. */
export interface ConsoleContext {
  /** Why nothing can be opened at all; null: it can. */
  readonly refusal: string | null;
  /** Why this display cannot be reached from here; null: it can. */
  readonly displayRefusal: (graphics: GraphicsPlace) => string | null;
  /** Why what cannot be shown cannot be opened in another viewer, or have a VNC display beside it; null: it can. */
  readonly viewerRefusal: string | null;
  readonly addVncRefusal: string | null;
}

/** Where a display listens, as the definition says. */
export interface GraphicsPlace {
  readonly type: string;
  /** Null: not known (yet), or none. */
  readonly port: number | null;
  /** SPICE: the port for encrypted connections. */
  readonly tlsPort: number | null;
  /** Address, or null. */
  readonly address: string | null;
  /** Path of a UNIX socket, or null. */
  readonly socket: string | null;
  /** Port on which it speaks RFB within WebSockets, or null. */
  readonly websocket: number | null;
  /** It is said to listen nowhere. */
  readonly silent: boolean;
}

/**
 * All ways of seeing or typing into a machine, displays first, in the order of its definition. Those
 * that cannot be opened say why.
 * @throws XmlError when the definition cannot be read
 */
export function listConsoles(xml: string, context: ConsoleContext): ConsoleInfo[] {
  const domain = parseDocument(xml);
  const screens = screensOf(domain);
  const notes = displayNotes(domain, screens);
  const displays = findElements(domain, 'devices/graphics');
  const hasVnc = displays.some((element) => getPath(element, '@type') === 'vnc');
  const about = { notes, screens: canSwitch(domain) ? screens : 1, input: displayInput(domain) };
  const graphics = displays.map((element, index) => toDisplay(element, index, context, about, hasVnc));
  return [...graphics, ...textDevices(domain, context.refusal)];
}

/** The place of one of the displays; null: there is no such display. */
export function graphicsPlace(xml: string, index: number): GraphicsPlace | null {
  const element = findElements(parseDocument(xml), 'devices/graphics')[index];
  return element ? placeOf(element) : null;
}

/** A display's password, from a definition with secrets; null: it has none. */
export function graphicsPassword(xml: string, index: number): string | null {
  const element = findElements(parseDocument(xml), 'devices/graphics')[index];
  return (element && getPath(element, '@passwd')) || null;
}

function placeOf(element: Element): GraphicsPlace {
  return {
    type: getPath(element, '@type') ?? 'unknown',
    port: portOf(getPath(element, '@port')),
    tlsPort: portOf(getPath(element, '@tlsPort')),
    websocket: portOf(getPath(element, '@websocket')),
    silent: getPath(element, 'listen/@type') === 'none',
    address: getPath(element, 'listen/@address') ?? getPath(element, '@listen') ?? null,
    socket: getPath(element, 'listen/@socket') ?? getPath(element, '@socket') ?? null,
  };
}

function portOf(text: string | undefined | null): number | null {
  const port = Number(text ?? '-1');
  return Number.isInteger(port) && port > 0 && port < 65536 ? port : null;
}

function toDisplay(
  element: Element,
  index: number,
  context: ConsoleContext,
  { notes, screens, input }: Pick<ConsoleInfo, 'notes' | 'screens' | 'input'>,
  hasVnc: boolean,
): ConsoleInfo {
  const place = placeOf(element);
  const name = entryOf(DISPLAY_NAMES, place.type) ?? place.type;
  const isVnc = place.type === 'vnc';
  return {
    kind: 'graphics',
    key: String(index),
    type: place.type,
    title: index === 0 ? `Display (${name})` : `Display ${index + 1} (${name})`,
    refusal: displayType(place.type) ?? context.refusal ?? context.displayRefusal(place),
    notes: isVnc ? notes : [],
    screens: isVnc ? screens : 1,
    instead: isVnc ? null : insteadOf(place, context, hasVnc),
    input: isVnc ? input : null,
  };
}

function insteadOf(place: GraphicsPlace, context: ConsoleContext, hasVnc: boolean): ConsoleInfo['instead'] {
  const viewer = place.type === 'spice' ? null : 'remote-viewer cannot show this display.';
  const silent = place.silent
    ? 'It listens nowhere: only programs on the host itself can be handed a connection to it.'
    : null;
  return {
    viewer: viewer ?? context.refusal ?? context.viewerRefusal ?? silent ?? context.displayRefusal(place),
    addVnc: hasVnc ? 'The machine has a VNC display already.' : context.addVncRefusal,
  };
}

/** The heads of all graphics cards. */
function screensOf(domain: Document): number {
  const heads = findElements(domain, 'devices/video').map((element) => {
    if (getPath(element, 'model/@type') === 'none') return 0;
    const count = Number(getPath(element, 'model/@heads') ?? '1');
    return Number.isInteger(count) && count > 0 ? Math.min(count, 16) : 1;
  });
  return Math.max(
    1,
    heads.reduce((sum, count) => sum + count, 0),
  );
}

/** Whether its VNC server shows another screen when it is sent Ctrl+Alt and a digit: QEMU's does (ui/vnc.c). */
function canSwitch(domain: Document): boolean {
  return driverOf(getPath(domain, '@type') ?? null) === 'qemu';
}

/** What people wonder about before a VNC display. */
function displayNotes(domain: Document, screens: number): string[] {
  const notes: string[] = [];
  const inputs = findElements(domain, 'devices/input').map((element) => getPath(element, '@type'));
  if (!inputs.includes('tablet')) {
    notes.push(
      'This machine has no tablet, so that the guest’s pointer can drift away from yours. Add an input device of type tablet in Hardware.',
    );
  }
  if (screens > 1) {
    const which = canSwitch(domain)
      ? 'VNC shows one of them at a time, the same to all who look: choose it in View.'
      : 'VNC shows the first.';
    notes.push(
      `This machine has ${screens} screens. ${which} A SPICE display in remote-viewer has a window for each.`,
    );
  }
  return notes;
}

const DISPLAY_NAMES: Readonly<Record<string, string>> = {
  vnc: 'VNC',
  spice: 'SPICE',
  rdp: 'RDP',
  sdl: 'SDL window',
  desktop: 'desktop window',
  dbus: 'D-Bus',
  'egl-headless': 'no viewer',
};

function displayType(type: string): string | null {
  switch (type) {
    case 'vnc':
      return null;
    case 'spice':
      return 'Virtdeck shows VNC displays. Open this one in remote-viewer, or add a VNC display to the machine.';
    case 'rdp':
      return 'Virtdeck shows VNC displays. Open this one with an RDP client.';
    case 'egl-headless':
      return 'This only draws for another display and cannot be seen by itself.';
    default:
      return `A display of type ${type} can only be seen on the host itself. Add a VNC display to the machine.`;
  }
}
