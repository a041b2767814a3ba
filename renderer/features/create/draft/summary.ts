import type { MachineSpecInput, PlatformDefaults } from '../../../../contract/index.ts';
import { count, formatBytes } from '../../../ui/format.ts';
import { METHODS } from '../how/methods.ts';

/** What will be made, a line each, in words. */
export interface SummaryLine {
  readonly label: string;
  readonly value: string;
}

/** The whole of a specification in words. */
export function summaryOf(
  spec: MachineSpecInput,
  { host, system, defaults }: { host: string; system: string | null; defaults: PlatformDefaults | null },
): SummaryLine[] {
  const { install } = spec;
  const container = install.method === 'os-container' || install.method === 'app-container';
  return [
    { label: 'Host', value: host },
    { label: 'Method', value: METHODS[install.method].label },
    ...installLines(install),
    { label: 'System', value: container ? '' : (system ?? 'Not known: generic defaults') },
    {
      label: 'Resources',
      value: `${count(spec.vcpus, 'vCPU')}, ${formatBytes(spec.memoryMiB * 1024 ** 2)} of memory`,
    },
    { label: 'Disks', value: container ? '' : disksText(spec) },
    { label: 'Network', value: spec.cards.length === 0 ? 'None' : spec.cards.map(cardText).join('; ') },
    { label: 'Platform', value: container ? '' : platformText(spec, defaults) },
    { label: 'Runs as', value: [spec.virtType, spec.arch].filter(Boolean).join(', ') },
    { label: 'Starts with the host', value: spec.autostart ? 'Yes' : '' },
  ];
}

type Source = { kind: 'volume'; pool: string; volume: string } | { kind: 'path'; path: string };

/** Where a file is, in words. */
function sourceText(source: Source | { kind: 'url'; url: string }): string {
  if (source.kind === 'volume') return `${source.volume} in pool ${source.pool}`;
  return source.kind === 'path' ? source.path : source.url;
}

function installLines(install: MachineSpecInput['install']): SummaryLine[] {
  const line = (label: string, value: string): SummaryLine => ({ label, value });
  switch (install.method) {
    case 'iso':
      return [
        line('Medium', sourceText(install.media)),
        line('Drivers', install.driversMedia ? sourceText(install.driversMedia) : ''),
        line('Unattended', install.unattended ? `Yes, ${install.unattended.profile}` : ''),
      ];
    case 'pxe':
      return [line('Order of boot', ORDERS[install.order])];
    case 'kernel':
      return [
        line('Kernel', sourceText(install.kernel)),
        line('Initrd', install.initrd ? sourceText(install.initrd) : ''),
        line('Arguments', install.arguments ?? ''),
        line('Used', install.boot === 'two-phase' ? 'For the first boot only' : 'At every boot'),
        line('Medium', install.media ? sourceText(install.media) : ''),
      ];
    case 'import':
      return [line('Disk with a system', sourceText(install.disk))];
    case 'tree':
      return [
        line('Tree', install.location),
        line('Arguments', install.arguments ?? ''),
        line('Unattended', install.unattended ? `Yes, ${install.unattended.profile}` : ''),
      ];
    case 'cloud':
      return [
        line('Image', sourceText(install.image)),
        line(
          'Its disk',
          `${install.disk === 'overlay' ? 'Built upon the image' : 'A copy of the image'}, ${
            install.capacity ? formatBytes(install.capacity) : 'as large as the image'
          }, in pool ${install.pool}`,
        ),
        line('cloud-init', cloudText(install.cloudInit)),
      ];
    case 'empty':
      return [];
    case 'os-container':
      return [line('Root folder', install.root), line('Init', install.init ?? '')];
    case 'app-container':
      return [line('Program', [install.init, ...(install.arguments ?? [])].join(' '))];
  }
}

const ORDERS = {
  'disk-first': 'Disk, then network',
  'network-first': 'Network, then disk',
  'two-phase': 'Network once, then always the disk',
} as const;

type CloudInit = Extract<MachineSpecInput['install'], { method: 'cloud' }>['cloudInit'];

function cloudText(init: CloudInit): string {
  if (init.kind === 'none') return 'None';
  if (init.kind === 'raw') return 'Your own documents';
  const users = (init.users ?? []).map(({ name }) => name);
  const network = init.network?.kind === 'static' ? `static ${init.network.addresses.join(', ')}` : 'DHCP';
  return [users.length > 0 ? `users ${users.join(', ')}` : 'no users', network].join('; ');
}

function disksText({ disks, install }: MachineSpecInput): string {
  const own = install.method === 'import' || install.method === 'cloud';
  const texts = disks.map((disk) => {
    if (disk.kind === 'existing') return `${disk.volume} in pool ${disk.pool}`;
    const whole = disk.preallocate ? ', all space taken at once' : '';
    return `New, ${formatBytes(disk.capacity)}, ${disk.format ?? 'qcow2'}, in pool ${disk.pool}${whole}`;
  });
  if (own) texts.unshift(install.method === 'import' ? 'The imported one' : 'The image’s');
  return texts.length === 0 ? 'None' : texts.join('; ');
}

function cardText(card: MachineSpecInput['cards'][number]): string {
  switch (card.kind) {
    case 'network':
      return `Virtual network ${card.name}`;
    case 'bridge':
      return `Bridge ${card.name}`;
    case 'direct':
      return `macvtap on ${card.device}`;
    case 'user':
      return 'User mode';
  }
}

function platformText({ platform = {} }: MachineSpecInput, defaults: PlatformDefaults | null): string {
  if (!defaults) return '';
  const all = { ...defaults.platform, ...platform };
  const firmware = all.firmware === 'efi' ? (all.secureBoot ? 'UEFI with secure boot' : 'UEFI') : 'BIOS';
  return [
    all.machine,
    firmware,
    all.tpm === 'none' ? '' : `TPM ${all.tpm}`,
    all.cpu && `CPU ${all.cpu}`,
    (all.graphics ?? 'none') === 'none' ? 'no display' : `display by ${all.graphics?.toUpperCase()}`,
  ]
    .filter(Boolean)
    .join(', ');
}
