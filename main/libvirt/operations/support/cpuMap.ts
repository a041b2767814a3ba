/**
 * A list of processors as libvirt writes it (`0-3,^2,8`) as a bit map: the lowest bit of the first byte is 0.
 * Null is all of them, which libvirt takes for "not pinned".
 * @param count processors of the host; what is named beyond is left out
 * @throws RangeError for a text that is no such list
 */
export function cpuMapOf(list: string | null, count: number): Uint8Array {
  const map = new Uint8Array(Math.max(1, Math.ceil(count / 8)));
  for (const part of (list ?? `0-${count - 1}`).split(',')) {
    const match = /^(\^?)([0-9]{1,6})(?:-([0-9]{1,6}))?$/.exec(part.trim());
    if (!match) throw new RangeError(`"${list ?? ''}" is not a list of processors like 0-3,^2`);
    const first = Number(match[2]);
    const last = Math.min(match[3] === undefined ? first : Number(match[3]), count - 1);
    for (let cpu = first; cpu <= last; cpu += 1) {
      const byte = cpu >> 3;
      const bit = 1 << (cpu & 7);
      map[byte] = match[1] === '^' ? (map[byte] ?? 0) & ~bit : (map[byte] ?? 0) | bit;
    }
  }
  return map;
}
