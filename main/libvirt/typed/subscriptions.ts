import type { CallbackListener } from '../binding/callbacks.ts';
import { type CallbackRegistration, registerCallback } from '../binding/callbacks.ts';
import { lastError, silenceErrors } from '../binding/errors.ts';
import type { CallbackName } from '../generated/callbacks.ts';
import type { FunctionName } from '../generated/functions.ts';

/** A listener that libvirt calls until it is cancelled. */
export interface Subscription {
  /** libvirt's number for it; 0 where there is only one per object. */
  readonly callbackID: number;
  /**
   * Ends it: the listener is not called any more, not even by what is queued. Twice does nothing.
   * @throws LibvirtError when libvirt cannot be told, on a lost connection for instance
   */
  cancel(): void;
}

/** The C functions behind a subscription. */
export interface SubscriptionCalls {
  /** Their names, for errors. */
  names: readonly [register: FunctionName, deregister: FunctionName];
  /** Gives the callback to C; answers its number, negative for an error. */
  register(registration: CallbackRegistration): number;
  /** Takes it back; answers a negative number for an error. */
  deregister(callbackID: number): number;
}

/** The subscriptions of one object, ended together when it goes. */
export class Subscriptions {
  readonly #all = new Set<Subscription>();

  /**
   * Gives a listener to C.
   * @throws LibvirtError
   */
  add(type: CallbackName, listener: CallbackListener, calls: SubscriptionCalls): Subscription {
    silenceErrors();
    const registration = registerCallback(type, listener);
    const callbackID = calls.register(registration);
    if (callbackID < 0) {
      const error = lastError(calls.names[0]);
      registration.forget();
      throw error;
    }
    const subscription: Subscription = {
      callbackID,
      cancel: () => {
        if (!this.#all.delete(subscription)) return;
        registration.forget();
        if (calls.deregister(callbackID) < 0) throw lastError(calls.names[1]);
      },
    };
    this.#all.add(subscription);
    return subscription;
  }

  /** Ends all. That libvirt cannot be told is no matter here: what they belong to is going. */
  cancelAll(): void {
    for (const subscription of [...this.#all]) {
      try {
        subscription.cancel();
      } catch {
        // the connection is lost: there is nothing left to take back
      }
    }
  }
}
