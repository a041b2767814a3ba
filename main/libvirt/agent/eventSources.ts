import { type CallbackRegistration, registerCallback } from '../binding/callbacks.ts';
import { payloadOf, subjectOf } from '../binding/payloads.ts';
import type { EventPayloads } from '../generated/events.ts';
import * as kinds from '../typed/event-kinds.ts';
import * as identities from '../typed/identities.ts';
import type { AgentEvent, DomainEventBody, GraphicsAddress, ObjectEvent } from './events.ts';
import type { SubscriptionSubject, SubscriptionWish } from './subscriptionWish.ts';

type Emit = (event: AgentEvent) => void;

/** A listener that waits to be given to libvirt. */
export interface Listener {
  readonly wish: SubscriptionWish;
  /** What is queued is dropped from now on. */
  forget(): void;
}

/** Prepares to listen to one kind of event. */
export type EventSource = (emit: Emit) => Listener;

function listener(subject: SubscriptionSubject, event: number, registration: CallbackRegistration): Listener {
  const { callback, opaque, forget } = registration;
  return { wish: { subject, event, callback, opaque }, forget };
}

/** The end of the connection. */
export function closeListener(onClose: (reason: number) => void): Listener {
  const registration = registerCallback('virConnectCloseFunc', (args) => onClose(Number(args[1])));
  return listener('close', 0, registration);
}

function domain<E extends kinds.DomainEventName>(
  name: E,
  body: (event: EventPayloads[(typeof kinds.domainEvents)[E]['callback']]) => DomainEventBody,
): EventSource {
  const { id, callback } = kinds.domainEvents[name];
  return (emit) =>
    listener(
      'domain',
      id,
      registerCallback(callback, (args) => {
        const subject = identities.domainIdentity(subjectOf(callback, args));
        const payload = payloadOf<(typeof kinds.domainEvents)[E]['callback']>(callback, args);
        emit({ kind: 'domain', time: Date.now(), ...subject, ...body(payload) });
      }),
    );
}

/** An event of something else than a domain. */
function object<C extends keyof EventPayloads, S>(
  subject: SubscriptionSubject,
  { id, callback }: { readonly id: number; readonly callback: C },
  identity: (address: bigint | null) => S,
  body: (about: S, payload: EventPayloads[C]) => ObjectEvent,
): EventSource {
  return (emit) =>
    listener(
      subject,
      id,
      registerCallback(callback, (args) => {
        const event = body(identity(subjectOf(callback, args)), payloadOf(callback, args));
        emit({ ...event, time: Date.now() });
      }),
    );
}

/** The one that everything else may wait for. */
export const lifecycle = domain('lifecycle', ({ event, detail }) => ({
  event: 'lifecycle',
  type: event,
  detail,
}));

/**
 * All other events. Those that libvirt replaced by richer ones (IO_ERROR, BLOCK_JOB) are left out: they
 * would come twice.
 */
export const furtherSources: readonly EventSource[] = [
  domain('reboot', () => ({ event: 'reboot' })),
  domain('ioErrorReason', ({ srcPath, devAlias, action, reason }) => ({
    event: 'io-error',
    path: srcPath,
    alias: devAlias,
    action,
    reason: reason ?? '',
  })),
  domain('watchdog', ({ action }) => ({ event: 'watchdog', action })),
  domain('graphics', ({ phase, local, remote, authScheme }) => ({
    event: 'graphics',
    phase,
    local: graphicsAddress(local),
    remote: graphicsAddress(remote),
    authScheme,
  })),
  domain('agentLifecycle', ({ state, reason }) => ({ event: 'agent-lifecycle', state, reason })),
  domain('deviceAdded', ({ devAlias }) => ({ event: 'device-added', alias: devAlias ?? '' })),
  domain('deviceRemoved', ({ devAlias }) => ({ event: 'device-removed', alias: devAlias ?? '' })),
  domain('deviceRemovalFailed', ({ devAlias }) => ({
    event: 'device-removal-failed',
    alias: devAlias ?? '',
  })),
  domain('balloonChange', ({ actual }) => ({ event: 'balloon-change', actualKiB: actual })),
  domain('metadataChange', ({ type, nsuri }) => ({ event: 'metadata-change', type, nsuri })),
  domain('blockJob2', ({ disk, type, status }) => ({ event: 'block-job', disk: disk ?? '', type, status })),
  domain('diskChange', ({ oldSrcPath, newSrcPath, devAlias, reason }) => ({
    event: 'disk-change',
    oldPath: oldSrcPath,
    newPath: newSrcPath,
    alias: devAlias,
    reason,
  })),
  domain('trayChange', ({ devAlias, reason }) => ({ event: 'tray-change', alias: devAlias, reason })),
  domain('jobCompleted', () => ({ event: 'job-completed' })),
  domain('migrationIteration', ({ iteration }) => ({ event: 'migration-iteration', iteration })),
  domain('pmSuspend', () => ({ event: 'pm-suspend' })),
  domain('pmWakeup', () => ({ event: 'pm-wakeup' })),
  domain('pmSuspendDisk', () => ({ event: 'pm-suspend-disk' })),
  domain('controlError', () => ({ event: 'control-error' })),
  domain('rtcChange', ({ utcoffset }) => ({ event: 'rtc-change', utcOffsetS: utcoffset })),
  domain('tunable', () => ({ event: 'tunable' })),
  domain('blockThreshold', ({ dev, path, threshold, excess }) => ({
    event: 'block-threshold',
    disk: dev ?? '',
    path,
    threshold,
    excess,
  })),
  domain('memoryFailure', ({ recipient, action, flags }) => ({
    event: 'memory-failure',
    recipient,
    action,
    flags,
  })),
  domain('memoryDeviceSizeChange', ({ alias, size }) => ({
    event: 'memory-device-size-change',
    alias: alias ?? '',
    sizeKiB: size,
  })),
  object(
    'network',
    kinds.networkEvents.lifecycle,
    identities.networkIdentity,
    (network, { event, detail }) => ({
      kind: 'network',
      ...network,
      event: 'lifecycle',
      type: event,
      detail,
    }),
  ),
  object('pool', kinds.storagePoolEvents.lifecycle, identities.poolIdentity, (pool, { event, detail }) => ({
    kind: 'pool',
    ...pool,
    event: 'lifecycle',
    type: event,
    detail,
  })),
  object('pool', kinds.storagePoolEvents.refresh, identities.poolIdentity, (pool) => ({
    kind: 'pool',
    ...pool,
    event: 'refresh',
  })),
  object(
    'node-device',
    kinds.nodeDeviceEvents.lifecycle,
    identities.nodeDeviceIdentity,
    (device, payload) => ({
      kind: 'node-device',
      ...device,
      event: 'lifecycle',
      type: payload.event,
      detail: payload.detail,
    }),
  ),
  object('node-device', kinds.nodeDeviceEvents.update, identities.nodeDeviceIdentity, (device) => ({
    kind: 'node-device',
    ...device,
    event: 'update',
  })),
  object(
    'secret',
    kinds.secretEvents.lifecycle,
    identities.secretIdentity,
    ({ uuid }, { event, detail }) => ({
      kind: 'secret',
      uuid,
      event: 'lifecycle',
      type: event,
      detail,
    }),
  ),
  object('secret', kinds.secretEvents.valueChanged, identities.secretIdentity, ({ uuid }) => ({
    kind: 'secret',
    uuid,
    event: 'value-changed',
  })),
];

function graphicsAddress(address: GraphicsAddress | null): GraphicsAddress | null {
  return address && { family: address.family, node: address.node, service: address.service };
}
