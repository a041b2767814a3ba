import { describe, expect, it } from 'vitest';
import { apiError } from '../../contract/index.ts';
import { AgentFailure, LibvirtFailure } from '../libvirt/agent/failures.ts';
import { kindOf, toApiError } from './errors.ts';

function failure(code: number, domain: number, message: string): Error {
  const rest = { str1: null, str2: null, str3: null, int1: 0, int2: 0 };
  return new LibvirtFailure({ code, domain, level: 2, message, ...rest });
}

describe('kindOf', () => {
  it.each([
    [38, 7, "unable to connect to server at 'h:1': Connection refused", 'unavailable'],
    [38, 18, "cannot create path '/p/x.qcow2': No space left on device", 'no-space'],
    [38, 18, "Cannot access storage file '/nope.iso': No such file or directory", 'not-found'],
    [9, 10, "operation failed: domain 'test' already exists with uuid 1", 'exists'],
    [9, 18, 'operation failed: something else', 'libvirt'],
    [55, 12, 'Requested operation is not valid: domain is already running', 'conflict'],
    [1, 10, "internal error: process exited: Could not open '/x.iso': Permission denied", 'denied'],
    [29, 20, 'operation forbidden: read only access prevents virDomainCreate', 'denied'],
    [45, 7, 'authentication failed: nope', 'authentication'],
    [42, 12, 'Domain not found', 'not-found'],
    [110, 10, 'multiple matching domains found', 'conflict'],
    [9999, 1, 'a code of a later libvirt', 'libvirt'],
  ])('code %i of %i: %s', (code, domain, message, kind) => {
    expect(kindOf({ code, domain, message })).toBe(kind);
  });
});

describe('toApiError', () => {
  it('quotes what a host has named before it stands in a command', () => {
    const hostile = failure(55, 19, "network 'x; reboot' is not active");
    expect(toApiError(hostile, { doing: 'Starting vm', uri: 'test:///a?b&c' }).hint).toBe(
      "Start the network first: virsh -c 'test:///a?b&c' net-start 'x; reboot'",
    );
  });

  const context = { doing: 'Starting web1 on lab2', name: 'web1', uri: 'qemu+ssh://root@lab2/system' };

  it('names what failed, says why in plain words, and keeps what libvirt said', () => {
    const said = 'Requested operation is not valid: domain is already running';
    const error = toApiError(failure(55, 10, said), context);
    expect(error.message).toBe('Starting web1 on lab2 failed: domain is already running.');
    expect(error.libvirt).toEqual({ code: 55, domain: 10, message: said });
    expect(error.hint).toBeTruthy();
  });

  it('gives the exact remedy where it knows one', () => {
    const missing = toApiError(
      failure(1, 10, "Cannot access storage file '/nope.iso': No such file or directory"),
      context,
    );
    expect(missing.hint).toContain('/nope.iso is not on root@lab2');
    const folder = "qemu-system-x86_64: -blockdev {}: 'file' driver requires '/iso' to be a regular file";
    expect(toApiError(failure(1, 10, folder), context).hint).toBe(
      '/iso is a folder or a device. Choose a file.',
    );
    const socket = "Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory";
    expect(toApiError(failure(38, 7, socket), { doing: 'Connecting' }).hint).toContain(
      'libvirt-daemon-system',
    );
    expect(
      toApiError(failure(38, 7, socket), { doing: 'Connecting', uri: 'qemmu:///system' }).hint,
    ).toContain('no hypervisor called qemmu');
    const library = new Error('libvirt.so.0: cannot open shared object file: No such file or directory');
    expect(toApiError(library, { doing: 'Connecting' }).hint).toContain('apt install libvirt0');
  });

  it('passes errors of our own through, and makes cancelling no failure', () => {
    const own = apiError('invalid', 'no');
    expect(toApiError(own, context)).toBe(own);
    expect(toApiError(new DOMException('x', 'AbortError'), context).kind).toBe('cancelled');
    expect(toApiError(failure(78, 10, 'operation aborted'), context).message).toBe(
      'Starting web1 on lab2 was cancelled.',
    );
  });

  it('tells that the agent has ended', () => {
    expect(toApiError(new AgentFailure('exited', 'The agent ended'), context).kind).toBe('unavailable');
  });
});
