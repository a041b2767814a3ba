import { Address } from '../device/common.ts';
import { attr, define, int, list, section, text } from '../field/index.ts';

/** A file under /dev that belongs to the device. */
export class DeviceNode extends define({ type: attr('@type', ['dev', 'link']), path: text('.') }) {}

export class MdevType extends define({
  id: attr('@id'),
  name: text('name'),
  deviceApi: text('deviceAPI'),
  availableInstances: int('availableInstances'),
}) {}

export class MdevAttribute extends define({ name: attr('@name'), value: attr('@value') }) {}
export class NetFeature extends define({ name: attr('@name') }) {}
export class PciLink extends define({
  validity: attr('@validity', ['cap', 'sta']),
  port: int('@port'),
  /** GT/s. */
  speed: attr('@speed'),
  width: int('@width'),
}) {}

export class VpdField extends define({ index: attr('@index'), value: text('.') }) {}

/** Vital product data of a PCI card. */
export class VpdFields extends define({
  access: attr('@access', ['readonly', 'readwrite']),
  changeLevel: text('change_level'),
  manufactureId: text('manufacture_id'),
  partNumber: text('part_number'),
  serialNumber: text('serial_number'),
  assetTag: text('asset_tag'),
  vendorFields: list('vendor_field', () => VpdField),
  systemFields: list('system_field', () => VpdField),
}) {}

/** A channel subsystem address of s390. */
export class ChannelAddress extends define({
  cssid: int('cssid'),
  ssid: int('ssid'),
  devno: int('devno'),
}) {}

/** A device of a group of channel devices of s390. */
export class GroupMember extends define({ ref: attr('@ref'), name: text('.') }) {}

/**
 * What a device is or can do. Which of the fields are there depends on `type`; capabilities may hold
 * further ones (a PCI card its virtual functions, a SCSI host its fibre channel names).
 */
export class NodeCapability extends define({
  type: attr('@type'),
  product: text('product'),
  productId: attr('product/@id'),
  vendor: text('vendor'),
  vendorId: attr('vendor/@id'),
  class: text('class'),
  subclass: int('subclass'),
  protocol: int('protocol'),
  description: text('description'),
  hardwareVendor: text('hardware/vendor'),
  hardwareVersion: text('hardware/version'),
  hardwareSerial: text('hardware/serial'),
  hardwareUuid: text('hardware/uuid'),
  firmwareVendor: text('firmware/vendor'),
  firmwareVersion: text('firmware/version'),
  firmwareDate: text('firmware/release_date'),
  domain: int('domain'),
  bus: int('bus'),
  slot: int('slot'),
  function: int('function'),
  device: int('device'),
  number: int('number'),
  iommuGroup: int('iommuGroup/@number'),
  iommuAddresses: list('iommuGroup/address', () => Address),
  numaNode: int('numa/@node'),
  pciLinks: list('pci-express/link', () => PciLink),
  maxCount: int('@maxCount'),
  addresses: list('address', () => Address),
  mdevTypes: list('type', () => MdevType),
  vpdName: text('name'),
  vpdFields: list('fields', () => VpdFields),
  networkInterface: text('interface'),
  networkAddress: text('address'),
  linkState: attr('link/@state'),
  linkSpeed: int('link/@speed'),
  features: list('feature', () => NetFeature),
  host: int('host'),
  uniqueId: int('unique_id'),
  target: text('target'),
  rport: text('rport'),
  lun: int('lun'),
  /** The kind of a SCSI device, a DRM node or a mediated device. */
  kind: text('type'),
  kindId: attr('type/@id'),
  wwnn: text('wwnn'),
  wwpn: text('wwpn'),
  fabricWwn: text('fabric_wwn'),
  maxVports: int('max_vports'),
  vports: int('vports'),
  block: text('block'),
  char: text('char'),
  driveType: text('drive_type'),
  model: text('model'),
  serial: text('serial'),
  size: int('size'),
  logicalBlockSize: int('logical_block_size'),
  blocks: int('num_blocks'),
  mediaAvailable: int('media_available'),
  mediaSize: int('media_size'),
  mediaLabel: text('media_label'),
  uuid: text('uuid'),
  parentAddress: text('parent_addr'),
  attributes: list('attr', () => MdevAttribute),
  cssid: int('cssid'),
  ssid: int('ssid'),
  devno: int('devno'),
  channelDeviceAddress: section('channel_dev_addr', () => ChannelAddress),
  chardev: text('chardev'),
  apAdapter: int('ap-adapter'),
  apDomain: int('ap-domain'),
  state: text('state'),
  groupMembers: list('members/ccw_device', () => GroupMember),
  cardType: text('card_type'),
  chpid: text('chpid'),
}) {
  static readonly nested = { capability: () => NodeCapability };

  /** The capabilities inside this one. */
  get capabilities(): NodeCapability[] {
    return nestedCapabilities(this);
  }
}

function nestedCapabilities(of: NodeCapability | NodeDevice): NodeCapability[] {
  return of.elements('capability').map((element) => new NodeCapability(element));
}

/** A device of the host (https://libvirt.org/formatnode.html). */
export class NodeDevice extends define(
  {
    name: text('name'),
    path: text('path'),
    nodes: list('devnode', () => DeviceNode),
    parent: text('parent'),
    parentWwnn: attr('parent/@wwnn'),
    parentWwpn: attr('parent/@wwpn'),
    parentFabricWwn: attr('parent/@fabric_wwn'),
    driver: text('driver/name'),
  },
  'device',
) {
  static readonly nested = { capability: () => NodeCapability };

  get capabilities(): NodeCapability[] {
    return nestedCapabilities(this);
  }

  /** The capability that says what the device is. */
  get capability(): NodeCapability | undefined {
    return this.capabilities[0];
  }
}
