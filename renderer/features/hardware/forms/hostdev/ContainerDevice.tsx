import type { Hostdev } from '../../../../../model/index.ts';
import { FieldGroup, TextField } from '../../fields/index.ts';
import { pathProblem } from '../parts/checks.ts';
import { Remark } from '../parts/Remark.tsx';

/** A device of the host in a container: by its file, a network card by its name. */
export function ContainerDevice({ device }: { device: Hostdev }) {
  const { source, type } = device;
  return (
    <FieldGroup>
      {type === 'storage' && (
        <TextField
          of={source}
          field="block"
          label="Block device"
          placeholder="/dev/sdb"
          check={pathProblem}
        />
      )}
      {type === 'misc' && (
        <TextField
          of={source}
          field="character"
          label="Character device"
          placeholder="/dev/input/event3"
          check={pathProblem}
        />
      )}
      {type === 'net' && (
        <>
          <TextField of={source} field="networkInterface" label="Network card" placeholder="eth1" />
          <Remark warning>The host loses the card while the container runs.</Remark>
        </>
      )}
      {type !== 'storage' && type !== 'misc' && type !== 'net' && (
        <Remark>There are no fields for such a device. Everything of it can be edited in its XML.</Remark>
      )}
    </FieldGroup>
  );
}
