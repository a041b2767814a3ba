import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appWindowArguments, findChromium, hasDisplay } from './chromium.ts';
import { ownArguments, parseCommandLine, UsageError } from './commandLine.ts';
import { allowedExternal } from './externalLinks.ts';
import { userPaths } from './paths.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('parseCommandLine', () => {
  it('reads options and URIs in any order', () => {
    expect(parseCommandLine(['test:///default', '--serve', '--port', '8080', 'qemu:///system'])).toEqual({
      command: 'start',
      serve: true,
      port: 8080,
      request: { uris: ['test:///default', 'qemu:///system'], show: null },
    });
    const nothing = { command: 'start', serve: false, port: 0, request: { uris: [], show: null } };
    expect(parseCommandLine([])).toEqual(nothing);
    expect(parseCommandLine(['--no-open'])).toMatchObject({ serve: true });
    expect(parseCommandLine(['--', '--odd'])).toMatchObject({ request: { uris: ['--odd'] } });
  });

  it('reads what is to be shown', () => {
    const show = (...args: string[]) => parseCommandLine(args);
    expect(show('qemu:///system', '--show-console', 'web 1')).toMatchObject({
      request: { uris: ['qemu:///system'], show: { kind: 'console', machine: 'web 1' } },
    });
    expect(show('--new')).toMatchObject({ request: { show: { kind: 'new' } } });
    expect(show('--host=test:///default')).toMatchObject({
      request: { uris: [], show: { kind: 'host', uri: 'test:///default' } },
    });
  });

  it('reads the commands that need no window', () => {
    expect(parseCommandLine(['--doctor', 'qemu:///system', '--json'])).toEqual({
      command: 'doctor',
      uri: 'qemu:///system',
      readOnly: false,
      json: true,
    });
    const words = ['--make-certificates', 'x', '--server', 'a, 10.0.0.1', '--server=b', '--client', 'me'];
    expect(parseCommandLine(words)).toEqual({
      command: 'make-certificates',
      folder: 'x',
      servers: [['a', '10.0.0.1'], ['b']],
      clients: ['me'],
      days: null,
      json: false,
    });
    expect(parseCommandLine(['--help', '--new'])).toEqual({ command: 'help' });
  });

  it.each([
    [['--port=-1'], '--port takes'],
    [['--port=65536'], '--port takes'],
    [['--port=1e3'], '--port takes'],
    [['--port='], '--port takes'],
    [['--port= 80'], '--port takes'],
    [['--bogus'], "Unknown option '--bogus'. See"],
    [['--doctor'], '--doctor'],
    [['--doctor', ''], 'takes the URI'],
    [['--doctor', 'a', 'b'], '"b" is another'],
    [['--doctor', 'a', '--new'], '--new goes with a window only'],
    [['--json'], '--json goes with --doctor or --make-certificates only'],
    [['--new', '--host', 'x'], 'Only one of'],
    [['--show-console', ''], 'takes a name'],
    [['--make-certificates', 'x'], 'at least one'],
    [['--make-certificates', 'x', '--server', ' , '], 'at least one name'],
    [['--make-certificates', 'x', '--client', 'a', '--days', '0'], '--days takes a number from 1'],
  ])('refuses %j in a sentence', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(UsageError);
    expect(() => parseCommandLine(args)).toThrow(message);
  });
});

describe('ownArguments', () => {
  it("leaves out Chromium's switches, and the folder before there is a package", () => {
    const words = ['--no-sandbox', '/src/virtdeck', '--ozone-platform=wayland', 'test:///default'];
    expect(ownArguments(['electron', ...words], true)).toEqual(['test:///default']);
    expect(
      ownArguments(['virtdeck', '--no-sandbox', '--show-console', 'a b', 'qemu:///system'], false),
    ).toEqual(['--show-console', 'a b', 'qemu:///system']);
    expect(ownArguments(['virtdeck', '--inspect=1', '--doctor=x', '--json', '--', '-y'], false)).toEqual([
      '--doctor=x',
      '--json',
      '--',
      '-y',
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

  it('starts without a home to write to, and without a session folder, and says so', () => {
    writeFileSync(join(folder, 'file'), '');
    const warnings: string[] = [];
    const paths = userPaths(
      { XDG_CONFIG_HOME: join(folder, 'file'), XDG_DATA_HOME: join(folder, 'file'), XDG_RUNTIME_DIR: folder },
      (message) => warnings.push(message),
    );
    expect(paths).toEqual({
      config: join(folder, 'file/virtdeck'),
      data: join(folder, 'virtdeck/data'),
      runtime: join(folder, 'virtdeck'),
    });
    expect(statSync(paths.data).mode & 0o777).toBe(0o700);
    expect(warnings.join('\n')).toMatch(/will not be kept[\s\S]*is used, which is emptied/);
  });

  it('does not take a session folder that others can write to', () => {
    chmodSync(folder, 0o777);
    const warnings: string[] = [];
    const home = { XDG_CONFIG_HOME: join(folder, 'c'), XDG_DATA_HOME: join(folder, 'd') };
    const paths = userPaths({ ...home, XDG_RUNTIME_DIR: folder }, (message) => warnings.push(message));
    expect(paths.runtime).toBe(join(tmpdir(), `virtdeck-${process.getuid?.()}`, 'virtdeck'));
    expect(warnings).toEqual([expect.stringMatching(/others can write to it\. .* is used instead/)]);
  });
});
