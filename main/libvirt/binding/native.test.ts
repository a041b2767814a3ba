import { describe, expect, it } from 'vitest';
import { LIBVIR_VERSION_NUMBER } from '../generated/constants.ts';
import { functions } from './functions.ts';
import { LibraryMissing, loadLibrary } from './library.ts';
import { bind, native } from './native.ts';
import { installedVersion, NeedsLibvirt } from './needs.ts';

describe('every public function', () => {
  const all = [...functions.values()];

  it('is declared with the arity of the description and found in the installed library', () => {
    const missing: string[] = [];
    const wrong: string[] = [];
    const found = new Map<string, number>();
    for (const description of all) {
      try {
        const { arguments: args } = bind(description).info;
        if (args.length !== description.args.length) wrong.push(description.name);
        found.set(description.header, (found.get(description.header) ?? 0) + 1);
      } catch (error) {
        if (!(error instanceof NeedsLibvirt)) throw error;
        missing.push(`${description.name} (${description.since})`);
      }
    }
    const extra = (found.get('libvirt-qemu') ?? 0) + (found.get('libvirt-lxc') ?? 0);
    const own = [...found.values()].reduce((sum, n) => sum + n, 0) - extra;
    console.info(`bound: ${own} functions of libvirt.so, ${extra} of libvirt-qemu.so and libvirt-lxc.so`);
    expect(wrong).toEqual([]);
    if (installedVersion() >= LIBVIR_VERSION_NUMBER) {
      expect(missing).toEqual([]);
      expect(own).toBeGreaterThanOrEqual(516);
      expect(extra).toBe(10);
    }
  });

  it('is there under its name in the raw binding', () => {
    expect(all.map((f) => f.name).filter((name) => typeof native[name] !== 'function')).toEqual([]);
    expect(Reflect.get(native, 'virNothing')).toBeUndefined();
    expect(native.virGetLastErrorCode()).toBe(0);
  });

  it('refuses the wrong number of arguments', () => {
    // @ts-expect-error: a call without its argument
    expect(() => native.virConnectOpen()).toThrow('virConnectOpen takes 1 arguments; 0 were given');
  });

  it('refuses a number where C expects an address', () => {
    // @ts-expect-error: a number is not a pointer
    expect(() => native.virConnectClose(5)).toThrow('virConnectClose: conn must be an address or a buffer');
  });

  it('refuses numbers that C would cut off', () => {
    expect(() => native.virEventUpdateTimeout(1, 2 ** 31)).toThrow(RangeError);
    expect(() => native.virEventUpdateTimeout(1, 0.5)).toThrow(RangeError);
    expect(() => native.virConnectOpen('test:\0///')).toThrow('contains a NUL character');
  });
});

describe('what is not there', () => {
  it('is reported with the version that has it', () => {
    const future = {
      name: 'virDomainTeleport',
      header: 'libvirt-domain',
      since: '99.1.0',
      returns: 'int',
      args: [],
    };
    expect(() => bind(future)).toThrow(NeedsLibvirt);
    expect(() => bind(future)).toThrow(
      /^virDomainTeleport needs libvirt 99\.1\.0; the installed library is \d+\.\d+\.\d+$/,
    );
  });

  it('is reported with the packages to install', () => {
    expect(() => loadLibrary('libvirt-nowhere.so.0')).toThrow(LibraryMissing);
    expect(new LibraryMissing('libvirt.so.0', new Error('no such file')).message).toBe(
      "libvirt.so.0 cannot be loaded (no such file). Install libvirt's client library: " +
        'apt install libvirt0, dnf install libvirt-libs, pacman -S libvirt or zypper install libvirt-libs.',
    );
  });
});
