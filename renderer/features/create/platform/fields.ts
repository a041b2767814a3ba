import type { Platform, PlatformDefaults, PlatformOption } from '../../../../contract/index.ts';

type PlatformField = keyof Platform;
type Kind = 'choice' | 'flag' | 'number';

export interface FieldText {
  readonly field: PlatformField;
  readonly label: string;
  readonly kind: Kind;
  /** What it is for, where the label does not say. */
  readonly sentence?: string;
}

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly FieldText[];
}

/** The fields of the platform in the words that people know, in groups. The first group is always open. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    title: 'Platform',
    fields: [
      { field: 'firmware', label: 'Firmware', kind: 'choice' },
      {
        field: 'secureBoot',
        label: 'Secure boot',
        kind: 'flag',
        sentence: 'Only boots what is signed. Needs UEFI.',
      },
      { field: 'tpm', label: 'TPM', kind: 'choice' },
      { field: 'graphics', label: 'Display', kind: 'choice' },
    ],
  },
  {
    title: 'Processor and chipset',
    fields: [
      { field: 'machine', label: 'Machine type', kind: 'choice' },
      { field: 'cpu', label: 'CPU model', kind: 'choice' },
      { field: 'clock', label: 'Clock', kind: 'choice' },
      {
        field: 'hyperv',
        label: 'Hyper-V enlightenments',
        kind: 'flag',
        sentence: 'Windows runs faster and keeps time better.',
      },
      { field: 'hotplugPorts', label: 'Free PCI Express ports', kind: 'number' },
    ],
  },
  {
    title: 'Devices',
    fields: [
      { field: 'diskBus', label: 'Disk bus', kind: 'choice' },
      { field: 'cdromBus', label: 'CD-ROM bus', kind: 'choice' },
      { field: 'cardModel', label: 'Network card model', kind: 'choice' },
      { field: 'video', label: 'Graphics card', kind: 'choice' },
      { field: 'sound', label: 'Sound card', kind: 'choice' },
      { field: 'usb', label: 'USB controller', kind: 'choice' },
      { field: 'tablet', label: 'Tablet', kind: 'flag', sentence: 'Keeps the two mouse pointers together.' },
      { field: 'guestAgent', label: 'Channel for the guest agent', kind: 'flag' },
      { field: 'rng', label: 'Random number generator', kind: 'flag' },
      { field: 'balloon', label: 'Memory balloon', kind: 'flag' },
      {
        field: 'discard',
        label: 'Give freed blocks back',
        kind: 'flag',
        sentence: 'Disks shrink when files are deleted in the machine.',
      },
    ],
  },
];

/** What a field can be; the values of the contract where the host says nothing of it. */
export function optionsOf(
  defaults: PlatformDefaults | null,
  field: PlatformField,
): readonly PlatformOption[] {
  return defaults?.options[field] ?? FIXED[field] ?? [];
}

const plain = (value: string, label: string): PlatformOption => ({ value, label, refusal: null });

const FIXED: Readonly<Partial<Record<PlatformField, readonly PlatformOption[]>>> = {
  firmware: [plain('bios', 'BIOS'), plain('efi', 'UEFI')],
  tpm: [plain('none', 'None'), plain('2.0', 'TPM 2.0'), plain('1.2', 'TPM 1.2')],
  clock: [plain('utc', 'UTC'), plain('localtime', 'Local time')],
  graphics: [plain('none', 'None'), plain('vnc', 'VNC'), plain('spice', 'SPICE')],
};

/** Why a flag cannot be turned on; null: it can. */
export function flagRefusal(defaults: PlatformDefaults, field: PlatformField): string | null {
  return defaults.options[field]?.find(({ value }) => value === 'true' || value === 'yes')?.refusal ?? null;
}
