import { describe, expect, it } from 'vitest';
import { NameTable } from './stats-names.ts';
import { ShapeTable } from './stats-shapes.ts';
import { UuidTable, uuidText } from './stats-uuids.ts';

const fieldLength = 80;

/** Names in fields of 80 bytes, with rubbish behind their NUL. */
function memoryOf(names: string[]): Int32Array {
  const bytes = Buffer.alloc(names.length * fieldLength, 0xee);
  names.forEach((name, index) => {
    bytes.write(name, index * fieldLength, 'latin1');
    if (name.length < fieldLength) bytes[index * fieldLength + name.length] = 0;
  });
  return new Int32Array(new Uint8Array(bytes).buffer);
}

function read(table: NameTable, names: string[]) {
  const words = memoryOf(names);
  let name = table.start;
  return names.map((_, index) => {
    name = table.at(name, words, (index * fieldLength) / 4, fieldLength);
    return name;
  });
}

describe('names of statistics', () => {
  const names = ['cpu.time', 'cpu.user', 'a', 'ab', 'abc', 'abcd', '', 'x'.repeat(79), 'y'.repeat(80)];

  it('are read whatever is behind their NUL, whatever their length', () => {
    expect(read(new NameTable(), names).map((name) => name.text)).toEqual(names);
  });

  it('are the same objects the next time', () => {
    const table = new NameTable();
    const first = read(table, names);
    expect(read(table, names)).toEqual(first);
    expect(read(table, [...names].reverse())).toEqual([...first].reverse());
    expect(table.size).toBe(names.length);
  });

  it('are not confused when one begins as another does', () => {
    const table = new NameTable();
    read(table, ['net.1.rx']);
    for (const name of ['net.1.r', 'net.1.rxy', 'net.1.tx', 'net.1.rx']) {
      expect(read(table, [name])[0]?.text).toBe(name);
    }
  });
});

describe('shapes of statistics', () => {
  const names = read(new NameTable(), ['cpu.time', 'block.0.name', 'block.0.rd']);

  it('are shared by domains with the same names and texts', () => {
    const table = new ShapeTable();
    const a = table.find(names, [null, 'vda', null], 3);
    const b = table.find(names, [null, 'sda', null], 3);
    const c = table.find(names, [], 1);
    expect(table.find(names, [null, 'vda', null], 3)).toBe(a);
    expect([a.id, b.id, c.id]).toEqual([0, 1, 2]);
    expect(table.shapes).toEqual([a, b, c]);
    expect(b.texts).toEqual([null, 'sda', null]);
    expect(c.names).toEqual(['cpu.time']);
  });

  it('tell a text apart from the number of a name', () => {
    const table = new ShapeTable();
    const one = table.find(names, ['1'], 1);
    const other = table.find(names, [null, null], 2);
    expect(one).not.toBe(other);
  });
});

describe('UUIDs', () => {
  it('are written as libvirt does and kept per place', () => {
    const table = new UuidTable();
    table.bytes.set(Buffer.from('6695eb01f6a4830479aa97f2502e193f', 'hex'));
    expect(table.textFor(0)).toBe('6695eb01-f6a4-8304-79aa-97f2502e193f');
    table.bytes[15] = 0x40;
    expect(table.textFor(0)).toBe('6695eb01-f6a4-8304-79aa-97f2502e1940');
    expect(uuidText(table.bytes)).toBe('6695eb01-f6a4-8304-79aa-97f2502e1940');
  });
});
