import type { MediumFile } from './iso.ts';

const FILE_MODE = 0o100644;

/**
 * An initrd with more files in its root. The kernel unpacks archives one after another, compressed or not; each begins at
 * a multiple of four bytes (https://docs.kernel.org/driver-api/early-userspace/buffer-format.html).
 */
export function withFiles(initrd: Uint8Array, files: readonly MediumFile[]): Uint8Array {
  const archive = files.map((file, index) => entry(file.name, file.bytes, index + 1));
  return Buffer.concat([
    initrd,
    padding(initrd.length),
    ...archive,
    entry('TRAILER!!!', new Uint8Array(0), 0),
  ]);
}

/** A file in a cpio archive of the form "newc" (cpio(5)). */
function entry(name: string, bytes: Uint8Array, inode: number): Buffer {
  const path = Buffer.from(`${name}\0`, 'utf8');
  const fields = [
    inode,
    inode === 0 ? 0 : FILE_MODE,
    0, // user
    0, // group
    1, // links
    0, // time
    bytes.length,
    0, // device
    0,
    0, // device that it is
    0,
    path.length,
    0, // sum, of another form
  ];
  const hex = fields.map((field) => field.toString(16).toUpperCase().padStart(8, '0')).join('');
  const head = Buffer.concat([Buffer.from(`070701${hex}`, 'latin1'), path]);
  return Buffer.concat([head, padding(head.length), bytes, padding(bytes.length)]);
}

function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}
