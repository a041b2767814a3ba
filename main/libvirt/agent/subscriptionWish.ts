/** What a subscription is about. */
export type SubscriptionSubject = 'close' | 'domain' | 'network' | 'pool' | 'node-device' | 'secret';

/**
 * A callback that the event worker has ready, to be given to libvirt by the lane for calls: that takes a
 * round trip, and a blocked event worker would stop the keepalive of its own connection.
 */
export interface SubscriptionWish {
  readonly subject: SubscriptionSubject;
  /** libvirt's number for the event. */
  readonly event: number;
  /** Address of the C function. */
  readonly callback: bigint;
  /** What the function gets to know the listener by. */
  readonly opaque: bigint;
}
