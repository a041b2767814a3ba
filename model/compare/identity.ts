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
