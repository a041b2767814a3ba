import type { OsEntry, OsFacts } from '../../../contract/index.ts';
import { blankFacts } from './blankFacts.ts';
import { driversOf } from './drivers.ts';
import { rulesFor } from './rules.ts';

const pci = (ids: readonly string[]) => ids.map((id) => `http://pcisig.com/pci/${id}`);
const Q35 = 'http://qemu.org/chipset/x86/q35';
const TABLET = 'http://usb.org/usb/80ee/0021';

/** What nearly every system since the turn of the century has drivers for. */
const PLAIN = [...pci(['8086/100e', '10ec/8139', '8086/2668']), TABLET];
/** What kernels of Linux have had for ten years. */
const LINUX = [
  ...pci([
    '1af4/1041',
    '1af4/1042',
    '1af4/1043',
    '1af4/1044',
    '1af4/1045',
    '1af4/1048',
    '1af4/1052',
    '1af4/1050',
  ]),
  ...pci(['8086/10d3', '8086/293e', '1b36/0004', '8086/100e', '10ec/8139']),
  Q35,
  TABLET,
];
/** What Windows brings along since version 8: nothing of virtio. */
const WINDOWS = [...pci(['8086/10d3', '8086/100e', '8086/293e', '8086/2668', '1b36/0004']), Q35, TABLET];

/** A system that can be chosen without the database. */
interface BuiltIn {
  readonly entry: OsEntry;
  readonly devices: readonly string[];
}

function builtIn(id: string, shortId: string, name: string, family: string, devices: string[]): BuiltIn {
  const entry: OsEntry = {
    id,
    shortId,
    aliases: [],
    name,
    version: null,
    family,
    distro: family === 'winnt' ? 'win' : null,
    vendor: null,
    codename: null,
    releaseDate: null,
    eolDate: null,
    status: 'released',
    supported: true,
  };
  return { entry, devices };
}

/** Some systems under the ids that the database has for them, for when it is not installed. */
const BUILT_IN: readonly BuiltIn[] = [
  builtIn('http://libosinfo.org/linux/2022', 'linux2022', 'Linux (generic, since 2022)', 'linux', LINUX),
  builtIn('http://microsoft.com/win/10', 'win10', 'Microsoft Windows 10', 'winnt', WINDOWS),
  builtIn('http://microsoft.com/win/11', 'win11', 'Microsoft Windows 11', 'winnt', WINDOWS),
];

/** What can be chosen without the database. */
export const builtInSystems: readonly OsEntry[] = BUILT_IN.map(({ entry }) => entry);

/**
 * Facts without the database: of the few systems that are built in, else cautious ones that nearly any system runs with.
 * @param id null, or one that nothing is known of
 */
export function genericFacts(id: string | null, arch: string): OsFacts {
  const known = BUILT_IN.find(({ entry }) => entry.id === id);
  const devices = known?.devices ?? PLAIN;
  const drivers = driversOf(devices);
  const family = known?.entry.family ?? null;
  const systemId = id ?? 'http://libosinfo.org/unknown';
  const { agentChannels, ...rules } = rulesFor({ id: systemId, family, drivers });
  const blank = blankFacts({
    id: systemId,
    shortId: known?.entry.shortId ?? 'unknown',
    name: known?.entry.name ?? 'Unknown system',
    arch,
    drivers,
    agentChannels,
  });
  return {
    ...blank,
    ...rules,
    family,
    distro: known?.entry.distro ?? null,
    devices: [...devices],
    biosSupported: systemId !== 'http://microsoft.com/win/11',
  };
}
