import { attr, define, list, section, yesNo } from '../field/index.ts';
import { CapabilityEnum } from './group.ts';

export class PoolOptionsCapability extends define({
  defaultFormat: attr('defaultFormat/@type'),
  enums: list('enum', () => CapabilityEnum),
}) {
  /** The values of a list; undefined if libvirt does not tell. */
  valuesOf(name: string): readonly string[] | undefined {
    return this.enums.find((entry) => entry.name === name)?.values;
  }
}

export class PoolTypeCapability extends define({
  type: attr('@type'),
  supported: yesNo('@supported'),
  pool: section('poolOptions', () => PoolOptionsCapability),
  volume: section('volOptions', () => PoolOptionsCapability),
}) {}

/** Which types of pools a host can have (https://libvirt.org/formatstoragecaps.html). */
export class StoragePoolCapabilities extends define(
  {
    pools: list('pool', () => PoolTypeCapability),
  },
  'storagepoolCapabilities',
) {
  /** The types that can be used. */
  get types(): string[] {
    return this.pools.all.filter((pool) => pool.supported).map((pool) => pool.type ?? '');
  }

  ofType(type: string): PoolTypeCapability | undefined {
    return this.pools.find((pool) => pool.type === type);
  }
}
