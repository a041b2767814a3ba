import type { OsDriverPack, OsFacts, OsFirmware, OsImage, OsTree } from '../../../../contract/index.ts';
import { driversOf } from '../drivers.ts';
import { rulesFor } from '../rules.ts';
import type { Database } from './database.ts';
import type { Entities } from './entities.ts';
import type { Address } from './native.ts';
import { readResources } from './resources.ts';
import { readScripts } from './scripts.ts';

/** Everything that the database says of a system on an architecture; null: it has no such system. */
export function readFacts(database: Database, id: string, arch: string): OsFacts | null {
  const os = database.system(id);
  if (os === null) return null;
  const { entities } = database;
  const value = (key: string) => entities.value(os, key);
  const devices = entities.list('osinfo_os_get_all_devices', [os, null], (device) => entities.id(device));
  const drivers = driversOf(devices);
  const firmware = firmwareOf(entities, os).filter((entry) => entry.arch === arch || entry.arch === 'all');
  const says = (type: OsFirmware['type']) => firmware.find((entry) => entry.type === type)?.supported ?? true;
  const family = value('family');
  return {
    id,
    shortId: value('short-id') ?? id,
    name: value('name') ?? id,
    family,
    distro: value('distro'),
    arch,
    generic: false,
    resources: readResources(entities, os, arch),
    devices: devices.sort(),
    drivers,
    firmware,
    biosSupported: says('bios'),
    efiSupported: says('efi'),
    ...rulesFor({ id, family, drivers }),
    cloudImageUsername: textOf(entities, 'osinfo_os_get_cloud_image_username', os),
    images: imagesOf(entities, os).filter((image) => image.arch === arch),
    trees: treesOf(entities, os).filter((tree) => tree.arch === arch),
    driverPacks: packsOf(entities, os).filter((pack) => pack.arch === arch),
    scripts: readScripts(entities, os),
    kernelUrlArgument: textOf(entities, 'osinfo_os_get_kernel_url_argument', os),
    installerReboots: rebootsOf(entities, os, arch),
  };
}

/** A text of getters that look at the systems it derives from as well; older libraries lack some. */
function textOf(entities: Entities, getter: string, os: Address): string | null {
  if (!entities.library.has(getter)) return null;
  return entities.library.text(getter, os) || null;
}

/** Also of the systems that it derives from, where the library can tell (1.10). */
function firmwareOf(entities: Entities, os: Address): OsFirmware[] {
  const complete = 'osinfo_os_get_complete_firmware_list';
  const getter = entities.library.has(complete) ? complete : 'osinfo_os_get_firmware_list';
  return entities
    .list(getter, [os, null], (entry) => ({
      arch: entities.value(entry, 'architecture') ?? 'all',
      type: entities.value(entry, 'type'),
      supported: entities.flag(entry, 'supported') ?? true,
    }))
    .flatMap(({ arch, type, supported }) =>
      type === 'bios' || type === 'efi' ? [{ arch, type, supported }] : [],
    );
}

function imagesOf(entities: Entities, os: Address): OsImage[] {
  return entities.list('osinfo_os_get_image_list', [os], (image) => ({
    arch: entities.value(image, 'architecture') ?? 'all',
    url: entities.value(image, 'url') ?? '',
    format: entities.value(image, 'format') ?? 'raw',
    cloudInit: entities.flag(image, 'cloud-init') ?? false,
    variants: entities.values(image, 'variant'),
  }));
}

function treesOf(entities: Entities, os: Address): OsTree[] {
  return entities.list('osinfo_os_get_tree_list', [os], (tree) => ({
    arch: entities.value(tree, 'architecture') ?? 'all',
    url: entities.value(tree, 'url') ?? '',
    kernel: entities.value(tree, 'kernel'),
    initrd: entities.value(tree, 'initrd'),
    bootIso: entities.value(tree, 'boot-iso'),
    variants: entities.values(tree, 'variant'),
  }));
}

function packsOf(entities: Entities, os: Address): OsDriverPack[] {
  return entities.lent('osinfo_os_get_device_drivers', os, (pack) => ({
    arch: entities.value(pack, 'arch') ?? 'all',
    url: entities.value(pack, 'location') ?? '',
    files: entities.values(pack, 'file'),
    preInstallable: entities.flag(pack, 'pre-installable') ?? false,
    signed: entities.flag(pack, 'signed') ?? true,
    drivers: driversOf(
      entities.lent('osinfo_device_driver_get_devices', pack, (device) => entities.id(device)),
    ),
  }));
}

/** The most that any medium for the architecture needs. */
function rebootsOf(entities: Entities, os: Address, arch: string): number | null {
  const counts = entities
    .list('osinfo_os_get_media_list', [os], (medium) => ({
      arch: entities.value(medium, 'architecture'),
      reboots: entities.count(medium, 'installer-reboots') ?? 1,
    }))
    .filter((medium) => medium.arch === arch)
    .map((medium) => medium.reboots);
  return counts.length === 0 ? null : Math.max(...counts);
}
