import {
  applyChanges,
  type Change,
  compare,
  Domain,
  driverOf,
  fitsRunning,
  LIVE_OPERATIONS,
  type LiveOperation,
  type Located,
  locateDevice,
  Memballoon,
  mostMemory,
  pluggedMemory,
  serialize,
} from '../../../model/index.ts';
import type { LiveStep } from '../../libvirt/operations/support/liveSteps.ts';
import { metadataSteps } from './metadataSteps.ts';
import { type Documents, tuningSteps } from './tuningSteps.ts';

/** A step and the changes that it makes. */
export interface PlannedStep {
  readonly keys: readonly string[];
  readonly step: LiveStep;
  /** What libvirt calls the device at run time, for its removal; null: no device is removed. */
  readonly removes: string | null;
  /** What the running machine cannot be given of what is wanted, in words. */
  readonly short?: string | undefined;
}

/** What is to be done to a running machine. */
export interface LivePlan {
  readonly steps: readonly PlannedStep[];
  /** Changes that the running machine shows already. */
  readonly unchanged: ReadonlySet<string>;
  /** Changes that cannot be made while it runs. */
  readonly later: ReadonlySet<string>;
}

/** Things go before others come, so that places and names are free; controllers come before what is on them. */
const ORDER: readonly LiveStep['do'][] = ['detach', 'update', 'media', 'attach'];

/**
 * Works out how the running machine gets what was changed.
 * @param live its own definition, with secrets
 * @param target the definition with the changes, with secrets; addresses of new devices come from here
 * @param keys the changes to make
 */
export function planLive(live: Domain, target: Domain, keys: ReadonlySet<string>): LivePlan {
  const docs: Documents = { live, target };
  const balloon = balloonPlan(live, target);
  const wanted = oneByOne(compare(live, target).flatMap((change) => asWanted(change, keys)));
  const open = wanted
    .filter((change) => change.live !== 'memory' || balloon !== 'follows')
    .map((change) => (waits(change, balloon, docs) ? { ...change, live: null } : change));
  const steps = LIVE_OPERATIONS.flatMap((operation) => {
    const changes = open.filter((change) => change.live === operation);
    return changes.length === 0 ? [] : stepsOf(operation, changes, docs);
  });
  const openKeys = new Set(open.map((change) => change.key));
  return {
    steps: [...steps].sort((a, b) => rank(a.step) - rank(b.step)),
    unchanged: new Set([...keys].filter((key) => !openKeys.has(key))),
    later: new Set(open.filter((change) => change.live === null).map((change) => change.key)),
  };
}

/**
 * What is to become of the balloon. Memory devices bring and take their bytes along by themselves: a guest whose balloon
 * were told of them as well would lose them twice. While the guest still lets go of one nothing else can be said.
 */
function balloonPlan(live: Domain, target: Domain): 'set' | 'follows' | 'later' {
  const plugged = pluggedMemory(target) - pluggedMemory(live);
  if (plugged === 0) return 'set';
  // Without room for memory devices none comes, and none of their bytes.
  if (live.maxMemory === null) return (target.currentMemory ?? 0) > (live.memory ?? 0) ? 'later' : 'set';
  if ((target.currentMemory ?? 0) - (live.currentMemory ?? 0) === plugged) return 'follows';
  return plugged > 0 ? 'set' : 'later';
}

/** Whether a change that could be made while a machine runs has to wait in this one. */
function waits(
  change: Change,
  balloon: ReturnType<typeof balloonPlan>,
  { live, target }: Documents,
): boolean {
  if (change.live === 'memory') return balloon === 'later';
  return change.live === 'attach' && !fitsRunning(change, live, target);
}

/** Operations that are found by the key of a change; all others work out from the documents what is to be done. */
const BY_KEY: ReadonlySet<LiveOperation | null> = new Set([
  'attach',
  'detach',
  'update',
  'media',
  'iotune',
  'balloon-statistics',
  'metadata',
  null,
]);

/**
 * A change under the keys that it was wanted by. What is new in the saved definition may be there in the running
 * machine, only otherwise (libvirt goes on to name a pin that was taken away), and the other way round.
 */
function asWanted(change: Change, keys: ReadonlySet<string>): Change[] {
  if (keys.has(change.key)) return [change];
  if (BY_KEY.has(change.live)) return [];
  const related = [...keys].filter(
    (key) => key.startsWith(`${change.key}/`) || change.key.startsWith(`${key}/`),
  );
  return related.map((key) => ({ ...change, key }));
}

/** Where vCPUs are switched one by one, their number is what comes of that: setting it too would switch others. */
function oneByOne(changes: readonly Change[]): readonly Change[] {
  if (!changes.some((change) => change.live === 'vcpu')) return changes;
  return changes.map((change) => (change.live === 'vcpus' ? { ...change, live: 'vcpu' } : change));
}

