import type { Connect } from '../typed/connect.ts';
import type { DomainEvent, DomainEventName } from '../typed/event-kinds.ts';
import type { Subscription } from '../typed/subscriptions.ts';
import type { AgentEvent, DomainEventBody, GraphicsAddress } from './events.ts';

type Emit = (event: AgentEvent) => void;

/** Subscribes to one kind of event on a connection. */
export type EventSource = (connect: Connect, emit: Emit) => Subscription;

function domain<E extends DomainEventName>(
  name: E,
  body: (event: DomainEvent<E>) => DomainEventBody,
): EventSource {
  return (connect, emit) =>
    connect.domainEventRegisterAny(name, (event) =>
      emit({ kind: 'domain', time: Date.now(), ...event.domain, ...body(event) }),
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
  (connect, emit) =>
    connect.networkEventRegisterAny('lifecycle', ({ network, event, detail }) =>
      emit({ kind: 'network', time: Date.now(), ...network, event: 'lifecycle', type: event, detail }),
    ),
  (connect, emit) =>
    connect.storagePoolEventRegisterAny('lifecycle', ({ pool, event, detail }) =>
      emit({ kind: 'pool', time: Date.now(), ...pool, event: 'lifecycle', type: event, detail }),
    ),
  (connect, emit) =>
    connect.storagePoolEventRegisterAny('refresh', ({ pool }) =>
      emit({ kind: 'pool', time: Date.now(), ...pool, event: 'refresh' }),
    ),
  (connect, emit) =>
    connect.nodeDeviceEventRegisterAny('lifecycle', ({ device, event, detail }) =>
      emit({ kind: 'node-device', time: Date.now(), ...device, event: 'lifecycle', type: event, detail }),
    ),
  (connect, emit) =>
    connect.nodeDeviceEventRegisterAny('update', ({ device }) =>
      emit({ kind: 'node-device', time: Date.now(), ...device, event: 'update' }),
    ),
  (connect, emit) =>
    connect.secretEventRegisterAny('lifecycle', ({ secret, event, detail }) =>
      emit({ kind: 'secret', time: Date.now(), uuid: secret.uuid, event: 'lifecycle', type: event, detail }),
    ),
  (connect, emit) =>
    connect.secretEventRegisterAny('valueChanged', ({ secret }) =>
      emit({ kind: 'secret', time: Date.now(), uuid: secret.uuid, event: 'value-changed' }),
    ),
];

function graphicsAddress(address: GraphicsAddress | null): GraphicsAddress | null {
  return address && { family: address.family, node: address.node, service: address.service };
}
