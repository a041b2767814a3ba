import type { OsFacts, OsResources } from '../../../contract/index.ts';

const NOTHING: OsResources = { memoryMiB: null, vcpus: null, storageBytes: null };

/** What even a system of which nothing is known has. */
type Named = Pick<OsFacts, 'id' | 'shortId' | 'name' | 'arch' | 'drivers' | 'agentChannels'>;

/** Facts of a system that no database tells of: nothing is asked of its machine, and nothing known of its media. */
export function blankFacts(os: Named): OsFacts {
  return {
    family: null,
    distro: null,
    generic: true,
    resources: {
      minimum: NOTHING,
      recommended: NOTHING,
      maximum: NOTHING,
      networkInstall: NOTHING,
      suggested: NOTHING,
    },
    devices: [],
    firmware: [],
    biosSupported: true,
    efiSupported: true,
    requiresTpm: false,
    requiresSecureBoot: false,
    clock: 'utc',
    windows: false,
    cloudImageUsername: null,
    images: [],
    trees: [],
    driverPacks: [],
    scripts: [],
    kernelUrlArgument: null,
    installerReboots: null,
    ...os,
  };
}
