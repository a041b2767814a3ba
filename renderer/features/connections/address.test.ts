import { describe, expect, it } from 'vitest';
import { withParameter, withTransport } from '../../../model/uri/index.ts';
import {
  addressOf,
  dangersOf,
  formOf,
  NEW_ADDRESS,
  problemsOf,
  refusalOf,
  typedAddress,
  withHost,
  withPort,
} from './address.ts';

const parts = (text: string) => typedAddress(text).parts;

describe('an address', () => {
  it('grows as its fields are filled', () => {
    let address = NEW_ADDRESS;
    expect(address.text).toBe('qemu+ssh:///system');
    address = addressOf(withHost(address.parts, 'lab1', false));
    address = addressOf({ ...address.parts, user: 'root' });
    address = addressOf(withPort(address.parts, '2222'));
    address = addressOf(withParameter(address.parts, 'keyfile', '/k'));
    expect(address.text).toBe('qemu+ssh://root@lab1:2222/system?keyfile=/k');
  });

  it('keeps what nobody knows when a field is changed', () => {
    const typed = typedAddress('qemu+ssh://lab1/system?future=1&keyfile=/k&x%20y=z');
    expect(addressOf({ ...typed.parts, host: 'lab2' }).text).toBe(
      'qemu+ssh://lab2/system?future=1&keyfile=/k&x%20y=z',
    );
    expect(formOf(typed.parts).strangers.map(({ name }) => name)).toEqual(['future', 'x y']);
    expect(addressOf(withTransport(typed.parts, 'tls')).text).toBe('qemu+tls://lab1/system?future=1&x%20y=z');
  });

  it('keeps the fields while its text cannot be read', () => {
    const good = typedAddress('xen+tls://lab1/system');
    const broken = typedAddress('xen+tls:', good.parts);
    expect(broken.problem).toContain('two slashes');
    expect(broken.parts).toBe(good.parts);
    expect(refusalOf(broken)).toBe(broken.problem);
  });
});

describe('a host', () => {
  it.each([
    ['root@lab1', 'root', 'lab1', null],
    ['[fd00::1]', null, 'fd00::1', null],
    ['[fd00::1]:22', null, 'fd00::1', 22],
    ['me@[fd00::1]:22', 'me', 'fd00::1', 22],
    ['fd00::1', null, 'fd00::1', null],
    ['lab1:2222', null, 'lab1', 2222],
    [' lab1 ', null, 'lab1', null],
    ['DOMAIN@me@lab1', 'DOMAIN@me', 'lab1', null],
  ])('is taken from %j', (typed, user, host, port) => {
    expect(withHost(NEW_ADDRESS.parts, typed, true)).toMatchObject({ user, host, port });
  });

  it('is not divided at a colon while it is typed: it may be an IPv6 address', () => {
    expect(withHost(NEW_ADDRESS.parts, 'fd00:1', false)).toMatchObject({ host: 'fd00:1', port: null });
  });
});

describe('fields', () => {
  it('are those of the hypervisor and the transport', () => {
    expect(formOf(parts('qemu:///system'))).toMatchObject({
      hasTransport: true,
      hasHost: false,
      hasUser: false,
      hasPort: false,
      pathLabel: null,
    });
    expect(formOf(parts('qemu+ssh://h/system'))).toMatchObject({
      hasHost: true,
      hasUser: true,
      hasPort: true,
    });
    expect(formOf(parts('qemu+tls://h/system'))).toMatchObject({ hasHost: true, hasUser: false });
    expect(formOf(parts('esx://h/'))).toMatchObject({ hasTransport: false, hasHost: true, hasUser: true });
    expect(formOf(parts('test:///default'))).toMatchObject({ hasTransport: false, hasHost: false });
    expect(formOf(parts('vpx://h/dc/esx1')).pathLabel).toContain('Datacenter');
    expect(formOf(parts('openvz:///system'))).toMatchObject({ hypervisor: undefined, pathLabel: 'Path' });
  });

  it('show what a URI has although it means nothing', () => {
    expect(formOf(parts('qemu+unix://me@h:1/system'))).toMatchObject({
      hasHost: true,
      hasUser: true,
      hasPort: true,
    });
  });
});

describe('problems', () => {
  it('are at their fields', () => {
    expect(problemsOf(NEW_ADDRESS.parts).get('host')?.message).toContain('Which host');
    expect(problemsOf({ ...NEW_ADDRESS.parts, port: 70000 }).get('port')?.severity).toBe('error');
    expect(problemsOf(parts('qemu+ssh://h/system?proxy=x')).get('parameter:proxy')?.severity).toBe('error');
  });

  it('keep from connecting where libvirt cannot accept it, not where it may know more', () => {
    expect(refusalOf(NEW_ADDRESS)).toContain('Which host');
    expect(refusalOf(typedAddress('qemu+ssh://h/system'))).toBeNull();
    expect(refusalOf(typedAddress('newdriver://h/system'))).toBeNull();
    expect(refusalOf(typedAddress('qemu+ssh://-oProxyCommand=x/system'))).toContain('option');
  });

  it('say loudly what takes protection away', () => {
    expect(dangersOf(parts('qemu+tls://h/system?no_verify=1')).join()).toContain('Anybody');
    expect(dangersOf(parts('qemu+tcp://h/system')).join()).toContain('not encrypted');
    expect(dangersOf(parts('qemu+tls://h/system'))).toEqual([]);
  });
});
