import { addressOf } from '../binding/callbacks.ts';
import { native } from '../binding/native.ts';
import { checkedText } from '../binding/numbers.ts';
import { payloadOf, subjectOf } from '../binding/payloads.ts';
import type { Pointer } from '../binding/pointers.ts';
import type { DomainQemuMonitorEvent } from '../generated/events.ts';
import { ConnectNode } from './connect-node.ts';
import type { Domain } from './domain.ts';
import * as kinds from './event-kinds.ts';
import * as identities from './identities.ts';
import { type Subscription, Subscriptions } from './subscriptions.ts';

/** What QEMU itself says on its monitor: `details` is JSON. */
export type QemuMonitorEvent = DomainQemuMonitorEvent & { domain: identities.DomainIdentity };

/**
 * The events of a connection. Listeners are called by the event loop, on the thread that subscribed: that has
 * to be the one that runs the loop. A subscription throws LibvirtError where the hypervisor does not know the
 * event.
 */
export abstract class ConnectEvents extends ConnectNode {
  protected readonly subscriptions = new Subscriptions();

  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virConnect'>) {
    super('virConnect', address);
  }

  /** Subscribes to an event of one domain, or of all. */
  domainEventRegisterAny<E extends kinds.DomainEventName>(
    event: E,
    listener: (event: kinds.DomainEvent<E>) => void,
    domain: Domain | null = null,
  ): Subscription {
    const { id, callback } = kinds.domainEvents[event];
    const told = (args: readonly unknown[]) =>
      listener({
        ...payloadOf<(typeof kinds.domainEvents)[E]['callback']>(callback, args),
        domain: identities.domainIdentity(subjectOf(callback, args)),
      });
    return this.subscriptions.add(callback, told, {
      names: ['virConnectDomainEventRegisterAny', 'virConnectDomainEventDeregisterAny'],
      register: (cb) =>
        native.virConnectDomainEventRegisterAny(
          this.address,
          domain?.address ?? null,
          id,
          cb.callback,
          cb.opaque,
          null,
        ),
      deregister: (callbackID) => native.virConnectDomainEventDeregisterAny(this.address, callbackID),
    });
  }

  /** Subscribes to an event of all networks. */
  networkEventRegisterAny<E extends kinds.NetworkEventName>(
    event: E,
    listener: (event: kinds.NetworkEvent<E>) => void,
  ): Subscription {
    const { id, callback } = kinds.networkEvents[event];
    const told = (args: readonly unknown[]) =>
      listener({
        ...payloadOf<(typeof kinds.networkEvents)[E]['callback']>(callback, args),
        network: identities.networkIdentity(subjectOf(callback, args)),
      });
    return this.subscriptions.add(callback, told, {
      names: ['virConnectNetworkEventRegisterAny', 'virConnectNetworkEventDeregisterAny'],
      register: (cb) =>
        native.virConnectNetworkEventRegisterAny(this.address, null, id, cb.callback, cb.opaque, null),
      deregister: (callbackID) => native.virConnectNetworkEventDeregisterAny(this.address, callbackID),
    });
  }

  /** Subscribes to an event of all storage pools. */
  storagePoolEventRegisterAny<E extends kinds.StoragePoolEventName>(
    event: E,
    listener: (event: kinds.StoragePoolEvent<E>) => void,
  ): Subscription {
    const { id, callback } = kinds.storagePoolEvents[event];
    const told = (args: readonly unknown[]) =>
      listener({
        ...payloadOf<(typeof kinds.storagePoolEvents)[E]['callback']>(callback, args),
        pool: identities.poolIdentity(subjectOf(callback, args)),
      });
    return this.subscriptions.add(callback, told, {
      names: ['virConnectStoragePoolEventRegisterAny', 'virConnectStoragePoolEventDeregisterAny'],
      register: (cb) =>
        native.virConnectStoragePoolEventRegisterAny(this.address, null, id, cb.callback, cb.opaque, null),
      deregister: (callbackID) => native.virConnectStoragePoolEventDeregisterAny(this.address, callbackID),
    });
  }

  /** Subscribes to an event of all node devices. */
  nodeDeviceEventRegisterAny<E extends kinds.NodeDeviceEventName>(
    event: E,
    listener: (event: kinds.NodeDeviceEvent<E>) => void,
  ): Subscription {
    const { id, callback } = kinds.nodeDeviceEvents[event];
    const told = (args: readonly unknown[]) =>
      listener({
        ...payloadOf<(typeof kinds.nodeDeviceEvents)[E]['callback']>(callback, args),
        device: identities.nodeDeviceIdentity(subjectOf(callback, args)),
      });
    return this.subscriptions.add(callback, told, {
      names: ['virConnectNodeDeviceEventRegisterAny', 'virConnectNodeDeviceEventDeregisterAny'],
      register: (cb) =>
        native.virConnectNodeDeviceEventRegisterAny(this.address, null, id, cb.callback, cb.opaque, null),
      deregister: (callbackID) => native.virConnectNodeDeviceEventDeregisterAny(this.address, callbackID),
    });
  }

  /** Subscribes to an event of all secrets. */
  secretEventRegisterAny<E extends kinds.SecretEventName>(
    event: E,
    listener: (event: kinds.SecretEvent<E>) => void,
  ): Subscription {
    const { id, callback } = kinds.secretEvents[event];
    const told = (args: readonly unknown[]) =>
      listener({
        ...payloadOf<(typeof kinds.secretEvents)[E]['callback']>(callback, args),
        secret: identities.secretIdentity(subjectOf(callback, args)),
      });
    return this.subscriptions.add(callback, told, {
      names: ['virConnectSecretEventRegisterAny', 'virConnectSecretEventDeregisterAny'],
      register: (cb) =>
        native.virConnectSecretEventRegisterAny(this.address, null, id, cb.callback, cb.opaque, null),
      deregister: (callbackID) => native.virConnectSecretEventDeregisterAny(this.address, callbackID),
    });
  }

  /**
   * Subscribes to what QEMU says on its monitor: for diagnosis only, libvirt gives no promise about it.
   * @param event its name in QEMU; null for all
   * @param flags `virConnectDomainQemuMonitorEventRegisterFlags`
   */
  domainQemuMonitorEventRegister(
    event: string | null,
    listener: (event: QemuMonitorEvent) => void,
    domain: Domain | null = null,
    flags = 0,
  ): Subscription {
    const name = checkedText(event, true, 'virConnectDomainQemuMonitorEventRegister: event');
    const callback = 'virConnectDomainQemuMonitorEventCallback';
    const told = (args: readonly unknown[]) =>
      listener({
        ...payloadOf(callback, args),
        domain: identities.domainIdentity(subjectOf(callback, args)),
      });
    return this.subscriptions.add(callback, told, {
      names: ['virConnectDomainQemuMonitorEventRegister', 'virConnectDomainQemuMonitorEventDeregister'],
      register: (cb) =>
        native.virConnectDomainQemuMonitorEventRegister(
          this.address,
          domain?.address ?? null,
          name,
          cb.callback,
          cb.opaque,
          null,
          flags,
        ),
      deregister: (callbackID) => native.virConnectDomainQemuMonitorEventDeregister(this.address, callbackID),
    });
  }

  /**
   * Is told when the connection is lost. There can be one such subscription per connection.
   * @param listener told why: `virConnectCloseReason`
   */
  registerCloseCallback(listener: (reason: number) => void): Subscription {
    return this.subscriptions.add('virConnectCloseFunc', (args) => listener(Number(args[1])), {
      names: ['virConnectRegisterCloseCallback', 'virConnectUnregisterCloseCallback'],
      register: (cb) => native.virConnectRegisterCloseCallback(this.address, cb.callback, cb.opaque, null),
      deregister: () =>
        native.virConnectUnregisterCloseCallback(this.address, addressOf('virConnectCloseFunc')),
    });
  }
}
