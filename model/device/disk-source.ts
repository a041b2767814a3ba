import { attr, define, int, list, section, text, yesNo } from '../field/index.ts';
import { Address, STARTUP_POLICY } from './common.ts';
import { SecurityLabel } from './security.ts';

export const DISK_TYPE = [
  'file',
  'block',
  'dir',
  'network',
  'volume',
  'nvme',
  'vhostuser',
  'vhostvdpa',
] as const;

export const STORAGE_PROTOCOL = [
  'nbd',
  'iscsi',
  'rbd',
  'gluster',
  'sheepdog',
  'http',
  'https',
  'ftp',
  'ftps',
  'tftp',
  'ssh',
  'nfs',
  'vxhs',
] as const;

/** A server of network storage. */
export class SourceHost extends define({
  name: attr('@name'),
  port: attr('@port'),
  transport: attr('@transport', ['tcp', 'unix', 'rdma']),
  socket: attr('@socket'),
}) {}

/** Who logs in to network storage; the secret itself is an object of libvirt's. */
export class StorageAuth extends define({
  username: attr('@username'),
  type: attr('@type', ['chap', 'ceph']),
  secretType: attr('secret/@type', ['ceph', 'iscsi']),
  secretUsage: attr('secret/@usage'),
  secretUuid: attr('secret/@uuid'),
}) {}

export class EncryptionSecret extends define({
  type: attr('@type', ['passphrase']),
  usage: attr('@usage'),
  uuid: attr('@uuid'),
}) {}

/** How an image is encrypted. */
export class Encryption extends define({
  format: attr('@format', ['luks', 'luks2', 'luks-any', 'qcow', 'default']),
  engine: attr('@engine', ['qemu', 'librbd']),
  secrets: list('secret', () => EncryptionSecret),
  cipherName: attr('cipher/@name'),
  cipherSize: int('cipher/@size'),
  cipherMode: attr('cipher/@mode'),
  cipherHash: attr('cipher/@hash'),
  ivgen: attr('ivgen/@name'),
  ivgenHash: attr('ivgen/@hash'),
}) {}

export class Cookie extends define({ name: attr('@name'), value: text('.') }) {}

/** A part of a file or device used as the whole. */
export class Slice extends define({
  type: attr('@type', ['storage']),
  offset: int('@offset'),
  size: int('@size'),
}) {}

/** How QEMU connects again to a socket. */
export const reconnect = {
  reconnect: yesNo('reconnect/@enabled'),
  reconnectTimeout: int('reconnect/@timeout'),
} as const;

/** SCSI persistent reservations and the helper that makes them. */
export class Reservations extends define({
  managed: yesNo('@managed'),
  type: attr('source/@type', ['unix']),
  path: attr('source/@path'),
  mode: attr('source/@mode', ['client', 'server']),
  reconnect: yesNo('source/reconnect/@enabled'),
  reconnectTimeout: int('source/reconnect/@timeout'),
}) {}

/** Where the content of a disk comes from (https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms). */
export class DiskSource extends define({
  file: attr('@file'),
  dev: attr('@dev'),
  dir: attr('@dir'),
  protocol: attr('@protocol', STORAGE_PROTOCOL),
  name: attr('@name'),
  query: attr('@query'),
  pool: attr('@pool'),
  volume: attr('@volume'),
  mode: attr('@mode', ['host', 'direct', 'client', 'server']),
  startupPolicy: attr('@startupPolicy', STARTUP_POLICY),
  index: int('@index'),
  fdgroup: attr('@fdgroup'),
  type: attr('@type', ['pci', 'unix']),
  path: attr('@path'),
  managed: yesNo('@managed'),
  namespace: int('@namespace'),
  tls: yesNo('@tls'),
  tlsHostname: attr('@tlsHostname'),
  hosts: list('host', () => SourceHost),
  snapshot: attr('snapshot/@name'),
  config: attr('config/@file'),
  auth: section('auth', () => StorageAuth),
  encryption: section('encryption', () => Encryption),
  reservations: section('reservations', () => Reservations),
  initiator: attr('initiator/iqn/@name'),
  address: section('address', () => Address),
  slices: list('slices/slice', () => Slice),
  cookies: list('cookies/cookie', () => Cookie),
  sslVerify: yesNo('ssl/@verify'),
  readahead: int('readahead/@size'),
  timeout: int('timeout/@seconds'),
  identityUser: attr('identity/@user'),
  identityGroup: attr('identity/@group'),
  identityUsername: attr('identity/@username'),
  identityKeyfile: attr('identity/@keyfile'),
  identityAgentSocket: attr('identity/@agentsock'),
  knownHosts: attr('knownHosts/@path'),
  ...reconnect,
  reconnectDelay: int('reconnect/@delay'),
  securityLabels: list('seclabel', () => SecurityLabel),
}) {
  /** The path or URL-like name under which people know the source; null if there is none. */
  get location(): string | null {
    if (this.protocol !== null) {
      const host = this.hosts.at(0);
      const server = host?.socket ?? [host?.name, host?.port].filter(Boolean).join(':');
      return `${this.protocol}://${server}/${this.name ?? ''}`;
    }
    if (this.volume !== null) return `${this.pool ?? ''}/${this.volume}`;
    return this.file ?? this.dev ?? this.dir ?? this.path;
  }
}
