import { describe, expect, it } from 'vitest';
import { guestLink } from './guestLinks.ts';

describe('guestLink', () => {
  it('takes https addresses with a public name, in their normal form', () => {
    expect(guestLink('https://Bugs.Debian.org/1?a=b c')).toBe('https://bugs.debian.org/1?a=b%20c');
    expect(guestLink('https://example.org:8443/')).toBe('https://example.org:8443/');
    // Letters that look like others come out as what they are.
    expect(guestLink('https://аpple.com/')).toBe('https://xn--pple-43d.com/');
  });

  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user@example.org/',
    'https://example.org@evil.example/',
    'https://localhost/',
    'https://localhost.:80/',
    'https://127.0.0.1:8080/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::1]/',
    'https://192.168.1.1/',
    'https://router/',
    'https://router./',
    'https://printer.local/',
    'https://a.internal./',
    'vscode://x',
    'not an address',
    '',
  ])('refuses %s', (address) => {
    expect(() => guestLink(address)).toThrow(/public name/);
  });
});
