import type { InstallMethod } from '../../../../contract/index.ts';

export interface MethodText {
  readonly label: string;
  /** What it is for, in one sentence. */
  readonly sentence: string;
}

/** The ways of making a machine, in the order in which they are offered. */
export const METHODS: Readonly<Record<InstallMethod, MethodText>> = {
  iso: {
    label: 'ISO image or CD-ROM',
    sentence: 'Boots an installation medium, and the disk once that can be booted.',
  },
  import: {
    label: 'Import a disk',
    sentence: 'Uses a disk that has a system on it already.',
  },
  cloud: {
    label: 'Cloud image',
    sentence: 'Starts a ready image with the users, keys and network that you give it.',
  },
  tree: {
    label: 'Network install tree',
    sentence: 'Fetches the installer of a distribution from its web or FTP server.',
  },
  pxe: {
    label: 'Network boot (PXE)',
    sentence: 'Boots what a PXE server in the network offers.',
  },
  kernel: {
    label: 'Kernel and initrd',
    sentence: 'Boots a kernel directly, for an installation or at every start.',
  },
  empty: {
    label: 'Empty machine',
    sentence: 'Makes the machine without a system; media can be inserted later.',
  },
  'os-container': {
    label: 'OS container',
    sentence: 'Boots a system from a folder of the host, sharing its kernel.',
  },
  'app-container': {
    label: 'Application container',
    sentence: 'Runs one program of the host, apart from the others.',
  },
};

export const METHOD_ORDER = [
  'iso',
  'import',
  'cloud',
  'tree',
  'pxe',
  'kernel',
  'empty',
  'os-container',
  'app-container',
] as const satisfies readonly InstallMethod[];

/** Whether it is one of the ways that there are: recipes may be of another version. */
export function isMethod(text: string): text is InstallMethod {
  return Object.hasOwn(METHODS, text);
}
