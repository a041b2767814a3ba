import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { DomainRow, Uuid } from '../../../../../contract/index.ts';
import { client, toErrorData } from '../../../../state/host.ts';
import { useDomain } from '../../../../state/inventory.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldRow } from '../../fields/index.ts';

/** Starts with its host. libvirt keeps it beside the definition: it is changed at once, without Apply. */
export function Autostart() {
  const { kind, uuid } = useEdit().source;
  return kind === 'machine' && uuid !== null ? <OfMachine uuid={uuid} /> : null;
}

function OfMachine({ uuid }: { uuid: Uuid }) {
  const { connection } = useEdit().source;
  const row: DomainRow | undefined = useDomain(connection, uuid);
  const [problem, setProblem] = useState<string | null>(null);
  if (!row) return null;
  const set = (autostart: boolean) => {
    setProblem(null);
    client()
      .domains.setAutostart({ connection, uuid, autostart })
      .catch((error: unknown) => setProblem(toErrorData(error).message));
  };
  return (
    <FieldRow
      label="Starts with the host"
      hint={
        row.persistent
          ? 'Changed at once, without Apply.'
          : 'Its definition is not saved: it goes when it stops.'
      }
      problem={problem}
      field={{ id: 'autostart', libvirtName: 'autostart', changed: false, effect: null }}
    >
      <Switch
        id="field-autostart"
        size="xs"
        checked={row.autostart}
        disabled={!row.persistent}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    </FieldRow>
  );
}
