import type { NetworkInterface } from '../../../../../../model/index.ts';
import { useProposed } from '../../../edit/context.tsx';
import {
  FieldGroup,
  NumberField,
  optionsFrom,
  SelectField,
  TextField,
  TriStateField,
} from '../../../fields/index.ts';
import { pathProblem } from '../checks.ts';
import { Remark } from '../Remark.tsx';

/** Boot order, ROM, the half of a bonded pair, and names. */
export function MoreFields({ device }: { device: NetworkInterface }) {
  const domain = useProposed();
  const persistent = domain.interfaces.all.filter(({ teaming }) => teaming === 'persistent');
  return (
    <FieldGroup title="More">
      <NumberField
        of={device}
        field="bootOrder"
        label="Boot order"
        hint="It starts over the network (PXE) if it comes to this card."
        min={1}
      />
      <TextField
        of={device}
        field="target"
        label="Name on the host"
        placeholder="Chosen at each start"
        hint="Names that begin with vnet are libvirt’s own, and are not kept."
        check={deviceProblem}
      />
      <TriStateField of={device} field="romBar" label="The guest sees its ROM" />
      <TriStateField of={device} field="romEnabled" label="It has a ROM" none="Default: yes" />
      <TextField of={device} field="romFile" label="ROM" placeholder="QEMU’s own" check={pathProblem} />
      <NumberField
        of={device}
        field="coalesceRxFrames"
        label="Packets in one interrupt"
        hint="Of the tap device, on the way to the guest."
        min={0}
      />
      <NumberField of={device} field="sendBuffer" label="Buffer of the tap device" suffix="bytes" />
      <SelectField
        of={device}
        field="teaming"
        label="In a pair"
        none="No"
        hint="A passed-through card that goes while the machine is migrated, and one that stays."
        options={optionsFrom(['persistent', 'transient'], null, {
          persistent: 'The one that stays',
          transient: 'The one that goes',
        })}
        also={() => {
          device.teamingPersistent = null;
        }}
      />
      {device.teaming === 'transient' && (
        <TextField
          of={device}
          field="teamingPersistent"
          label="Stays meanwhile"
          placeholder={persistent[0]?.alias ?? 'ua-backup0'}
        />
      )}
      {device.teaming === 'transient' && persistent.length === 0 && (
        <Remark warning>The machine has no card that stays.</Remark>
      )}
      {device.teaming === 'persistent' && !device.alias?.startsWith('ua-') && (
        <TextField
          of={device}
          field="alias"
          label="Known as"
          placeholder="ua-backup0"
          hint="The other card names it so."
          check={(text) => (/^ua-[\w-]+$/.test(text) ? null : 'A name that begins with ua-.')}
        />
      )}
    </FieldGroup>
  );
}

function deviceProblem(text: string): string | null {
  return /^[^\s/:]{1,15}$/.test(text) ? null : 'At most 15 characters, without spaces, slash and colon.';
}