function rank(step: LiveStep): number {
  const place = ORDER.indexOf(step.do);
  const first = step.do === 'attach' && step.xml.startsWith('<controller') ? -0.5 : 0;
  return place < 0 ? ORDER.length : place + first;
}

function stepsOf(operation: LiveOperation, changes: readonly Change[], docs: Documents): PlannedStep[] {
  switch (operation) {
    case 'attach':
      return changes.flatMap((change) => attach(change, docs));
    case 'detach':
      return changes.flatMap((change) => detach(change, docs));
    case 'update':
    case 'media':
      return update(operation, changes, docs);
    case 'iotune':
      return throttle(changes, docs);
    case 'balloon-statistics':
      return statistics(changes, docs);
    case 'metadata':
      return metadataSteps(changes, docs);
    default:
      return tuningSteps(operation, changes, docs).map((one) => ({
        ...one,
        removes: null,
        short: shortOf(operation, docs),
      }));
  }
}

/** A machine is given what it was started with at most: what it has then, where more is wanted. */
function shortOf(operation: LiveOperation, { live, target }: Documents): string | undefined {
  if (fitsRunning({ live: operation, key: '' }, live, target)) return undefined;
  const most =
    operation === 'vcpus'
      ? `${live.vcpu ?? 1} vCPUs`
      : `${Math.floor((mostMemory(live, target) ?? 0) / 1024 ** 2)} MiB`;
  return `The running machine has ${most} now, the most that it was started for.`;
}

function attach(change: Change, { target }: Documents): PlannedStep[] {
  const found = locateDevice(target, change.key);
  if (!found) return [];
  return [
    { keys: [change.key], step: { do: 'attach', xml: serialize(found.device.element) }, removes: null },
  ];
}

function detach(change: Change, { live }: Documents): PlannedStep[] {
  const found = locateDevice(live, change.key);
  if (!found) return [];
  const xml = serialize(found.device.element);
  // Only QEMU's guests are asked; elsewhere the device is gone when the call ends.
  const removes = driverOf(live.type) === 'qemu' ? found.device.get('alias/@name') : null;
  return [{ keys: [change.key], step: { do: 'detach', xml }, removes }];
}

/** The changes by the device of the running machine that they are in. */
function byDevice(changes: readonly Change[], domain: Domain): [Located, Change[]][] {
  const groups = new Map<string, [Located, Change[]]>();
  for (const change of changes) {
    const found = locateDevice(domain, change.key);
    if (!found) continue;
    const group = groups.get(found.key) ?? [found, []];
    group[1].push(change);
    groups.set(found.key, group);
  }
  return [...groups.values()];
}

/** The device as it is, with nothing else in it changed than what can be changed in this way. */
function update(operation: 'update' | 'media', changes: readonly Change[], docs: Documents): PlannedStep[] {
  const changed = Domain.parse(docs.live.toXml());
  applyChanges(changed, docs.target, new Set(changes.map((change) => change.key)));
  return byDevice(changes, docs.live).flatMap(([{ key }, inDevice]) => {
    const found = locateDevice(changed, key);
    if (!found) return [];
    const step: LiveStep = { do: operation, xml: serialize(found.device.element) };
    return [{ keys: inDevice.map((change) => change.key), step, removes: null }];
  });
}

const BASIC = [
  'total_bytes_sec',
  'read_bytes_sec',
  'write_bytes_sec',
  'total_iops_sec',
  'read_iops_sec',
  'write_iops_sec',
];
const BURST = [
  ...BASIC.map((name) => `${name}_max`),
  ...BASIC.map((name) => `${name}_max_length`),
  'size_iops_sec',
];

function throttle(changes: readonly Change[], { live, target }: Documents): PlannedStep[] {
  return byDevice(changes, live).flatMap(([{ device, key }, inDevice]) => {
    const wanted = locateDevice(target, key)?.device;
    const disk = device.get('target/@dev');
    if (!wanted || disk === null) return [];
    const value = (name: string): number => Number(wanted.get(`iotune/${name}`) ?? '0');
    // Bursts are named only where there are any: older QEMUs refuse them.
    const burst = BURST.filter((name) => device.has(`iotune/${name}`) || wanted.has(`iotune/${name}`));
    const params = Object.fromEntries([...BASIC, ...burst].map((name) => [name, value(name)]));
    const group = wanted.get('iotune/group_name');
    const step: LiveStep = {
      do: 'iotune',
      disk,
      params: group === null ? params : { ...params, group_name: group },
    };
    return [{ keys: inDevice.map((change) => change.key), step, removes: null }];
  });
}

function statistics(changes: readonly Change[], { target }: Documents): PlannedStep[] {
  return byDevice(changes, target).flatMap(([{ device }, inDevice]) => {
    if (!(device instanceof Memballoon)) return [];
    const step: LiveStep = { do: 'balloon-statistics', seconds: device.statsPeriod ?? 0 };
    return [{ keys: inDevice.map((change) => change.key), step, removes: null }];
  });
}
