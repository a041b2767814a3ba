// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { Connect } from '../../typed/connect.ts';
import type { Domain } from '../../typed/domain.ts';
import type { DomainCheckpoint } from '../../typed/domain-checkpoint.ts';

/** Calls on a virDomainCheckpoint, by libvirt's names. */
export abstract class DomainCheckpointCalls extends Handle<'virDomainCheckpoint'> {
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointDelete */
  delete(flags = 0): void {
    invoke('virDomainCheckpointDelete', this, [flags]);
  }

  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetConnect */
  getConnect(): Connect {
    return invoke('virDomainCheckpointGetConnect', this, []);
  }

  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetDomain */
  getDomain(): Domain {
    return invoke('virDomainCheckpointGetDomain', this, []);
  }

  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetName */
  getName(): string {
    return invoke('virDomainCheckpointGetName', this, []);
  }

  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetParent */
  getParent(flags = 0): DomainCheckpoint {
    return invoke('virDomainCheckpointGetParent', this, [flags]);
  }

  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virDomainCheckpointGetXMLDesc', this, [flags]);
  }

  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointListAllChildren */
  listAllChildren(flags = 0): DomainCheckpoint[] {
    return invoke('virDomainCheckpointListAllChildren', this, [flags]);
  }

}
