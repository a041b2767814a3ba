import { attr, define, flag, int, list, onOff, section, size } from '../field/index.ts';
import { bootable, DISK_FORMAT, device, VIRTIO_MODEL, virtioDriver } from './common.ts';

/** A range of user or group numbers of the guest and what they are on the host. */
export class IdMapping extends define({
  start: int('@start'),
  target: int('@target'),
  count: int('@count'),
}) {}

/** The virtiofs daemon. */
export class VirtiofsDaemon extends define({
  path: attr('@path'),
  xattr: onOff('@xattr'),
  cache: attr('cache/@mode', ['none', 'always']),
  sandbox: attr('sandbox/@mode', ['namespace', 'chroot']),
  lockPosix: onOff('lock/@posix'),
  lockFlock: onOff('lock/@flock'),
  threadPoolSize: int('thread_pool/@size'),
  maxOpenFiles: int('openfiles/@max'),
}) {}

/** A folder of the host that the guest sees, or a container's root. */
export class Filesystem extends define(
  {
    type: attr('@type', ['mount', 'template', 'file', 'block', 'ram', 'bind', 'volume']),
    model: attr('@model', VIRTIO_MODEL),
    accessMode: attr('@accessmode', ['passthrough', 'mapped', 'squash']),
    multidevs: attr('@multidevs', ['default', 'remap', 'forbid', 'warn']),
    fileMode: attr('@fmode'),
    dirMode: attr('@dmode'),
    driver: attr('driver/@type', ['virtiofs', 'path', 'handle', 'loop', 'nbd', 'ploop', 'mtp']),
    driverName: attr('driver/@name'),
    format: attr('driver/@format', DISK_FORMAT),
    wrPolicy: attr('driver/@wrpolicy', ['immediate']),
    queue: int('driver/@queue'),
    ...virtioDriver,
    sourceDir: attr('source/@dir'),
    sourceFile: attr('source/@file'),
    sourceDev: attr('source/@dev'),
    sourceName: attr('source/@name'),
    sourceSocket: attr('source/@socket'),
    sourcePool: attr('source/@pool'),
    sourceVolume: attr('source/@volume'),
    ramUsage: size('source/@usage', 'KiB', 'source/@units'),
    /** The mount point in a container; for a machine only a tag it asks for. */
    target: attr('target/@dir'),
    readonly: flag('readonly'),
    spaceHardLimit: size('space_hard_limit', 'bytes'),
    spaceSoftLimit: size('space_soft_limit', 'bytes'),
    binary: section('binary', () => VirtiofsDaemon),
    uidMap: list('idmap/uid', () => IdMapping),
    gidMap: list('idmap/gid', () => IdMapping),
    ...bootable,
    ...device,
  },
  'filesystem',
) {}
