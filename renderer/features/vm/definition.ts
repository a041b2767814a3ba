import {
  type DomElement,
  findElements,
  getPath,
  parseDocument,
  type XmlParser,
} from '../../../model/index.ts';

export interface DiskSummary {
  readonly target: string;
  /** disk, cdrom, floppy, lun. */
  readonly device: string;
  readonly bus: string;
  readonly format: string;
  /** File, volume, block device or address; empty: no medium. */
  readonly source: string;
  readonly readonly: boolean;
}

export interface NicSummary {
  readonly mac: string;
  /** "network default", "bridge br0", "user". */
  readonly source: string;
  readonly model: string;
  readonly link: string;
}

/** What one wants to know of a definition at a glance. */
export interface DefinitionSummary {
  readonly type: string;
  readonly description: string;
  readonly notes: string;
  readonly arch: string;
  readonly machine: string;
  readonly firmware: string;
  readonly bootOrder: readonly string[];
  readonly cpu: string;
  /** vCPUs that the machine may have, where more than it has. */
  readonly maxVcpus: string;
  readonly emulator: string;
  readonly disks: readonly DiskSummary[];
  readonly nics: readonly NicSummary[];
  readonly displays: readonly string[];
}

/** Reads a summary from a domain's XML. Throws XmlError when it cannot be read. */
export function summarize(xml: string, parser?: XmlParser): DefinitionSummary {
  const { root } = parseDocument(xml, parser ? { parser } : {});
  const get = (path: string) => getPath(root, path) ?? '';
  const disks = findElements(root, 'devices/disk');
  const nics = findElements(root, 'devices/interface');
  return {
    type: get('@type'),
    description: get('description'),
    notes: get('metadata/virtdeck:virtdeck/virtdeck:notes'),
    arch: get('os/type/@arch'),
    machine: get('os/type/@machine'),
    firmware: firmwareOf(root),
    bootOrder: bootOrderOf(root, [...disks, ...nics]),
    cpu: [get('cpu/@mode'), get('cpu/model')].filter(Boolean).join(' '),
    maxVcpus: get('vcpu/@current') ? get('vcpu') : '',
    emulator: get('devices/emulator'),
    disks: disks.map(diskOf),
    nics: nics.map(nicOf),
    displays: findElements(root, 'devices/graphics').map(displayOf),
  };
}

function firmwareOf(root: DomElement): string {
  const type = getPath(root, 'os/type') ?? '';
  if (type !== 'hvm') return getPath(root, 'os/kernel') ? 'Direct kernel' : '';
  const secure = getPath(root, 'os/loader/@secure') === 'yes' ? ' with secure boot' : '';
  if (getPath(root, 'os/@firmware') === 'efi' || getPath(root, 'os/loader/@type') === 'pflash')
    return `UEFI${secure}`;
  return getPath(root, 'os/kernel') ? 'BIOS, direct kernel' : 'BIOS';
}

const BOOT_WORDS: Readonly<Record<string, string>> = {
  hd: 'Disk',
  cdrom: 'CD-ROM',
  network: 'Network',
  fd: 'Floppy',
};

/** By device where devices have an order, else by kind as in <os>. */
function bootOrderOf(root: DomElement, devices: readonly DomElement[]): string[] {
  const ordered = devices
    .map((device) => ({ device, order: Number(getPath(device, 'boot/@order') ?? Number.NaN) }))
    .filter(({ order }) => Number.isFinite(order))
    .sort((a, b) => a.order - b.order);
  if (ordered.length > 0) {
    return ordered.map(
      ({ device }) => getPath(device, 'target/@dev') ?? getPath(device, 'mac/@address') ?? '?',
    );
  }
  return findElements(root, 'os/boot').map((boot) => {
    const dev = getPath(boot, '@dev') ?? '';
    return BOOT_WORDS[dev] ?? dev;
  });
}

function diskOf(disk: DomElement): DiskSummary {
  const get = (path: string) => getPath(disk, path) ?? '';
  const pool = get('source/@pool');
  return {
    target: get('target/@dev'),
    device: get('@device') || 'disk',
    bus: get('target/@bus'),
    format: get('driver/@type'),
    source:
      (pool && `${pool}/${get('source/@volume')}`) ||
      get('source/@file') ||
      get('source/@dev') ||
      get('source/@dir') ||
      [get('source/@protocol'), get('source/@name')].filter(Boolean).join(' '),
    readonly: getPath(disk, 'readonly') !== null,
  };
}

function nicOf(nic: DomElement): NicSummary {
  const get = (path: string) => getPath(nic, path) ?? '';
  const type = get('@type');
  const where = get('source/@network') || get('source/@bridge') || get('source/@dev') || get('source/@path');
  return {
    mac: get('mac/@address'),
    source: [type, where].filter(Boolean).join(' '),
    model: get('model/@type'),
    link: get('link/@state') === 'down' ? 'unplugged' : '',
  };
}

function displayOf(graphics: DomElement): string {
  const get = (path: string) => getPath(graphics, path) ?? '';
  const port = Number(get('@port') || '-1');
  const address = get('listen/@address') || get('@listen');
  const place = get('listen/@socket') || (port > 0 ? `${address || 'localhost'}:${String(port)}` : '');
  return [get('@type').toUpperCase(), place].filter(Boolean).join(' on ');
}
