import { attr, define, int, section, yesNo } from '../field/index.ts';
import { Address } from './common.ts';

/** A SCSI host adapter, by its name, its place or its fibre channel names. */
export class ScsiAdapter extends define({
  type: attr('@type', ['scsi_host', 'fc_host']),
  name: attr('@name'),
  managed: yesNo('@managed'),
  parent: attr('@parent'),
  parentWwnn: attr('@parent_wwnn'),
  parentWwpn: attr('@parent_wwpn'),
  parentFabricWwn: attr('@parent_fabric_wwn'),
  wwnn: attr('@wwnn'),
  wwpn: attr('@wwpn'),
  parentUniqueId: int('parentaddr/@unique_id'),
  parentAddress: section('parentaddr/address', () => Address),
}) {}
