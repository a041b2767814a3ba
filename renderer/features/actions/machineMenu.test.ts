import { describe, expect, it } from 'vitest';
import { virshCommand } from './machineMenu.tsx';

describe('virsh commands', () => {
  it('quotes what a shell would take apart', () => {
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
