import type { OsFacts, OsResources } from '../../../../contract/index.ts';
import type { Entities } from './entities.ts';
import type { Address } from './native.ts';

const MIB = 1024 * 1024;

/** A system's resources on an architecture; what is said of "all" stands where nothing is said of it. */
export function readResources(entities: Entities, os: Address, arch: string): OsFacts['resources'] {
  const of = (kind: string): OsResources => {
    const all = entities.list(`osinfo_os_get_${kind}_resources`, [os], (entry) => ({
      arch: entities.value(entry, 'architecture'),
      memory: entities.count(entry, 'ram'),
      vcpus: entities.count(entry, 'n-cpus'),
      storage: entities.count(entry, 'storage'),
    }));
    const fitting = [arch, 'all', null].flatMap((wanted) => all.filter((entry) => entry.arch === wanted));
    const first = (key: 'memory' | 'vcpus' | 'storage') =>
      fitting.map((entry) => entry[key]).find((value) => value !== null && value > 0) ?? null;
    const memory = first('memory');
    return {
      memoryMiB: memory === null ? null : Math.ceil(memory / MIB),
      vcpus: first('vcpus'),
      storageBytes: first('storage'),
    };
  };
  const minimum = of('minimum');
  const recommended = of('recommended');
  return {
    minimum,
    recommended,
    maximum: of('maximum'),
    networkInstall: of('network_install'),
    suggested: suggest(minimum, recommended),
  };
}

/** Many systems have only a minimum in the database: twice that is comfortable. */
export function suggest(minimum: OsResources, recommended: OsResources): OsResources {
  const of = (key: keyof OsResources): number | null => {
    const least = minimum[key];
    return recommended[key] ?? (least === null ? null : least * 2);
  };
  return { memoryMiB: of('memoryMiB'), vcpus: of('vcpus'), storageBytes: of('storageBytes') };
}
