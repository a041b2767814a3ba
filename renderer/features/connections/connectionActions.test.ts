import { describe, expect, it } from 'vitest';
import { shellQuote, virshCommand } from '../actions/machineMenu.tsx';
import { uriProblem } from './connectionActions.ts';

describe('uriProblem', () => {
  it.each([
    'qemu:///system',
    'qemu+ssh://root@lab1:2222/system?keyfile=/x',
    'test:///default',
    'lxc:///',
    'xen+libssh2://[fe80::1]/system',
    ' qemu:///session ',
  ])('accepts %j', (uri) => {
    expect(uriProblem(uri)).toBeNull();
  });

  it.each(['', '   ', 'lab1', 'qemu:/system', 'qemu://a b/system', 'root@lab1'])('refuses %j', (uri) => {
    expect(uriProblem(uri)).not.toBeNull();
  });
});

describe('virsh commands', () => {
  it('quotes what a shell would take apart', () => {
    expect(shellQuote('web1')).toBe('web1');
    expect(shellQuote('-rf')).toBe("'-rf'");
    expect(shellQuote("it's $(x)")).toBe("'it'\\''s $(x)'");
    expect(shellQuote('')).toBe("''");
    const connection = {
      settings: {
        uri: 'qemu+ssh://a/system?x=1&y=2',
        name: '',
        readOnly: false,
        autoConnect: true,
        production: false,
      },
      readOnly: false,
    };
    expect(virshCommand(connection, 'destroy', { name: 'a b' })).toBe(
      "virsh -c 'qemu+ssh://a/system?x=1&y=2' destroy 'a b'",
    );
  });
});
