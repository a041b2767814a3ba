import type { Channel, Console, Parallel, Serial } from '../../../../../model/index.ts';
import { FieldGroup, TextField, TriStateField } from '../../fields/index.ts';
import { pathProblem } from './checks.ts';

/** A file of the host that gets a copy of all that the guest writes. */
export function LogFields({ device }: { device: Serial | Parallel | Console | Channel }) {
  return (
    <FieldGroup title="Log">
      <TextField
        of={device}
        field="logFile"
        label="Log file"
        hint="Gets a copy of everything that the guest writes, whoever else reads it."
        placeholder="No log"
        check={pathProblem}
      />
      {device.logFile !== null && (
        <TriStateField of={device} field="logAppend" label="Keep what is in it" none="Default: no" />
      )}
    </FieldGroup>
  );
}
