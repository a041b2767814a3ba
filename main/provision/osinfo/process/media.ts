import type { OsEntry } from '../../../../contract/index.ts';
import type { MediumLabels, MediumMatch, TreeMatch } from '../protocol.ts';
import type { Database } from './database.ts';
import type { Address } from './native.ts';
import { toEntry } from './systems.ts';

/** The medium that a volume descriptor says; it is ours. */
export function mediumOf({ entities }: Database, labels: MediumLabels): Address {
  const medium = entities.library.object('osinfo_media_new', 'virtdeck:medium', null);
  const set = (key: string, value: string) => {
    if (value !== '') entities.set(medium, key, value);
  };
  set('volume-id', labels.volumeId);
  set('system-id', labels.systemId);
  set('publisher-id', labels.publisherId);
  set('application-id', labels.applicationId);
  if (labels.volumeSize !== null) set('volume-size', String(labels.volumeSize));
  return medium;
}

/** Compares a medium with those of the database; null: none fits. */
export function identifyMedium(database: Database, labels: MediumLabels, today: string): MediumMatch | null {
  const { entities } = database;
  const { library } = entities;
  const medium = mediumOf(database, labels);
  let os = 0n;
  try {
    const fitting = systemsOf(database, medium, today);
    if (library.number('osinfo_db_identify_media', database.address, medium) === 0) return null;
    os = library.object('osinfo_media_get_os', medium);
    if (os === 0n) return null;
    const scripts = entities.list('osinfo_media_get_install_script_list', [medium], (s) => entities.id(s));
    const automatic = entities.flag(medium, 'installer-script') ?? true;
    const entry = toEntry(entities, os, today);
    return {
      os: entry,
      alternatives: fitting.filter(
        ({ id }, at) => id !== entry.id && fitting.findIndex((f) => f.id === id) === at,
      ),
      arch: entities.value(medium, 'architecture'),
      variants: entities.values(medium, 'variant'),
      live: entities.flag(medium, 'live'),
      installer: entities.flag(medium, 'installer'),
      installerReboots: entities.count(medium, 'installer-reboots'),
      eject: entities.flag(medium, 'eject-after-install'),
      kernel: entities.value(medium, 'kernel'),
      initrd: entities.value(medium, 'initrd'),
      scripts: automatic ? (scripts.length > 0 ? scripts : null) : [],
    };
  } finally {
    library.unref(os);
    library.unref(medium);
  }
}

/** All systems that have such a medium; asked before the medium takes the values of one of them. (libosinfo 1.10) */
function systemsOf({ entities, address }: Database, medium: Address, today: string): OsEntry[] {
  const { library } = entities;
  const found = entities.list('osinfo_db_identify_medialist', [address, medium], (one) => {
    const os = library.object('osinfo_media_get_os', one);
    const entry = os === 0n ? [] : [toEntry(entities, os, today)];
    library.unref(os);
    return entry;
  });
  return found.flat();
}

/**
 * Compares a tree's .treeinfo with the trees of the database.
 * @throws Error when the text is no .treeinfo
 */
export function identifyTree(
  database: Database,
  treeinfo: string,
  location: string,
  today: string,
): TreeMatch {
  const { entities } = database;
  const { library } = entities;
  const tree = library.objectOrThrow('osinfo_tree_create_from_treeinfo', treeinfo, location);
  let os = 0n;
  try {
    if (library.number('osinfo_db_identify_tree', database.address, tree) !== 0) {
      os = library.object('osinfo_tree_get_os', tree);
    }
    return {
      os: os === 0n ? null : toEntry(entities, os, today),
      arch: entities.value(tree, 'architecture') ?? entities.value(tree, 'treeinfo-arch'),
      variants: entities.values(tree, 'variant'),
      kernel: entities.value(tree, 'kernel'),
      initrd: entities.value(tree, 'initrd'),
      bootIso: entities.value(tree, 'boot-iso'),
      family: entities.value(tree, 'treeinfo-family'),
      version: entities.value(tree, 'treeinfo-version'),
    };
  } finally {
    library.unref(os);
    library.unref(tree);
  }
}
