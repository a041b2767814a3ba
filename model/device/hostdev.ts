import { attr, define, flag, int, list, onOff, section, text, yesNo } from '../field/index.ts';
import { ScsiAdapter } from './adapter.ts';
import { Address, bootable, device, GuestIp, GuestRoute, rom, STARTUP_POLICY, teaming } from './common.ts';
import { SourceHost, StorageAuth } from './disk-source.ts';

/** The device of the host that is given to the guest. */
export class HostdevSource extends define({
  startupPolicy: attr('@startupPolicy', STARTUP_POLICY),
  guestReset: attr('@guestReset', ['off', 'uninitialized', 'on']),
  writeFiltering: yesNo('@writeFiltering'),
  vendor: attr('vendor/@id'),
  product: attr('product/@id'),
  /** USB: bus and device; PCI: domain to function; SCSI: bus, target, unit; mediated: uuid. */
  address: section('address', () => Address),
  adapter: section('adapter', () => ScsiAdapter),
  protocol: attr('@protocol', ['iscsi', 'vhost', 'adapter']),
  name: attr('@name'),
  wwpn: attr('@wwpn'),
  hosts: list('host', () => SourceHost),
  auth: section('auth', () => StorageAuth),
  initiator: attr('initiator/iqn/@name'),
  block: text('block'),
  character: text('char'),
  networkInterface: text('interface'),
}) {}

/** A device of the host passed through to the guest. */
export class Hostdev extends define(
  {
    mode: attr('@mode', ['subsystem', 'capabilities']),
    type: attr('@type', ['pci', 'usb', 'scsi', 'scsi_host', 'mdev', 'storage', 'misc', 'net']),
    managed: yesNo('@managed'),
    model: attr('@model', [
      'vfio-pci',
      'vfio-ccw',
      'vfio-ap',
      'virtio',
      'virtio-transitional',
      'virtio-non-transitional',
    ]),
    display: onOff('@display'),
    ramfb: onOff('@ramfb'),
    rawio: yesNo('@rawio'),
    sgio: attr('@sgio', ['filtered', 'unfiltered']),
    driver: attr('driver/@name', ['vfio', 'kvm', 'xen']),
    driverModel: attr('driver/@model'),
    driverIommufd: yesNo('driver/@iommufd'),
    source: section('source', () => HostdevSource),
    ips: list('ip', () => GuestIp),
    routes: list('route', () => GuestRoute),
    readonly: flag('readonly'),
    shareable: flag('shareable'),
    ...teaming,
    ...rom,
    ...bootable,
    ...device,
  },
  'hostdev',
) {}

export class RedirRule extends define({
  class: attr('@class'),
  vendor: attr('@vendor'),
  product: attr('@product'),
  version: attr('@version'),
  allow: yesNo('@allow'),
}) {}

/** Which USB devices may be redirected; the first rule that fits decides. */
export class RedirFilter extends define({ rules: list('usbdev', () => RedirRule) }, 'redirfilter') {}

export class Hub extends define({ type: attr('@type', ['usb']), ...device }, 'hub') {}

/** A lock that is held while the guest runs. */
export class Lease extends define(
  {
    lockspace: text('lockspace'),
    key: text('key'),
    path: attr('target/@path'),
    offset: int('target/@offset'),
  },
  'lease',
) {}
