import { attr, define, int, text } from '../field/index.ts';

/** Owner and mode of what libvirt creates; the mode in octal digits, as libvirt writes it. */
export class Permissions extends define({
  mode: text('mode'),
  owner: int('owner'),
  group: int('group'),
  label: text('label'),
}) {}

/** Seconds since 1970, with a fraction. */
export class Timestamps extends define({
  accessed: text('atime'),
  born: text('btime'),
  changed: text('ctime'),
  modified: text('mtime'),
}) {}

export class Extent extends define({ start: attr('@start'), end: attr('@end') }) {}
