import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildFloppy } from './fat.ts';
import { withFiles } from './initrd.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'virtdeck-media-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
const run = (program: string, args: string[], options: { cwd?: string; input?: Uint8Array } = {}) =>
  execFileSync(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'], encoding: 'utf8' });

const FILES = [
  { name: 'autounattend.xml', bytes: Buffer.from('<unattend/>') },
  { name: 'KS.CFG', bytes: Buffer.from('text\n'.repeat(2000)) },
  { name: 'a name of many letters, für Größe.txt', bytes: Buffer.alloc(0) },
  { name: 'autounattend.xml.bak', bytes: Buffer.alloc(513, 7) },
];

describe('a floppy image', () => {
  it('gives its files to mtools, under their own names', () => {
    const path = join(folder(), 'floppy.img');
    writeFileSync(path, buildFloppy('OEMDRV', FILES));
    for (const { name, bytes } of FILES) {
      const out = join(folder(), 'out');
      execFileSync('mcopy', ['-n', '-i', path, `::${name}`, out], {
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
      expect(readFileSync(out).equals(bytes), name).toBe(true);
    }
  });

  it('is a file system that Linux knows, with its label', () => {
    const path = join(folder(), 'floppy.img');
    writeFileSync(path, buildFloppy('OEMDRV', FILES));
    expect(run('blkid', ['-p', '-o', 'value', '-s', 'TYPE', path]).trim()).toBe('vfat');
    expect(run('blkid', ['-p', '-o', 'value', '-s', 'LABEL', path]).trim()).toBe('OEMDRV');
    expect(run('minfo', ['-i', path, '::'])).toContain('disk type="FAT12');
  });

  it('refuses more than it holds', () => {
    const big = { name: 'big', bytes: Buffer.alloc(1440 * 1024) };
    expect(() => buildFloppy('X', [big])).toThrow('does not fit');
  });
});

describe('an initrd with more files', () => {
  it('unpacks as one archive after the other, whatever the first one’s length', () => {
    const source = folder();
    mkdirSync(join(source, 'etc'));
    writeFileSync(join(source, 'etc/first'), 'first');
    const plain = execFileSync('sh', ['-c', 'find . | cpio -o -H newc --quiet'], { cwd: source });
    const packed = gzipSync(plain);
    const odd = Buffer.concat([packed, Buffer.alloc((5 - (packed.length % 4)) % 4)]);
    expect(odd.length % 4).toBe(1);
    const made = withFiles(odd, [{ name: 'preseed.cfg', bytes: Buffer.from('d-i x\n') }]);
    const added = Buffer.from(made.subarray(odd.length + 3));
    expect(added.subarray(0, 6).toString()).toBe('070701');
    const out = folder();
    run('cpio', ['-i', '--quiet'], { cwd: out, input: added });
    expect(readFileSync(join(out, 'preseed.cfg'), 'utf8')).toBe('d-i x\n');
  });
});
