import { type Change, type Domain, type LiveOperation, mostMemory } from '../../../model/index.ts';
import type { LiveStep } from '../../libvirt/operations/support/liveSteps.ts';

/** The running machine's own definition, and the one with the changes. */
export interface Documents {
  readonly live: Domain;
  readonly target: Domain;
}

/** A step and the changes that it makes. */
export interface TuningStep {
  readonly keys: readonly string[];
  readonly step: LiveStep;
}

type Params = NonNullable<Extract<LiveStep, { do: 'iothread' }>['params']>;
type Tuning = Exclude<
  LiveOperation,
  'attach' | 'detach' | 'update' | 'media' | 'iotune' | 'balloon-statistics' | 'metadata'
>;

/** The calls that change memory, processors and what the host gives the machine of itself. */
export function tuningSteps(operation: Tuning, changes: readonly Change[], docs: Documents): TuningStep[] {
  // Each of these is a call of its own.
  if (operation === 'lifecycle') return lifecycles(changes, docs.target);
  return STEPS[operation](changes, docs).map((step) => ({ keys: changes.map((change) => change.key), step }));
}

const KIB = 1024;
/** VIR_DOMAIN_MEMORY_PARAM_UNLIMITED, in KiB. */
const UNLIMITED = 9007199254740991;

const STEPS: Readonly<
  Record<Exclude<Tuning, 'lifecycle'>, (changes: readonly Change[], docs: Documents) => LiveStep[]>
> = {
  memory: (_changes, { live, target }) => {
    const bytes = target.currentMemory ?? target.memory ?? 0;
    // More than the running machine was started with, and what is plugged in before this step, cannot be given.
    return [{ do: 'memory', kib: Math.min(bytes, mostMemory(live, target) ?? bytes) / KIB }];
  },
  vcpus: (_changes, { live, target }) => {
    const count = target.currentVcpus ?? target.vcpu ?? 1;
    return [{ do: 'vcpus', count: Math.min(count, live.vcpu ?? count) }];
  },
  vcpu: (_changes, { live, target }) =>
    target.vcpus.all.flatMap((vcpu): LiveStep[] => {
      const id = vcpu.id;
      const running = live.vcpus.find((other) => other.id === id);
      if (id === null || vcpu.enabled === null || running?.enabled === vcpu.enabled) return [];
      return [{ do: 'vcpu', id, enabled: vcpu.enabled }];
    }),
  scheduler: (changes, { target }) => [{ do: 'scheduler', params: namedParams(changes, SCHEDULER, target) }],
  'memory-limits': (changes, { target }) => [
    { do: 'memory-limits', params: namedParams(changes, LIMITS, target) },
  ],
  'block-weights': (_changes, docs) => [{ do: 'block-weights', params: blockParams(docs) }],
  numa: (_changes, { target }) => [{ do: 'numa', params: { numa_nodeset: target.numaTune.nodeset ?? '' } }],
  'vcpu-pin': (_changes, docs) =>
    pins(docs, (domain) => domain.cpuTune.vcpuPins.map((pin) => [pin.vcpu, pin.cpuset])).map(
      ([vcpu, cpuset]) => ({ do: 'vcpu-pin', vcpu, cpuset }),
    ),
  'iothread-pin': (_changes, docs) =>
    pins(docs, (domain) => domain.cpuTune.iothreadPins.map((pin) => [pin.iothread, pin.cpuset])).map(
      ([iothread, cpuset]) => ({ do: 'iothread-pin', iothread, cpuset }),
    ),
  'emulator-pin': (_changes, { target }) => [{ do: 'emulator-pin', cpuset: target.cpuTune.emulatorPin }],
  iothreads: (_changes, docs) => iothreads(docs),
  perf: (_changes, { live, target }) => {
    const names = new Set([
      ...live.perfEvents.map((one) => one.name),
      ...target.perfEvents.map((one) => one.name),
    ]);
    const on = (name: string | null) => target.perfEvents.find((one) => one.name === name)?.enabled ?? false;
    const params = [...names].flatMap((name): [string, boolean][] =>
      name === null ? [] : [[name, on(name)]],
    );
    return [{ do: 'perf', params: Object.fromEntries(params) }];
  },
};

type Reader = (domain: Domain) => number | null;

/** By accessor: libvirt's name, how it is read, and what it is where there is none. */
const SCHEDULER: Readonly<Record<string, readonly [name: string, read: Reader, none: number]>> = {
  shares: ['cpu_shares', (domain) => domain.cpuTune.shares, 1024],
  period: ['vcpu_period', (domain) => domain.cpuTune.period, 100_000],
  quota: ['vcpu_quota', (domain) => domain.cpuTune.quota, -1],
  globalPeriod: ['global_period', (domain) => domain.cpuTune.globalPeriod, 100_000],
  globalQuota: ['global_quota', (domain) => domain.cpuTune.globalQuota, -1],
  emulatorPeriod: ['emulator_period', (domain) => domain.cpuTune.emulatorPeriod, 100_000],
  emulatorQuota: ['emulator_quota', (domain) => domain.cpuTune.emulatorQuota, -1],
  iothreadPeriod: ['iothread_period', (domain) => domain.cpuTune.iothreadPeriod, 100_000],
  iothreadQuota: ['iothread_quota', (domain) => domain.cpuTune.iothreadQuota, -1],
};

const inKib = (bytes: number | null): number | null => (bytes === null ? null : Math.ceil(bytes / KIB));

