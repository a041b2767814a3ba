// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { TypedParams, TypedParamsInput } from '../../binding/params.ts';
import type { Network } from '../../typed/network.ts';

/** Calls on a virNetworkPort, by libvirt's names. */
export abstract class NetworkPortCalls extends Handle<'virNetworkPort'> {
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortDelete */
  delete(flags = 0): void {
    invoke('virNetworkPortDelete', this, [flags]);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetNetwork */
  getNetwork(): Network {
    return invoke('virNetworkPortGetNetwork', this, []);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetParameters */
  getParameters(flags = 0): TypedParams {
    return invoke('virNetworkPortGetParameters', this, [flags]);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetUUID */
  getUUID(): Uint8Array {
    return invoke('virNetworkPortGetUUID', this, []);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetUUIDString */
  getUUIDString(): string {
    return invoke('virNetworkPortGetUUIDString', this, []);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virNetworkPortGetXMLDesc', this, [flags]);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortSetParameters */
  setParameters(params: TypedParamsInput, flags = 0): void {
    invoke('virNetworkPortSetParameters', this, [params, flags]);
  }

}
