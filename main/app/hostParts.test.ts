import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appWindowArguments, findChromium, hasDisplay } from './chromium.ts';
import { urisFromArguments } from './electronArguments.ts';
import { allowedExternal } from './externalLinks.ts';
import { userPaths } from './paths.ts';
import { parseArguments } from './webCli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('parseArguments', () => {
  it('reads options and URIs in any order', () => {
    expect(parseArguments(['test:///default', '--serve', '--port', '8080', 'qemu:///system'])).toEqual({
      serve: true,
      port: 8080,
      uris: ['test:///default', 'qemu:///system'],
      show: null,
    });
    expect(parseArguments([])).toEqual({ serve: false, port: 0, uris: [], show: null });
    expect(parseArguments(['--no-open'])).toMatchObject({ serve: true });
    expect(parseArguments(['--', '--odd'])).toMatchObject({ uris: ['--odd'] });
  });

  it.each(['-1', '65536', '1e3', '', ' 80'])('refuses the port %j', (port) => {
    expect(() => parseArguments([`--port=${port}`])).toThrow(/--port takes/);
  });
});

describe('urisFromArguments', () => {
  it("leaves out Chromium's switches, and the folder before there is a package", () => {
    const words = ['--no-sandbox', '/src/virtdeck', '--ozone-platform=wayland', 'test:///default'];
    expect(urisFromArguments(['electron', ...words], true)).toEqual(['test:///default']);
    expect(urisFromArguments(['virtdeck', '--no-sandbox', 'qemu:///system'], false)).toEqual([
      'qemu:///system',
    ]);
  });
});

describe('allowedExternal', () => {
  it('lets https addresses of the list through, in normal form', () => {
    expect(allowedExternal('HTTPS://LIBVIRT.org/a b')).toBe('https://libvirt.org/a%20b');
  });

  it.each([
    'http://libvirt.org',
    'https://libvirt.org:444',
    'https://a@libvirt.org',
    'https://libvirt.org.',
    'x',
    '',
  ])('refuses %j', (address) => {
    expect(() => allowedExternal(address)).toThrow(/not opened/);
  });
});

describe('findChromium', () => {
  const program = (name: string, mode = 0o755) => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, mode);
    return path;
  };

  it('takes the first that can be run, and the one that the user chose before it', () => {
    program('chromium', 0o644);
    program('microsoft-edge');
    const chrome = program('google-chrome');
    expect(findChromium({ PATH: `${folder}:/nonexistent` })).toBe(chrome);
    const chosen = program('my-browser');
    expect(findChromium({ PATH: folder, VIRTDECK_BROWSER: chosen })).toBe(chosen);
    expect(findChromium({ PATH: folder, VIRTDECK_BROWSER: '/nonexistent' })).toBe(chrome);
    expect(findChromium({ PATH: '/nonexistent' })).toBeNull();
    expect(findChromium({})).toBeNull();
  });

  it('opens windows without an address bar, in a profile of their own', () => {
    const words = appWindowArguments('/usr/bin/chromium', 'http://127.0.0.1:1/', '/data');
    expect(words).toContain('--app=http://127.0.0.1:1/');
    expect(words).toContain('--user-data-dir=/data/browser');
    expect(words.join(' ')).not.toMatch(/disable-web-security|remote-debugging/);
  });

  it('knows a display by its variables', () => {
    expect(
      [{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }, { DISPLAY: '' }, {}].map((env) =>
        hasDisplay(env),
      ),
    ).toEqual([true, true, false, false]);
  });
});

describe('userPaths', () => {
  it('makes folders for this user only, and mends a runtime folder that is too open', () => {
    mkdirSync(join(folder, 'virtdeck'), { mode: 0o755 });
    const paths = userPaths({
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_RUNTIME_DIR: folder,
    });
    expect(paths).toEqual({
      config: join(folder, 'config/virtdeck'),
      data: join(folder, 'data/virtdeck'),
      runtime: join(folder, 'virtdeck'),
    });
    for (const path of Object.values(paths)) expect(statSync(path).mode & 0o777).toBe(0o700);
  });
});