const LIMITS: typeof SCHEDULER = {
  hardLimit: ['hard_limit', (domain) => inKib(domain.memTune.hardLimit), UNLIMITED],
  softLimit: ['soft_limit', (domain) => inKib(domain.memTune.softLimit), UNLIMITED],
  swapHardLimit: ['swap_hard_limit', (domain) => inKib(domain.memTune.swapHardLimit), UNLIMITED],
};

function namedParams(changes: readonly Change[], table: typeof SCHEDULER, target: Domain): Params {
  const params = changes.flatMap((change): [string, number][] => {
    const entry = table[change.fields.at(-1) ?? ''];
    return entry ? [[entry[0], entry[1](target) ?? entry[2]]] : [];
  });
  return Object.fromEntries(params);
}

type BlockTune = Domain['blkioTune']['devices']['all'][number];

/** libvirt's names of what is said of a device. */
const BY_DEVICE: Readonly<Record<string, (device: BlockTune) => number | null>> = {
  device_weight: (device) => device.weight,
  device_read_bytes_sec: (device) => device.readBytes,
  device_write_bytes_sec: (device) => device.writeBytes,
  device_read_iops_sec: (device) => device.readIops,
  device_write_iops_sec: (device) => device.writeIops,
};

/**
 * Weights and limits by device are lists: `/dev/sda,500,/dev/sdb,200`; 0 takes a limit away. Only what differs is
 * named: not every host has all of these, and it refuses the others even with 0.
 */
function blockParams({ live, target }: Documents): Params {
  const [before, after] = [live.blkioTune, target.blkioTune];
  const lists = Object.entries(BY_DEVICE).flatMap(([name, read]): [string, string][] => {
    const was = new Map(before.devices.map((device) => [device.path ?? '', read(device) ?? 0]));
    const is = new Map(after.devices.map((device) => [device.path ?? '', read(device) ?? 0]));
    const paths = [...new Set([...was.keys(), ...is.keys()])];
    const differing = paths.filter((path) => (was.get(path) ?? 0) !== (is.get(path) ?? 0));
    return differing.length === 0
      ? []
      : [[name, differing.map((path) => `${path},${is.get(path) ?? 0}`).join(',')]];
  });
  const weight = after.weight !== null && after.weight !== before.weight ? { weight: after.weight } : {};
  return { ...weight, ...Object.fromEntries(lists) };
}

/** Who is pinned elsewhere than now; null for those that are not pinned any more. */
function pins(
  { live, target }: Documents,
  read: (domain: Domain) => readonly (readonly [number | null, string | null])[],
): [number, string | null][] {
  const before = new Map(read(live));
  const after = new Map(read(target));
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((id): [number, string | null][] => {
    const cpuset = after.get(id) ?? null;
    return id === null || (before.get(id) ?? null) === cpuset ? [] : [[id, cpuset]];
  });
}

/** The numbers of a machine's I/O threads: those given, and the smallest free ones for the rest. */
function iothreadIds(domain: Domain): number[] {
  const ids = domain.iothreadIds.all.flatMap((thread) => (thread.id === null ? [] : [thread.id]));
  for (let id = 1; ids.length < (domain.iothreads ?? 0); id += 1) if (!ids.includes(id)) ids.push(id);
  return ids;
}

function iothreads({ live, target }: Documents): LiveStep[] {
  const before = iothreadIds(live);
  const after = iothreadIds(target);
  const steps: LiveStep[] = [];
  for (const id of before) if (!after.includes(id)) steps.push({ do: 'iothread', what: 'remove', id });
  for (const id of after) {
    const params = iothreadParams(target, id);
    if (!before.includes(id)) steps.push({ do: 'iothread', what: 'add', id, params });
    else if (JSON.stringify(params) !== JSON.stringify(iothreadParams(live, id)))
      steps.push({ do: 'iothread', what: 'set', id, params });
  }
  return steps;
}

function iothreadParams(domain: Domain, id: number): Params {
  const thread = domain.iothreadIds.find((one) => one.id === id);
  const values = {
    poll_max_ns: thread?.pollMax,
    poll_grow: thread?.pollGrow,
    poll_shrink: thread?.pollShrink,
    thread_pool_min: thread?.threadPoolMin,
    thread_pool_max: thread?.threadPoolMax,
  };
  const given = Object.entries(values).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return Object.fromEntries(given);
}

/** virDomainLifecycle and virDomainLifecycleAction. */
const EVENTS: Readonly<Record<string, number>> = { onPoweroff: 0, onReboot: 1, onCrash: 2 };
const ACTIONS = ['destroy', 'restart', 'rename-restart', 'preserve', 'coredump-destroy', 'coredump-restart'];
const USUAL: Readonly<Record<string, string>> = {
  onPoweroff: 'destroy',
  onReboot: 'restart',
  onCrash: 'destroy',
};

/** Ordered so that no state between is that which QEMU refuses: starting at a shutdown and ending at a restart. */
function lifecycles(changes: readonly Change[], target: Domain): TuningStep[] {
  const last = target.onReboot === 'destroy' ? 'onReboot' : 'onPoweroff';
  const ordered = [...changes].sort((a, b) => Number(a.key === last) - Number(b.key === last));
  return ordered.flatMap((change) => lifecycle(change, target).map((step) => ({ keys: [change.key], step })));
}

function lifecycle(change: Change, target: Domain): LiveStep[] {
  const field = change.fields[0] ?? '';
  const event = EVENTS[field];
  const wanted = { onPoweroff: target.onPoweroff, onReboot: target.onReboot, onCrash: target.onCrash }[field];
  const action = ACTIONS.indexOf(wanted ?? USUAL[field] ?? '');
  return event === undefined || action < 0 ? [] : [{ do: 'lifecycle', event, action }];
}
