import { DISK_FORMAT } from '../device/common.ts';
import { DISK_TYPE, DiskSource } from '../device/disk-source.ts';
import { Cpu } from '../domain/cpu.ts';
import { Domain } from '../domain/domain.ts';
import { attr, define, flag, int, list, section, size, text, yesNo } from '../field/index.ts';

/** What happens to one disk: nothing, a mark inside the image, or a new image over it. */
export class SnapshotDisk extends define({
  name: attr('@name'),
  snapshot: attr('@snapshot', ['internal', 'external', 'manual', 'no']),
  type: attr('@type', DISK_TYPE),
  driver: attr('driver/@name'),
  format: attr('driver/@type', DISK_FORMAT),
  metadataCacheSize: size('driver/metadata_cache/max_size', 'bytes'),
  source: section('source', () => DiskSource),
}) {}

/** A snapshot of a machine (https://libvirt.org/formatsnapshot.html). */
export class DomainSnapshot extends define(
  {
    name: text('name'),
    description: text('description'),
    state: text('state'),
    parent: text('parent/name'),
    /** Seconds since 1970. */
    creationTime: int('creationTime'),
    active: int('active'),
    memory: attr('memory/@snapshot', ['no', 'internal', 'external']),
    memoryFile: attr('memory/@file'),
    disks: list('disks/disk', () => SnapshotDisk),
    revertDisks: list('revertDisks/disk', () => SnapshotDisk),
    /** What libvirt keeps for itself. */
    cookie: flag('cookie'),
    cookieCpu: section('cookie/cpu', () => Cpu),
    cookieSlirpHelper: flag('cookie/slirpHelper'),
    /** The machine as it was defined then. */
    domain: section('domain', () => Domain),
    inactiveDomain: section('inactiveDomain', () => Domain),
  },
  'domainsnapshot',
) {}

export class CheckpointDisk extends define({
  name: attr('@name'),
  checkpoint: attr('@checkpoint', ['no', 'bitmap']),
  bitmap: attr('@bitmap'),
  size: int('@size'),
}) {}

/** A point from which changed blocks are tracked (https://libvirt.org/formatcheckpoint.html). */
export class DomainCheckpoint extends define(
  {
    name: text('name'),
    description: text('description'),
    parent: text('parent/name'),
    creationTime: int('creationTime'),
    disks: list('disks/disk', () => CheckpointDisk),
    domain: section('domain', () => Domain),
  },
  'domaincheckpoint',
) {}

export class BackupDisk extends define({
  name: attr('@name'),
  backup: yesNo('@backup'),
  backupMode: attr('@backupmode', ['full', 'incremental']),
  incremental: attr('@incremental'),
  exportName: attr('@exportname'),
  exportBitmap: attr('@exportbitmap'),
  type: attr('@type', ['file', 'block']),
  index: int('@index'),
  state: attr('@state'),
  driver: attr('driver/@type', DISK_FORMAT),
  target: section('target', () => DiskSource),
  scratch: section('scratch', () => DiskSource),
}) {}

/** A backup of a running machine's disks (https://libvirt.org/formatbackup.html). */
export class DomainBackup extends define(
  {
    mode: attr('@mode', ['push', 'pull']),
    id: int('@id'),
    incremental: text('incremental'),
    serverTransport: attr('server/@transport', ['tcp', 'unix']),
    serverTls: yesNo('server/@tls'),
    serverName: attr('server/@name'),
    serverPort: int('server/@port'),
    serverSocket: attr('server/@socket'),
    disks: list('disks/disk', () => BackupDisk),
  },
  'domainbackup',
) {}
