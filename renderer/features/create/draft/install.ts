import type { MachineSpecInput } from '../../../../contract/index.ts';
import type { CloudInitDraft, Draft, UnattendedDraft } from './draft.ts';
import type { FileDraft } from './parts.ts';
import { fileSource, GIB } from './questions.ts';

type InstallInput = MachineSpecInput['install'];
type InstallOf<M extends InstallInput['method']> = Extract<InstallInput, { method: M }>;

/** What the conversion has to know besides the answers. */
export interface InstallContext {
  readonly defaultPool: string;
  /** GiB that the system should have. */
  readonly diskGiB: number;
  /** Whether the system is Windows, which drivers are offered for. */
  readonly windows: boolean;
  /** Whether there is a script for an installation that asks nothing. */
  readonly unattended: boolean;
}

/** How the machine gets its system, as main is told; null while something is missing. */
export function toInstall(draft: Draft, context: InstallContext): InstallInput | null {
  switch (draft.how.method) {
    case 'iso':
      return iso(draft, context);
    case 'pxe':
      return { method: 'pxe', order: draft.pxe.order };
    case 'kernel':
      return kernel(draft);
    case 'import': {
      const disk = onHost(draft.importing.disk);
      return disk && { method: 'import', disk };
    }
    case 'tree':
      return {
        method: 'tree',
        location: draft.tree.location.trim(),
        arguments: draft.tree.arguments.trim(),
        unattended: toUnattended(draft.unattended, context),
      };
    case 'cloud':
      return cloud(draft, context);
    case 'empty':
      return { method: 'empty' };
    case 'os-container':
      return {
        method: 'os-container',
        root: draft.osContainer.root.trim(),
        init: draft.osContainer.init.trim(),
      };
    case 'app-container':
      return {
        method: 'app-container',
        init: draft.appContainer.init.trim(),
        arguments: lines(draft.appContainer.arguments),
      };
  }
}

function iso(draft: Draft, context: InstallContext): InstallOf<'iso'> | null {
  const media = onHost(draft.iso.media);
  if (!media) return null;
  const drivers = context.windows && draft.iso.withDrivers ? onHost(draft.iso.drivers) : null;
  return {
    method: 'iso',
    media,
    driversMedia: drivers,
    unattended: toUnattended(draft.unattended, context),
  };
}

function kernel({ kernel: draft }: Draft): InstallOf<'kernel'> | null {
  const file = fileSource(draft.kernel);
  if (!file) return null;
  return {
    method: 'kernel',
    kernel: file,
    initrd: draft.withInitrd ? fileSource(draft.initrd) : null,
    arguments: draft.arguments.trim(),
    boot: draft.boot,
    deviceTree: draft.withDeviceTree ? onHost(draft.deviceTree) : null,
    acpiTable: draft.withAcpiTable ? onHost(draft.acpiTable) : null,
    media: draft.withMedia ? onHost(draft.media) : null,
  };
}

function cloud({ cloud: draft }: Draft, context: InstallContext): InstallOf<'cloud'> | null {
  const image = onHost(draft.image);
  const pool = draft.pool || context.defaultPool;
  if (!image || !pool) return null;
  return {
    method: 'cloud',
    image,
    disk: draft.disk,
    pool,
    capacity: draft.enlarge ? Math.round((draft.sizeGiB ?? context.diskGiB) * GIB) : null,
    cloudInit: toCloudInit(draft.init),
    removeSeed: draft.removeSeed,
  };
}

function toCloudInit(draft: CloudInitDraft): InstallOf<'cloud'>['cloudInit'] {
  if (draft.kind === 'none') return { kind: 'none' };
  if (draft.kind === 'raw') {
    const { userData, metaData, networkConfig } = draft;
    return { kind: 'raw', userData, metaData, networkConfig };
  }
  return {
    kind: 'form',
    hostname: draft.hostname.trim(),
    users: draft.users
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, fullName, sshKeys, password, sudo }) => ({
        name: name.trim(),
        fullName: fullName.trim(),
        sshKeys: lines(sshKeys),
        password: password === '' ? null : password,
        sudo,
      })),
    network:
      draft.network === 'dhcp'
        ? { kind: 'dhcp' }
        : {
            kind: 'static',
            addresses: words(draft.addresses),
            gateway4: draft.gateway4.trim(),
            gateway6: draft.gateway6.trim(),
            nameservers: words(draft.nameservers),
            search: words(draft.search),
          },
    updatePackages: draft.updatePackages,
    packages: words(draft.packages),
    commands: lines(draft.commands),
    timezone: draft.timezone.trim(),
    locale: draft.locale.trim(),
  };
}

function toUnattended(draft: UnattendedDraft, { unattended }: InstallContext) {
  if (!draft.use || !unattended) return null;
  const { use: _, ...answers } = draft;
  return answers;
}

/** A file on the host: not one of the web. */
function onHost(file: FileDraft) {
  const source = fileSource(file);
  return source && source.kind !== 'url' ? source : null;
}

/** Lines that hold something. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is separated by blanks, commas or new lines. */
export function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
