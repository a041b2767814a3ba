import { attr, define, flag, int, list, onOff, section, size, text, yesNo } from '../field/index.ts';
import { bootable, DISK_FORMAT, device, VIRTIO_MODEL, virtioDriver } from './common.ts';
import { DISK_TYPE, DiskSource, Encryption, StorageAuth } from './disk-source.ts';

export const DISK_DEVICE = ['disk', 'cdrom', 'floppy', 'lun'] as const;
export const DISK_BUS = ['virtio', 'sata', 'scsi', 'ide', 'usb', 'fdc', 'sd', 'nvme', 'xen', 'uml'] as const;
export const DISK_CACHE = ['default', 'none', 'writethrough', 'writeback', 'directsync', 'unsafe'] as const;
export const DISK_IO = ['threads', 'native', 'io_uring'] as const;
export const DISK_DISCARD = ['ignore', 'unmap'] as const;

/** An image under another one: what the upper one does not hold is read here. */
export class BackingStore extends define({
  type: attr('@type', DISK_TYPE),
  index: int('@index'),
  format: attr('format/@type', DISK_FORMAT),
  metadataCacheSize: size('format/metadata_cache/max_size', 'bytes'),
  source: section('source', () => DiskSource),
}) {
  static readonly nested = { backingStore: () => BackingStore };

  /** The image below; undefined at the end of the chain or where the chain was not looked at. */
  get backingStore(): BackingStore | undefined {
    return nextBackingStore(this);
  }
}

/** Where a running copy or commit writes to. */
export class Mirror extends define({
  type: attr('@type', DISK_TYPE),
  job: attr('@job', ['copy', 'active-commit']),
  ready: attr('@ready', ['yes', 'abort', 'pivot']),
  file: attr('@file'),
  fileFormat: attr('@format', DISK_FORMAT),
  format: attr('format/@type', DISK_FORMAT),
  metadataCacheSize: size('format/metadata_cache/max_size', 'bytes'),
  source: section('source', () => DiskSource),
}) {
  static readonly nested = { backingStore: () => BackingStore };

  get backingStore(): BackingStore | undefined {
    return nextBackingStore(this);
  }
}

function nextBackingStore(of: Disk | BackingStore | Mirror): BackingStore | undefined {
  // An empty <backingStore/> says that the chain ends here.
  const next = new BackingStore(of.element, `${of.pathTo('backingStore')}/`);
  return next.exists && next.type !== null ? next : undefined;
}

/** Limits on what a disk may transfer, in bytes and operations per second, and lengths in seconds. */
export class IoTune extends define({
  totalBytes: int('total_bytes_sec'),
  readBytes: int('read_bytes_sec'),
  writeBytes: int('write_bytes_sec'),
  totalIops: int('total_iops_sec'),
  readIops: int('read_iops_sec'),
  writeIops: int('write_iops_sec'),
  totalBytesMax: int('total_bytes_sec_max'),
  readBytesMax: int('read_bytes_sec_max'),
  writeBytesMax: int('write_bytes_sec_max'),
  totalIopsMax: int('total_iops_sec_max'),
  readIopsMax: int('read_iops_sec_max'),
  writeIopsMax: int('write_iops_sec_max'),
  sizeIops: int('size_iops_sec'),
  groupName: text('group_name'),
  totalBytesMaxLength: int('total_bytes_sec_max_length'),
  readBytesMaxLength: int('read_bytes_sec_max_length'),
  writeBytesMaxLength: int('write_bytes_sec_max_length'),
  totalIopsMaxLength: int('total_iops_sec_max_length'),
  readIopsMaxLength: int('read_iops_sec_max_length'),
  writeIopsMaxLength: int('write_iops_sec_max_length'),
}) {}

export class IothreadQueue extends define({ id: int('@id') }) {}

/** An I/O thread that serves a disk or controller, and which of its queues. */
export class DriverIothread extends define({
  id: int('@id'),
  queues: list('queue', () => IothreadQueue),
}) {}

export class ThrottleFilter extends define({ group: attr('@group') }) {}
export class LatencyStatistic extends define({ interval: int('@interval') }) {}

/** A disk, CD-ROM drive, floppy drive or SCSI LUN. */
export class Disk extends define(
  {
    type: attr('@type', DISK_TYPE),
    device: attr('@device', DISK_DEVICE),
    model: attr('@model', VIRTIO_MODEL),
    snapshot: attr('@snapshot', ['internal', 'external', 'manual', 'no']),
    rawio: yesNo('@rawio'),
    sgio: attr('@sgio', ['filtered', 'unfiltered']),
    driver: attr('driver/@name'),
    format: attr('driver/@type', DISK_FORMAT),
    cache: attr('driver/@cache', DISK_CACHE),
    io: attr('driver/@io', DISK_IO),
    errorPolicy: attr('driver/@error_policy', ['stop', 'report', 'ignore', 'enospace']),
    readErrorPolicy: attr('driver/@rerror_policy', ['stop', 'report', 'ignore']),
    discard: attr('driver/@discard', DISK_DISCARD),
    discardNoUnref: onOff('driver/@discard_no_unref'),
    detectZeroes: attr('driver/@detect_zeroes', ['off', 'on', 'unmap']),
    copyOnRead: onOff('driver/@copy_on_read'),
    ioeventfd: onOff('driver/@ioeventfd'),
    eventIdx: onOff('driver/@event_idx'),
    iothread: int('driver/@iothread'),
    iothreads: list('driver/iothreads/iothread', () => DriverIothread),
    queues: int('driver/@queues'),
    queueSize: int('driver/@queue_size'),
    metadataCacheSize: size('driver/metadata_cache/max_size', 'bytes'),
    latencyStatistics: list('driver/statistics/statistic', () => LatencyStatistic),
    ...virtioDriver,
    source: section('source', () => DiskSource),
    target: attr('target/@dev'),
    bus: attr('target/@bus', DISK_BUS),
    tray: attr('target/@tray', ['open', 'closed']),
    removable: onOff('target/@removable'),
    rotationRate: int('target/@rotation_rate'),
    dpofua: onOff('target/@dpofua'),
    readonly: flag('readonly'),
    shareable: flag('shareable'),
    transient: flag('transient'),
    transientShareBacking: yesNo('transient/@shareBacking'),
    serial: text('serial'),
    wwn: text('wwn'),
    vendor: text('vendor'),
    product: text('product'),
    iotune: section('iotune', () => IoTune),
    throttleFilters: list('throttlefilters/throttlefilter', () => ThrottleFilter),
    backendDomain: attr('backenddomain/@name'),
    auth: section('auth', () => StorageAuth),
    encryption: section('encryption', () => Encryption),
    mirror: section('mirror', () => Mirror),
    cylinders: int('geometry/@cyls'),
    heads: int('geometry/@heads'),
    sectors: int('geometry/@secs'),
    translation: attr('geometry/@trans', ['auto', 'none', 'lba']),
    logicalBlockSize: int('blockio/@logical_block_size'),
    physicalBlockSize: int('blockio/@physical_block_size'),
    discardGranularity: int('blockio/@discard_granularity'),
    ...bootable,
    ...device,
  },
  'disk',
) {
  static readonly nested = { backingStore: () => BackingStore };

  /** The image under this one; undefined where there is none or the chain was not looked at. */
  get backingStore(): BackingStore | undefined {
    return nextBackingStore(this);
  }
}
