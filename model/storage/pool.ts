import { ScsiAdapter } from '../device/adapter.ts';
import { SourceHost } from '../device/disk-source.ts';
import { attr, define, list, section, size, text, yesNo } from '../field/index.ts';
import { Extent, Permissions } from './common.ts';

export const POOL_TYPE = [
  'dir',
  'fs',
  'netfs',
  'logical',
  'disk',
  'iscsi',
  'iscsi-direct',
  'scsi',
  'mpath',
  'rbd',
  'gluster',
  'zfs',
  'vstorage',
  'sheepdog',
] as const;

export class PoolDevice extends define({
  path: attr('@path'),
  partSeparator: yesNo('@part_separator'),
  freeExtents: list('freeExtent', () => Extent),
}) {}

/** What the pool is made of. */
export class PoolSource extends define({
  name: text('name'),
  hosts: list('host', () => SourceHost),
  dir: attr('dir/@path'),
  devices: list('device', () => PoolDevice),
  adapter: section('adapter', () => ScsiAdapter),
  format: attr('format/@type'),
  protocolVersion: attr('protocol/@ver'),
  initiator: attr('initiator/iqn/@name'),
  authType: attr('auth/@type', ['chap', 'ceph']),
  username: attr('auth/@username'),
  secretUsage: attr('auth/secret/@usage'),
  secretUuid: attr('auth/secret/@uuid'),
  vendor: attr('vendor/@name'),
  product: attr('product/@name'),
  formatVendor: attr('format/vendor/@name'),
  formatProduct: attr('format/product/@name'),
}) {}

export class MountOption extends define({ name: attr('@name') }) {}
export class RbdOption extends define({ name: attr('@name'), value: attr('@value') }) {}

/** A storage pool (https://libvirt.org/formatstorage.html). Amounts are in bytes. */
export class StoragePool extends define(
  {
    type: attr('@type', POOL_TYPE),
    name: text('name'),
    uuid: text('uuid'),
    capacity: size('capacity', 'bytes'),
    allocation: size('allocation', 'bytes'),
    available: size('available', 'bytes'),
    copyOnWrite: yesNo('features/cow/@state'),
    source: section('source', () => PoolSource),
    target: text('target/path'),
    permissions: section('target/permissions', () => Permissions),
    refreshAllocation: attr('refresh/volume/@allocation', ['default', 'capacity']),
    mountOptions: list('fs:mount_opts/fs:option', () => MountOption),
    rbdOptions: list('rbd:config_opts/rbd:option', () => RbdOption),
  },
  'pool',
) {}
