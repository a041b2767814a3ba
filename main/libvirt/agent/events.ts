/** The domain that an event is about, as it was when the event was sent. */
export interface DomainSubject {
  readonly uuid: string;
  readonly name: string;
  /** The hypervisor's id; null when the domain was off. */
  readonly id: number | null;
}

/** An end of a graphics connection (virDomainEventGraphicsAddress). */
export interface GraphicsAddress {
  /** virDomainEventGraphicsAddressType: 0 IPv4, 1 IPv6, 2 UNIX. */
  readonly family: number;
  readonly node: string | null;
  readonly service: string | null;
}

/**
 * What happened to a domain. Numbers are libvirt's own: `type` and `detail` of a lifecycle event are
 * virDomainEventType and the detail enum that belongs to it, and so on.
 */
export type DomainEventBody =
  | { readonly event: 'lifecycle'; readonly type: number; readonly detail: number }
  | { readonly event: 'reboot' }
  | { readonly event: 'rtc-change'; readonly utcOffsetS: number }
  | { readonly event: 'watchdog'; readonly action: number }
  | {
      readonly event: 'io-error';
      readonly path: string | null;
      readonly alias: string | null;
      readonly action: number;
      /** "enospc", or empty. */
      readonly reason: string;
    }
  | {
      readonly event: 'graphics';
      readonly phase: number;
      readonly local: GraphicsAddress | null;
      readonly remote: GraphicsAddress | null;
      readonly authScheme: string | null;
    }
  | { readonly event: 'control-error' }
  | { readonly event: 'block-job'; readonly disk: string; readonly type: number; readonly status: number }
  | {
      readonly event: 'disk-change';
      readonly oldPath: string | null;
      readonly newPath: string | null;
      readonly alias: string | null;
      readonly reason: number;
    }
  | { readonly event: 'tray-change'; readonly alias: string | null; readonly reason: number }
  | { readonly event: 'pm-wakeup' }
  | { readonly event: 'pm-suspend' }
  | { readonly event: 'pm-suspend-disk' }
  | { readonly event: 'balloon-change'; readonly actualKiB: number }
  | { readonly event: 'device-added' | 'device-removed' | 'device-removal-failed'; readonly alias: string }
  | { readonly event: 'tunable' }
  | { readonly event: 'agent-lifecycle'; readonly state: number; readonly reason: number }
  | { readonly event: 'migration-iteration'; readonly iteration: number }
  | { readonly event: 'job-completed' }
  | { readonly event: 'metadata-change'; readonly type: number; readonly nsuri: string | null }
  | {
      readonly event: 'block-threshold';
      readonly disk: string;
      readonly path: string | null;
      readonly threshold: number;
      readonly excess: number;
    }
  | {
      readonly event: 'memory-failure';
      readonly recipient: number;
      readonly action: number;
      readonly flags: number;
    }
  | { readonly event: 'memory-device-size-change'; readonly alias: string; readonly sizeKiB: number };

export type DomainAgentEvent = { readonly kind: 'domain' } & DomainSubject & DomainEventBody;

/** A change of something that is not a domain. `type` is the kind's own lifecycle enum. */
export type ObjectEvent =
  | ({ readonly kind: 'network' | 'pool'; readonly name: string; readonly uuid: string } & (
      | { readonly event: 'lifecycle'; readonly type: number; readonly detail: number }
      | { readonly event: 'refresh' }
    ))
  | ({ readonly kind: 'node-device'; readonly name: string } & (
      | { readonly event: 'lifecycle'; readonly type: number; readonly detail: number }
      | { readonly event: 'update' }
    ))
  | ({ readonly kind: 'secret'; readonly uuid: string } & (
      | { readonly event: 'lifecycle'; readonly type: number; readonly detail: number }
      | { readonly event: 'value-changed' }
    ));

/** The connection ended from the other side, or by keepalive. Comes once per opening. */
export interface ConnectionEvent {
  readonly kind: 'connection';
  readonly event: 'closed';
  /** virConnectCloseReason: 0 error, 1 end of file, 2 keepalive, 3 client. */
  readonly reason: number;
}

/** Something that libvirt reported by itself. `time` is milliseconds since 1970, when it reached the agent. */
export type AgentEvent = (DomainAgentEvent | ObjectEvent | ConnectionEvent) & { readonly time: number };
