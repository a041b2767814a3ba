/** Words for values of disks. */
export const BUS_WORDS: Readonly<Record<string, string>> = {
  virtio: 'VirtIO',
  sata: 'SATA',
  ide: 'IDE',
  scsi: 'SCSI',
  usb: 'USB',
  fdc: 'Floppy controller',
  sd: 'SD card',
  nvme: 'NVMe',
  xen: 'Xen',
};

export const CACHE_WORDS: Readonly<Record<string, string>> = {
  none: 'None: past the host’s cache',
  writeback: 'Write back',
  writethrough: 'Write through',
  directsync: 'Direct, and synced after each write',
  unsafe: 'Unsafe: flushes are ignored',
};

export const TYPE_WORDS: Readonly<Record<string, string>> = {
  file: 'A file of the host',
  block: 'A device of the host',
  volume: 'A volume, by its pool',
  network: 'Network storage',
  dir: 'A folder as a FAT disk',
  nvme: 'An NVMe disk of the host',
  vhostuser: 'A vhost-user server',
};

export const ERROR_WORDS: Readonly<Record<string, string>> = {
  stop: 'Pause the machine',
  report: 'Tell the guest',
  ignore: 'Ignore',
  enospace: 'Pause when the host is full, else tell the guest',
};

export const REMOVABLE: ReadonlySet<string> = new Set(['cdrom', 'floppy']);
