import type { Draft } from './draft.ts';
import type { FileDraft } from './parts.ts';

interface Lens {
  readonly get: (draft: Draft) => FileDraft;
  readonly set: (draft: Draft, file: FileDraft) => Draft;
}

const kernelSlot = (name: 'kernel' | 'initrd' | 'media' | 'deviceTree' | 'acpiTable'): Lens => ({
  get: ({ kernel }) => kernel[name],
  set: (draft, file) => ({ ...draft, kernel: { ...draft.kernel, [name]: file } }),
});

/** Every place of the draft that holds a file, so that an upload can come back to its own. */
export const SLOTS = {
  'iso.media': {
    get: ({ iso }) => iso.media,
    set: (draft, media) => ({ ...draft, iso: { ...draft.iso, media } }),
  },
  'iso.drivers': {
    get: ({ iso }) => iso.drivers,
    set: (draft, drivers) => ({ ...draft, iso: { ...draft.iso, drivers } }),
  },
  'kernel.kernel': kernelSlot('kernel'),
  'kernel.initrd': kernelSlot('initrd'),
  'kernel.media': kernelSlot('media'),
  'kernel.deviceTree': kernelSlot('deviceTree'),
  'kernel.acpiTable': kernelSlot('acpiTable'),
  'import.disk': {
    get: ({ importing }) => importing.disk,
    set: (draft, disk) => ({ ...draft, importing: { disk } }),
  },
  'cloud.image': {
    get: ({ cloud }) => cloud.image,
    set: (draft, image) => ({ ...draft, cloud: { ...draft.cloud, image } }),
  },
} as const satisfies Record<string, Lens>;

export type FileSlot = keyof typeof SLOTS;
export const FILE_SLOTS: readonly FileSlot[] = [
  'iso.media',
  'iso.drivers',
  'kernel.kernel',
  'kernel.initrd',
  'kernel.media',
  'kernel.deviceTree',
  'kernel.acpiTable',
  'import.disk',
  'cloud.image',
];

/** The draft with a file changed. */
export function withFile(draft: Draft, slot: FileSlot, change: Partial<FileDraft>): Draft {
  const lens: Lens = SLOTS[slot];
  return lens.set(draft, { ...lens.get(draft), ...change });
}
