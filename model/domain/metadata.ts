import { attr, define, text, texts } from '../field/index.ts';

/** What programs keep with a machine: the operating system by libosinfo's name, and Virtdeck's own. */
export class Metadata extends define({
  /** libosinfo's address of the operating system, `http://debian.org/debian/12`. */
  os: attr('libosinfo:libosinfo/libosinfo:os/@id'),
  tags: texts('virtdeck:virtdeck/virtdeck:tag'),
  icon: text('virtdeck:virtdeck/virtdeck:icon'),
  notes: text('virtdeck:virtdeck/virtdeck:notes'),
}) {}
