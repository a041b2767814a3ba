import type { Disk, Hostdev } from '../../../../../model/index.ts';
import { optionsFrom, SelectField, TriStateField } from '../../fields/index.ts';

/** What the guest may ask of a SCSI device that is handed to it. */
export function ScsiCommandFields({ device }: { device: Disk | Hostdev }) {
  return (
    <>
      <SelectField
        of={device}
        field="sgio"
        label="Commands"
        options={optionsFrom(['filtered', 'unfiltered'], null, {
          filtered: 'Only harmless ones',
          unfiltered: 'All',
        })}
      />
      <TriStateField of={device} field="rawio" label="Raw I/O rights for QEMU" />
    </>
  );
}
