import { describe, expect, it } from 'vitest';
import { ParameterNames } from './parameterNames.ts';

/** A field of 80 bytes as libvirt fills it, with rubbish behind the NUL. */
function memoryOf(name: string, rubbish = 0): Int32Array {
  const bytes = Buffer.alloc(96, rubbish);
  bytes.write(`${name}\0`, 0, 80, 'latin1');
  return new Int32Array(bytes.buffer, bytes.byteOffset, 24);
}

describe('ParameterNames', () => {
  it('asks once for each name, whatever stands behind its end', () => {
    const asked: string[] = [];
    const names = new ParameterNames((name) => asked.push(name));
    for (const name of ['cpu.time', 'cpu.user', 'a', 'ab', 'abc', 'abcd', 'abcde', '']) {
      const value = names.find(memoryOf(name), 0);
      expect(names.find(memoryOf(name, 0x41), 0)).toBe(value);
      expect(names.find(memoryOf(name, 0xff), 0)).toBe(value);
    }
    expect(asked).toEqual(['cpu.time', 'cpu.user', 'a', 'ab', 'abc', 'abcd', 'abcde', '']);
  });

  it('tells names apart that share a hash, and takes names of full length', () => {
    const values = new Map<string, number>();
    const names = new ParameterNames((name) => {
      values.set(name, values.size);
      return values.size - 1;
    });
    for (let index = 0; index < 20_000; index++) {
      const name = `block.${index}.rd.bytes`;
      expect(names.find(memoryOf(name), 0)).toBe(values.get(name));
    }
    const full = 'x'.repeat(79);
    expect(names.find(memoryOf(full), 0)).toBe(values.get(full));
  });
});
