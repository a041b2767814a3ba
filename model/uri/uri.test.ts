import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkUri,
  formatUri,
  hypervisorOf,
  isOn,
  LOCAL_QEMU,
  parameterFor,
  parameterOf,
  parametersFor,
  parseUri,
  type UriParts,
  uriHypervisors,
  uriParameters,
  uriTransports,
  withHypervisor,
  withParameter,
  withTransport,
} from './index.ts';

function parts(text: string): UriParts {
  const parsed = parseUri(text);
  if (!parsed.parts) throw new Error(`${text}: ${parsed.problem}`);
  return parsed.parts;
}

describe('parseUri', () => {
  it.each([
    ['qemu:///system', { driver: 'qemu', transport: null, host: '', path: '/system' }],
    ['QEMU+SSH://root@lab1:2222/system', { transport: 'ssh', user: 'root', host: 'lab1', port: 2222 }],
    ['qemu+ssh://[fd00::1]/system', { host: 'fd00::1', port: null }],
    ['qemu+ssh://[fe80::1%25eth0]:22/system', { host: 'fe80::1%eth0', port: 22 }],
    ['qemu+ssh://a%40example.org@h/system', { user: 'a@example.org', host: 'h' }],
    ['qemu+tls://h:/system', { host: 'h', port: null }],
    ['test:///tmp/a%20b.xml', { path: '/tmp/a%20b.xml' }],
    ['  xen:///  ', { driver: 'xen', path: '/' }],
    ['esx://h?no_verify=1', { host: 'h', path: '' }],
    ['vpx://u@vc/DC%2f1/host', { path: '/DC%2f1/host', user: 'u' }],
  ])('reads %s', (text, expected) => {
    expect(parts(text)).toMatchObject(expected);
  });

  it('reads parameters as libvirt does', () => {
    const { parameters } = parts('qemu+ssh://h/system?keyfile=/a+b%26c&no_tty=1;socket&=x&netcat=a=b');
    expect(parameters).toEqual([
      { name: 'keyfile', value: '/a+b&c' },
      { name: 'no_tty', value: '1' },
      { name: 'socket', value: '' },
      { name: 'netcat', value: 'a=b' },
    ]);
  });

  it.each([
    ['', 'empty'],
    ['system', 'begins with a driver'],
    ['qemu+://h/system', 'a transport'],
    ['qemu:/system', 'two slashes'],
    ['qemu+ssh://[fd00::1/system', 'not closed'],
    ['qemu+ssh://[lab]/system', 'IPv6 addresses only'],
    ['qemu+ssh://fd00::1/system', 'in brackets'],
    ['qemu+ssh://h:0/system', '65535'],
    ['qemu+ssh://h:99999/system', '65535'],
    ['qemu+ssh://h:ssh/system', 'not a number'],
    ['qemu:///system\nx', 'line break'],
    [`qemu:///${'x'.repeat(5000)}`, 'longer'],
  ])('says what is wrong with %j', (text, words) => {
    expect(parseUri(text)).toMatchObject({ parts: null, problem: expect.stringContaining(words) });
  });

  it('never throws and never hangs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseUri(text);
        parseUri(`qemu+ssh://${text}`);
      }),
    );
  });
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const anyText = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll(/\p{Cc}/gu, ''));
const arbitraryParts: fc.Arbitrary<UriParts> = fc.record({
  driver: word,
  transport: fc.option(word),
  user: fc.option(anyText.filter((text) => text !== '')),
  host: fc.oneof(fc.constant(''), fc.domain(), fc.ipV4(), fc.ipV6(), fc.constant('fe80::1%eth0')),
  port: fc.option(fc.integer({ min: 1, max: 65535 })),
  path: fc.oneof(fc.constantFrom('', '/', '/system', '/DC%2f1/a'), fc.webPath({ size: 'small' })),
  parameters: fc.array(fc.record({ name: anyText.filter((text) => text !== ''), value: anyText }), {
    maxLength: 5,
  }),
});

