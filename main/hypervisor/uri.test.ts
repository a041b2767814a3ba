import { describe, expect, it } from 'vitest';
import { isLocal, parseUri, placeName } from './uri.ts';

describe('parseUri', () => {
  it('takes every part', () => {
    const uri = parseUri('qemu+ssh://ro%40ot@[fe80::1]:2222/system?keyfile=/k&no_verify=1');
    expect(uri).toMatchObject({
      driver: 'qemu',
      transport: 'ssh',
      user: 'ro@ot',
      host: 'fe80::1',
      port: 2222,
      path: '/system',
    });
    expect(uri?.parameters.get('keyfile')).toBe('/k');
  });

  it.each(['', 'nonsense', 'qemu:/system', 'qemu://a@b@c/', 'qemu://h:99999999/'])('refuses %s', (text) => {
    expect(parseUri(text)).toBeNull();
  });

  it.each([
    ['qemu:///system', true, 'this machine'],
    ['qemu:///session', true, 'this machine (user session)'],
    ['qemu+unix:///system?socket=/x', true, 'this machine'],
    ['test:///default', true, 'demo host'],
    ['qemu+ssh://lab2/system', false, 'lab2'],
    ['qemu+tcp:///system', false, 'this machine'],
    ['rubbish', false, 'rubbish'],
  ])('%s is local: %s, called %s', (text, local, name) => {
    const uri = parseUri(text);
    expect(uri !== null && isLocal(uri)).toBe(local);
    expect(placeName(text)).toBe(name);
  });
});
