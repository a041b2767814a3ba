// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { type CommonFunctions, commonFunctions } from './functions-common.ts';
import { type DomainFunctions, domainFunctions } from './functions-domain.ts';
import { type DomainCheckpointFunctions, domainCheckpointFunctions } from './functions-domain-checkpoint.ts';
import { type DomainSnapshotFunctions, domainSnapshotFunctions } from './functions-domain-snapshot.ts';
import { type EventFunctions, eventFunctions } from './functions-event.ts';
import { type HostFunctions, hostFunctions } from './functions-host.ts';
import { type InterfaceFunctions, interfaceFunctions } from './functions-interface.ts';
import { type LxcFunctions, lxcFunctions } from './functions-lxc.ts';
import { type NetworkFunctions, networkFunctions } from './functions-network.ts';
import { type NodedevFunctions, nodedevFunctions } from './functions-nodedev.ts';
import { type NwfilterFunctions, nwfilterFunctions } from './functions-nwfilter.ts';
import { type QemuFunctions, qemuFunctions } from './functions-qemu.ts';
import { type SecretFunctions, secretFunctions } from './functions-secret.ts';
import { type StorageFunctions, storageFunctions } from './functions-storage.ts';
import { type StreamFunctions, streamFunctions } from './functions-stream.ts';
import { type ErrorFunctions, errorFunctions } from './functions-error.ts';

/** Every public function of libvirt.so, libvirt-qemu.so and libvirt-lxc.so. */
export interface NativeFunctions extends CommonFunctions, DomainFunctions, DomainCheckpointFunctions, DomainSnapshotFunctions, EventFunctions, HostFunctions, InterfaceFunctions, LxcFunctions, NetworkFunctions, NodedevFunctions, NwfilterFunctions, QemuFunctions, SecretFunctions, StorageFunctions, StreamFunctions, ErrorFunctions {}

export type FunctionName = keyof NativeFunctions;

/** Functions by the header that declares them, as text. */
export const headers = {
  'libvirt-common': commonFunctions,
  'libvirt-domain': domainFunctions,
  'libvirt-domain-checkpoint': domainCheckpointFunctions,
  'libvirt-domain-snapshot': domainSnapshotFunctions,
  'libvirt-event': eventFunctions,
  'libvirt-host': hostFunctions,
  'libvirt-interface': interfaceFunctions,
  'libvirt-lxc': lxcFunctions,
  'libvirt-network': networkFunctions,
  'libvirt-nodedev': nodedevFunctions,
  'libvirt-nwfilter': nwfilterFunctions,
  'libvirt-qemu': qemuFunctions,
  'libvirt-secret': secretFunctions,
  'libvirt-storage': storageFunctions,
  'libvirt-stream': streamFunctions,
  'virterror': errorFunctions,
} as const;