describe('formatUri', () => {
  it('is read back as the same parts', () => {
    fc.assert(
      fc.property(arbitraryParts, (one) => {
        expect(parts(formatUri(one))).toEqual(one);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryParts, (one) => {
        const text = formatUri(one);
        expect(formatUri(parts(text))).toBe(text);
      }),
    );
  });

  it.each([
    'qemu:///system',
    'qemu+ssh://root@lab1/system',
    'qemu+ssh://root@[fd00::1]:2222/system?keyfile=/home/me/.ssh/id_a&no_tty=1',
    'qemu+unix:///system?socket=/run/libvirt/libvirt-sock',
    'qemu+tls://h/system?pkipath=/a/b',
    'vpx://user@vc/DC%2f1/cluster/host?no_verify=1',
    'test:///home/me/hosts.xml',
  ])('leaves %s as it is', (text) => {
    expect(formatUri(parts(text))).toBe(text);
  });

  it('escapes a path that was typed with spaces', () => {
    expect(formatUri({ ...LOCAL_QEMU, driver: 'test', path: '/a b?c#d%.xml' })).toBe(
      'test:///a%20b%3Fc%23d%25.xml',
    );
  });
});

describe('parameters', () => {
  it('are set in place, and taken out', () => {
    const one = parts('qemu+ssh://h/system?a=1&b=2&a=3');
    expect(parameterOf(one, 'a')).toBe('3');
    expect(formatUri(withParameter(one, 'a', '9'))).toBe('qemu+ssh://h/system?a=9&b=2');
    expect(formatUri(withParameter(one, 'c', 'x'))).toBe('qemu+ssh://h/system?a=1&b=2&a=3&c=x');
    expect(formatUri(withParameter(one, 'a', null))).toBe('qemu+ssh://h/system?b=2');
  });

  it('are on with any number but zero, as in libvirt', () => {
    for (const [value, on] of [
      ['1', true],
      ['0', false],
      ['', false],
      ['yes', false],
      ['2', true],
    ] as const) {
      expect(isOn({ parameters: [{ name: 'no_verify', value }] }, 'no_verify')).toBe(on);
    }
  });

  it('are offered where they mean something, and explained', () => {
    const names = (text: string) => parametersFor(parts(text)).map((one) => one.name);
    expect(names('qemu+ssh://h/system')).toEqual(
      expect.arrayContaining(['keyfile', 'no_tty', 'netcat', 'proxy']),
    );
    expect(names('qemu+ssh://h/system')).not.toContain('pkipath');
    expect(names('qemu://h/system')).toEqual(
      expect.arrayContaining(['pkipath', 'no_verify', 'tls_priority']),
    );
    expect(names('esx://h/')).toEqual([
      'no_verify',
      'authfile',
      'transport',
      'vcenter',
      'auto_answer',
      'proxy',
    ]);
    expect(names('test:///default')).toEqual([]);
    expect(names('test+tcp://h/default')).toContain('mode');
    expect(parameterFor(parts('esx://h/'), 'proxy')?.label).toBe('Web proxy');
    expect(parameterFor(parts('qemu+ssh://h/system'), 'proxy')?.label).toBe('Helper on the host');
    for (const one of uriParameters) expect(one.explanation).toMatch(/\.$/);
  });
});

describe('the tables', () => {
  it('have each hypervisor once, and each finds itself', () => {
    for (const one of uriHypervisors) {
      expect(hypervisorOf({ driver: one.driver, path: one.path })?.key).toBe(one.key);
    }
    expect(hypervisorOf({ driver: 'test', path: '/home/me/x.xml' })?.key).toBe('test-file');
    expect(hypervisorOf({ driver: 'qemu', path: '/other' })).toBeUndefined();
  });

  it('make sound URIs in all combinations of hypervisor and transport', () => {
    for (const chosen of uriHypervisors) {
      for (const { id, host } of uriTransports) {
        const base = withTransport({ ...LOCAL_QEMU, host: host === 'none' ? '' : 'h' }, id);
        const command = id === 'ext' ? withParameter(base, 'command', '/usr/bin/x') : base;
        const made = withHypervisor(command, chosen);
        if (chosen.reach === 'own' && made.host === '') continue;
        const errors = checkUri(made).filter((one) => one.severity === 'error');
        expect(errors, formatUri(made)).toEqual([]);
      }
    }
  });
});

describe('a changed choice', () => {
  it('drops what means nothing any more, and keeps what nobody knows', () => {
    const before = parts('qemu+ssh://root@h:2222/system?keyfile=/k&mode=legacy&mine=1');
    expect(formatUri(withTransport(before, 'tls'))).toBe('qemu+tls://h/system?mode=legacy&mine=1');
    expect(formatUri(withTransport(before, null))).toBe('qemu:///system?mode=legacy&mine=1');
    const esx = uriHypervisors.find((one) => one.key === 'esx')!;
    expect(formatUri(withHypervisor(before, esx))).toBe('esx://root@h/?mine=1');
  });
});

describe('checkUri', () => {
  const found = (text: string) => checkUri(parts(text)).map((one) => [one.severity, one.field]);

  it.each([
    ['qemu:///system', []],
    ['qemu+ssh://root@h/system', []],
    ['qemi:///system', [['error', 'driver']]],
    ['qemu+shs://h/system', [['error', 'transport']]],
    ['qemu+ssh:///system', [['error', 'host']]],
    ['qemu+unix://h/system', [['error', 'host']]],
    ['qemu+ssh://-oProxyCommand=x/system', [['error', 'host']]],
    ['qemu+ssh://-l@h/system', [['error', 'user']]],
    ['qemu+ssh://me:secret@h/system', [['danger', 'user']]],
    ['qemu+tls://me@h/system', [['note', 'user']]],
    ['qemu+tcp://h/system', [['danger', 'transport']]],
    ['qemu:///sytem', [['error', 'path']]],
    ['qemu+tls://h/system?no_verify=1', [['danger', 'parameter:no_verify']]],
    ['qemu+tls://h/system?no_verify=yes', [['error', 'parameter:no_verify']]],
    ['qemu+tls://h/system?keyfile=/k', [['note', 'parameter:keyfile']]],
    ['qemu+ssh://h/system?mode=x', [['error', 'parameter:mode']]],
    ['qemu+libssh://h/system?sshauth=agent,privkey', []],
    ['qemu+libssh://h/system?sshauth=agent,pass', [['error', 'parameter:sshauth']]],
    ['qemu+libssh://h/system?known_hosts_verify=ignore', [['danger', 'parameter:known_hosts_verify']]],
    ['qemu+ext://h/system', [['error', 'parameter:command']]],
    ['qemu+ssh://h/system?mine=1', [['note', 'parameter:mine']]],
  ])('judges %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
