import { Audio } from '../device/audio.ts';
import { Channel, Console, Parallel, Serial } from '../device/character.ts';
import { Controller } from '../device/controller.ts';
import { Disk, ThrottleFilter } from '../device/disk.ts';
import { Graphics, Input, SpiceChannel } from '../device/display.ts';
import { Filesystem } from '../device/filesystem.ts';
import { Hostdev, Lease } from '../device/hostdev.ts';
import { SharedMemory } from '../device/memory.ts';
import { FilterParameter, NetworkInterface, VlanTag } from '../device/network-interface.ts';
import { SecurityLabel } from '../device/security.ts';
import { Timer } from '../domain/clock.ts';
import { CpuFeature, NumaCell, NumaDistance } from '../domain/cpu.ts';
import { Iothread, KeyWrap, PerfEvent, ThrottleGroup, Vcpu } from '../domain/domain.ts';
import { CommandEnvironment, QemuDeviceOverride, QemuProperty } from '../domain/namespaces.ts';
import { FirmwareFeature, InitEnvironment } from '../domain/os.ts';
import { Sysinfo, SysinfoEntry } from '../domain/sysinfo.ts';
import { BlockDeviceTune, IothreadPin, NumaMemoryNode, VcpuPin } from '../domain/tuning.ts';
import type { NodeClass } from '../field/field.ts';
import type { XmlNode } from '../field/node.ts';
import {
  DhcpHost,
  DhcpRange,
  DnsHost,
  DnsText,
  ForwardInterface,
  NetworkIp,
  PortGroup,
} from '../network/network.ts';
import { SnapshotDisk } from '../snapshot/snapshot.ts';

type Key = string | number | null | undefined;

/** What tells one of a list from the others, the surest first; nothing if only its place does. */
const KEYS = new Map<unknown, (node: XmlNode) => readonly Key[]>();

function identify<N extends XmlNode>(
  of: new (...args: ConstructorParameters<NodeClass>) => N,
  keys: (node: N) => readonly Key[],
): void {
  KEYS.set(of, (node) => (node instanceof of ? keys(node) : []));
}

function joined(...parts: readonly Key[]): string | null {
  const known = parts.filter((part) => part !== null && part !== undefined);
  return known.length === 0 ? null : known.join(' ');
}

function place(device: { address: { exists: boolean; type: string | null; text: string } }): string | null {
  return device.address.exists ? `${device.address.type} ${device.address.text}` : null;
}

identify(Disk, (disk) => [disk.target, disk.alias, disk.source.location]);
identify(NetworkInterface, (card) => [card.mac?.toLowerCase(), card.alias, place(card)]);
identify(Controller, (controller) => [
  controller.index === null ? null : joined(controller.type, controller.index),
  place(controller),
]);
identify(Filesystem, (filesystem) => [filesystem.target]);
identify(Serial, (line) => [line.port]);
identify(Parallel, (line) => [line.port]);
identify(Console, (line) => [line.port]);
identify(Channel, (channel) => [channel.name ?? channel.targetAddress, channel.alias]);
identify(Graphics, (graphics) => [graphics.type]);
identify(Input, (input) => [joined(input.type, input.bus), place(input)]);
identify(Audio, (audio) => [audio.id]);
identify(SharedMemory, (memory) => [memory.name]);
identify(Lease, (lease) => [joined(lease.lockspace, lease.key)]);
identify(Hostdev, (hostdev) => [hostdevKey(hostdev), hostdev.alias, place(hostdev)]);
identify(SpiceChannel, (channel) => [channel.name]);
identify(ThrottleFilter, (filter) => [filter.group]);
identify(FilterParameter, (parameter) => [parameter.name]);
identify(VlanTag, (tag) => [tag.id]);
identify(SecurityLabel, (label) => [label.model]);
identify(Timer, (timer) => [timer.name]);
identify(CpuFeature, (feature) => [feature.name]);
identify(NumaCell, (cell) => [cell.id]);
identify(NumaDistance, (distance) => [distance.id]);
identify(Iothread, (thread) => [thread.id]);
identify(Vcpu, (vcpu) => [vcpu.id]);
identify(PerfEvent, (event) => [event.name]);
identify(KeyWrap, (cipher) => [cipher.name]);
identify(ThrottleGroup, (group) => [group.groupName]);
identify(CommandEnvironment, (variable) => [variable.name]);
identify(QemuDeviceOverride, (override) => [override.alias]);
identify(QemuProperty, (property) => [property.name]);
identify(FirmwareFeature, (feature) => [feature.name]);
identify(InitEnvironment, (variable) => [variable.name]);
identify(Sysinfo, (sysinfo) => [sysinfo.type]);
identify(SysinfoEntry, (entry) => [entry.name]);
identify(BlockDeviceTune, (device) => [device.path]);
identify(IothreadPin, (pin) => [pin.iothread]);
identify(VcpuPin, (pin) => [pin.vcpu]);
identify(NumaMemoryNode, (node) => [node.cell]);
identify(DhcpHost, (host) => [host.mac?.toLowerCase() ?? host.id, host.name, host.ip]);
identify(DhcpRange, (range) => [range.start]);
identify(DnsHost, (host) => [host.ip]);
identify(DnsText, (record) => [record.name]);
identify(ForwardInterface, (card) => [card.dev]);
identify(NetworkIp, (ip) => [ip.address]);
identify(PortGroup, (group) => [group.name]);
identify(SnapshotDisk, (disk) => [disk.name]);

