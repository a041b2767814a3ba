// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
export * from './enums-common.ts';
export * from './enums-domain.ts';
export * from './enums-domain-checkpoint.ts';
export * from './enums-domain-snapshot.ts';
export * from './enums-event.ts';
export * from './enums-host.ts';
export * from './enums-interface.ts';
export * from './enums-network.ts';
export * from './enums-nodedev.ts';
export * from './enums-nwfilter.ts';
export * from './enums-qemu.ts';
export * from './enums-secret.ts';
export * from './enums-storage.ts';
export * from './enums-stream.ts';
export * from './enums-error.ts';
