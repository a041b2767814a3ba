// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { Connect } from '../../typed/connect.ts';

/** Calls on a virSecret, by libvirt's names. */
export abstract class SecretCalls extends Handle<'virSecret'> {
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetConnect */
  getConnect(): Connect {
    return invoke('virSecretGetConnect', this, []);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUUID */
  getUUID(): Uint8Array {
    return invoke('virSecretGetUUID', this, []);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUUIDString */
  getUUIDString(): string {
    return invoke('virSecretGetUUIDString', this, []);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUsageID */
  getUsageID(): string {
    return invoke('virSecretGetUsageID', this, []);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUsageType */
  getUsageType(): number {
    return invoke('virSecretGetUsageType', this, []);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virSecretGetXMLDesc', this, [flags]);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretSetValue */
  setValue(value: Uint8Array, flags = 0): void {
    invoke('virSecretSetValue', this, [value, flags]);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretUndefine */
  undefine(): void {
    invoke('virSecretUndefine', this, []);
  }

}
