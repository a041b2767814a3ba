import { describe, expect, it } from 'vitest';
import { LibvirtError } from '../../binding/errors.ts';
import type { Domain } from '../../typed/domain.ts';
import { runStep } from './liveSteps.ts';

const GENTLY = 1;
const FORCED = 5;

function failure(code: number, message: string): LibvirtError {
  const nothing = { str1: null, str2: null, str3: null, int1: 0, int2: 0 };
  return new LibvirtError({
    ...nothing,
    ...{ code, domain: 10, level: 2, message, call: 'virDomainUpdateDeviceFlags' },
  });
}

/** Changes a medium of a machine whose first answer is that failure; the flags that it was asked with. */
function change(first: Error): { asked: number[]; error: unknown } {
  const asked: number[] = [];
  const updateDeviceFlags = (_xml: string, flags: number): void => {
    asked.push(flags);
    if (asked.length === 1) throw first;
  };
  try {
    runStep({ updateDeviceFlags } as unknown as Domain, { do: 'media', xml: '<disk/>' }, () => 1);
    return { asked, error: null };
  } catch (error) {
    return { asked, error };
  }
}

describe('changing a medium', () => {
  it.each([
    [
      1,
      "internal error: unable to execute QEMU command 'blockdev-open-tray': Device 'ide0-0-1' is locked and force was not specified, wait for tray to open and try again",
    ],
    [
      1,
      "internal error: unable to execute QEMU command 'blockdev-remove-medium': Tray of device 'ide0-0-1' is not open",
    ],
    [9, "operation failed: timed out waiting to open tray of 'sda'"],
  ])('is forced where the guest holds the tray: %i %s', (code, message) => {
    expect(change(failure(code, message))).toEqual({ asked: [GENTLY, FORCED], error: null });
  });

  it.each([
    failure(38, "Cannot access storage file '/isos/tray is locked.iso': No such file or directory"),
    failure(1, "internal error: unable to execute QEMU command 'blockdev-add': Could not open '/tray.iso'"),
    failure(68, 'Timed out during operation: cannot acquire state change lock'),
    new Error("Device 'ide0-0-1' is locked"),
  ])('is not forced where something else is wrong: %s', (error) => {
    expect(change(error)).toEqual({ asked: [GENTLY], error });
  });
});
