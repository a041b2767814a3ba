import { lastError } from '../binding/errors.ts';
import { native } from '../binding/native.ts';
import { NeedsLibvirt } from '../binding/needs.ts';
import type { Connect } from '../typed/connect.ts';
import type { SubscriptionSubject, SubscriptionWish } from './subscriptionWish.ts';

/** A subscription that libvirt has accepted. */
export interface Subscribed {
  readonly subject: SubscriptionSubject;
  /** libvirt's number for it; for the close callback the address of the function. */
  readonly key: number | bigint;
}

type Register = (connect: Connect, wish: SubscriptionWish) => number;

const REGISTER: Readonly<Record<SubscriptionSubject, Register>> = {
  close: ({ address }, { callback, opaque }) =>
    native.virConnectRegisterCloseCallback(address, callback, opaque, null),
  domain: ({ address }, { event, callback, opaque }) =>
    native.virConnectDomainEventRegisterAny(address, null, event, callback, opaque, null),
  network: ({ address }, { event, callback, opaque }) =>
    native.virConnectNetworkEventRegisterAny(address, null, event, callback, opaque, null),
  pool: ({ address }, { event, callback, opaque }) =>
    native.virConnectStoragePoolEventRegisterAny(address, null, event, callback, opaque, null),
  'node-device': ({ address }, { event, callback, opaque }) =>
    native.virConnectNodeDeviceEventRegisterAny(address, null, event, callback, opaque, null),
  secret: ({ address }, { event, callback, opaque }) =>
    native.virConnectSecretEventRegisterAny(address, null, event, callback, opaque, null),
};

/**
 * Gives a callback to libvirt.
 * @returns null where the driver has no such event: it is none the worse for it
 * @throws LibvirtError when the connection is broken
 */
export function subscribe(connect: Connect, wish: SubscriptionWish): Subscribed | null {
  const { subject, callback } = wish;
  try {
    const id = REGISTER[subject](connect, wish);
    if (id >= 0) return { subject, key: subject === 'close' ? callback : id };
    const error = lastError(`subscribe to ${subject} ${wish.event}`);
    if (!connect.isAlive()) throw error;
    return null;
  } catch (error) {
    if (error instanceof NeedsLibvirt) return null;
    throw error;
  }
}

/** Takes a callback back. That libvirt cannot be told, on a broken connection, is no matter. */
export function unsubscribe(connect: Connect, { subject, key }: Subscribed): void {
  const { address } = connect;
  if (typeof key === 'bigint') {
    native.virConnectUnregisterCloseCallback(address, key);
    return;
  }
  if (subject === 'domain') native.virConnectDomainEventDeregisterAny(address, key);
  else if (subject === 'network') native.virConnectNetworkEventDeregisterAny(address, key);
  else if (subject === 'pool') native.virConnectStoragePoolEventDeregisterAny(address, key);
  else if (subject === 'node-device') native.virConnectNodeDeviceEventDeregisterAny(address, key);
  else if (subject === 'secret') native.virConnectSecretEventDeregisterAny(address, key);
}
