import { Encryption } from '../device/disk-source.ts';
import { attr, define, flag, list, section, size, text } from '../field/index.ts';
import { Extent, Permissions, Timestamps } from './common.ts';

export class VolumeDevice extends define({
  path: attr('@path'),
  extents: list('extent', () => Extent),
}) {}

/** A volume of a storage pool (https://libvirt.org/formatstorage.html#storage-volume-xml). Amounts are in bytes. */
export class StorageVolume extends define(
  {
    type: attr('@type', ['file', 'block', 'dir', 'network', 'netdir', 'ploop']),
    name: text('name'),
    key: text('key'),
    sourceDevices: list('source/device', () => VolumeDevice),
    capacity: size('capacity', 'bytes'),
    allocation: size('allocation', 'bytes'),
    physical: size('physical', 'bytes'),
    path: text('target/path'),
    format: attr('target/format/@type'),
    permissions: section('target/permissions', () => Permissions),
    timestamps: section('target/timestamps', () => Timestamps),
    encryption: section('target/encryption', () => Encryption),
    compat: text('target/compat'),
    nocow: flag('target/nocow'),
    clusterSize: size('target/clusterSize', 'bytes'),
    lazyRefcounts: flag('target/features/lazy_refcounts'),
    extendedL2: flag('target/features/extended_l2'),
    backingPath: text('backingStore/path'),
    backingFormat: attr('backingStore/format/@type'),
    backingPermissions: section('backingStore/permissions', () => Permissions),
    backingTimestamps: section('backingStore/timestamps', () => Timestamps),
  },
  'volume',
) {}
