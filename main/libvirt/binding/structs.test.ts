import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type StructName, structs } from '../generated/layouts.ts';
import { decodeStruct, layoutOf } from './structs.ts';

const hasCompiler = works('cc', ['-include', 'libvirt/libvirt.h', '-fsyntax-only', '-x', 'c', '/dev/null']);

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const isStruct = (name: string): name is StructName => Object.hasOwn(structs, name);
const names = Object.keys(structs).filter(isStruct);

/** What the compiler says, as `struct.field offset` and `struct size`. */
function compiled(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-layouts-'));
  try {
    const lines = names.flatMap((name) => [
      `  printf("${name} %zu\\n", sizeof(${name}));`,
      ...structs[name].map(([field]) => `  printf("${name}.${field} %zu\\n", offsetof(${name}, ${field}));`),
    ]);
    const headers = ['stdio.h', 'stddef.h', 'libvirt/libvirt.h', 'libvirt/virterror.h'];
    const source = [
      ...headers.map((h) => `#include <${h}>`),
      'int main(void) {',
      ...lines,
      '  return 0;',
      '}',
    ];
    writeFileSync(join(folder, 'layouts.c'), source.join('\n'));
    execFileSync('cc', ['-w', '-o', join(folder, 'layouts'), join(folder, 'layouts.c')]);
    return execFileSync(join(folder, 'layouts'), { encoding: 'utf8' }).trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('layouts of structs', () => {
  // In CI a missing compiler is a failure, not a reason to skip.
  it.skipIf(!hasCompiler && !process.env.CI)('are those of the compiler', () => {
    const ours = names.flatMap((name) => {
      const layout = layoutOf(name);
      const fields = Object.values(layout.members ?? {});
      return [`${name} ${layout.size}`, ...fields.map((field) => `${name}.${field.name} ${field.offset}`)];
    });
    expect(ours).toEqual(compiled());
    expect(ours.length).toBeGreaterThan(150);
  });

  it('become plain values', () => {
    const memory = Buffer.alloc(layoutOf('virDomainInfo').size);
    memory.writeUInt8(3, 0);
    memory.writeBigUInt64LE(2n ** 40n, 8);
    memory.writeUInt16LE(65535, 24);
    memory.writeBigUInt64LE(2n ** 60n + 1n, 32);
    expect(decodeStruct('virDomainInfo', memory)).toEqual({
      state: 3,
      maxMem: 2 ** 40,
      memory: 0,
      nrVirtCpu: 65535,
      cpuTime: 2 ** 60,
    });
  });
});