function hostdevKey(hostdev: Hostdev): string | null {
  const { source } = hostdev;
  if (source.vendor !== null) return joined(hostdev.type, source.vendor, source.product);
  if (source.address.uuid !== null) return joined(hostdev.type, source.address.uuid);
  if (source.address.exists) {
    const { address } = source;
    return joined(hostdev.type, source.adapter.name, address.device, address.text);
  }
  return joined(
    hostdev.type,
    source.name,
    source.wwpn,
    source.block,
    source.character,
    source.networkInterface,
  );
}

/** The keys of a node, the surest first; empty if only its place among its like tells it from others. */
export function keysOf(node: XmlNode): readonly string[] {
  const keys = KEYS.get(node.constructor)?.(node) ?? [];
  return keys.map((key) => (key === null || key === undefined ? '' : String(key)));
}

/** One of the first list with its counterpart in the second, or one of them alone. */
export interface Pair<N> {
  readonly before: N | undefined;
  readonly after: N | undefined;
  /** What the pair is called among its like: the surest key, or the place counted from 1. */
  readonly name: string;
}

/** Finds for each of one list its counterpart in another: by key, and by kind and place where there are no keys. */
export function pair<N extends XmlNode>(before: readonly N[], after: readonly N[]): Pair<N>[] {
  const matcher = new Matcher(before, after);
  const levels = Math.max(0, ...[...before, ...after].map((node) => keysOf(node).length));
  for (let level = 0; level < levels; level += 1) matcher.byKey((node) => keysOf(node)[level] ?? '');
  // Those that have nothing of their own, or on one side only what libvirt gave them.
  matcher.byTest((node, other) => isWeak(node, other) && kindOf(node) === kindOf(other));
  matcher.byTest((node, other) => surestKey(node) === '' && surestKey(other) === '');
  return matcher.pairs();
}

class Matcher<N extends XmlNode> {
  readonly #before: readonly N[];
  readonly #after: readonly N[];
  readonly #matched = new Map<N, N>();
  readonly #taken = new Set<N>();

  constructor(before: readonly N[], after: readonly N[]) {
    this.#before = before;
    this.#after = after;
  }

  byKey(key: (node: N) => string): void {
    const others = new Map<string, N[]>();
    for (const node of this.#after) {
      if (!this.#taken.has(node)) others.set(key(node), [...(others.get(key(node)) ?? []), node]);
    }
    for (const node of this.#before) {
      const wanted = this.#matched.has(node) ? '' : key(node);
      if (wanted !== '') this.#match(node, others.get(wanted)?.shift());
    }
  }

  byTest(same: (node: N, other: N) => boolean): void {
    for (const node of this.#before) {
      if (this.#matched.has(node)) continue;
      this.#match(
        node,
        this.#after.find((other) => !this.#taken.has(other) && same(node, other)),
      );
    }
  }

  pairs(): Pair<N>[] {
    const pairs = this.#before.map((node, index) => ({
      before: node,
      after: this.#matched.get(node),
      name: nameOf(node, index),
    }));
    const added = this.#after
      .map((node, index) => ({ before: undefined, after: node, name: nameOf(node, index) }))
      .filter(({ after }) => !this.#taken.has(after));
    return [...pairs, ...added];
  }

  #match(node: N, other: N | undefined): void {
    if (!other) return;
    this.#matched.set(node, other);
    this.#taken.add(other);
  }
}

function isWeak(node: XmlNode, other: XmlNode): boolean {
  return surestKey(node) === '' || surestKey(other) === '';
}

function kindOf(node: XmlNode): string {
  return ['@type', '@model', 'model/@type', 'target/@type'].map((path) => node.get(path) ?? '').join(' ');
}

function nameOf(node: XmlNode, index: number): string {
  return keysOf(node).find((key) => key !== '') ?? String(index + 1);
}
