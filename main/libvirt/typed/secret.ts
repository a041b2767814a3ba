import { lastError } from '../binding/errors.ts';
import { referenced } from '../binding/handle.ts';
import { copyOf, free } from '../binding/libc.ts';
import { native } from '../binding/native.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { SecretCalls } from '../generated/calls/secret.ts';

/** A passphrase or key that a hypervisor keeps. */
export class Secret extends SecretCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virSecret'>) {
    super('virSecret', address);
  }

  /** Another reference to a secret that another thread holds. */
  static fromAddress(address: bigint): Secret {
    return new Secret(referenced('virSecret', address));
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetValue */
  getValue(flags = 0): Uint8Array {
    const size = new BigUint64Array(1);
    const address = native.virSecretGetValue(this.address, size, flags);
    if (address === null) throw lastError('virSecretGetValue');
    const value = copyOf(address, Number(size[0] ?? 0n));
    free(address);
    return value;
  }
}

registerClass('virSecret', (address) => new Secret(address));
