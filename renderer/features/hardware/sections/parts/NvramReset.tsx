import { useState } from 'react';
import type { ApiErrorData, DomainRow, Uuid } from '../../../../../contract/index.ts';
import type { Domain } from '../../../../../model/index.ts';
import { client, toErrorData } from '../../../../state/host.ts';
import { useDomain } from '../../../../state/inventory.ts';
import { confirm } from '../../../../ui/confirm.tsx';
import { ErrorView } from '../../../../ui/ErrorView.tsx';
import { ReasonButton } from '../../../../ui/ReasonButton.tsx';
import { useEdit, useEditState } from '../../edit/context.tsx';
import { Remark } from '../../forms/parts/Remark.tsx';
import classes from './Rows.module.css';

/** Starts the machine with settings of the firmware made anew: its boot order and keys. */
export function NvramReset({ domain }: { domain: Domain }) {
  const { kind, uuid } = useEdit().source;
  return (
    <>
      <Remark>
        The NVRAM is made from its template when there is none. Another template, or other keys, take effect
        with a reset NVRAM only.
      </Remark>
      {kind === 'machine' && uuid !== null && <Reset uuid={uuid} name={domain.name ?? ''} />}
    </>
  );
}

function Reset({ uuid, name }: { uuid: Uuid; name: string }) {
  const { connection } = useEdit().source;
  const row = useDomain(connection, uuid);
  const dirty = useEditState(({ changes, typed }) => changes.length > 0 || typed.size > 0);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const start = async () => {
    const { confirmed } = await confirm({
      title: `Start ${name} with a reset NVRAM?`,
      body: 'The settings of its firmware are lost: the boot order that systems put there, and keys that were added.',
      confirmLabel: 'Reset and start',
      danger: true,
    });
    if (!confirmed) return;
    setError(null);
    await client()
      .domains.start({ connection, uuid, resetNvram: true })
      .catch((thrown: unknown) => setError(toErrorData(thrown)));
  };
  return (
    <div className={classes.buttons}>
      <ReasonButton
        variant="default"
        size="compact-xs"
        reason={reasonAgainst(row, dirty)}
        onClick={() => void start()}
      >
        Start with a reset NVRAM
      </ReasonButton>
      {error && <ErrorView title="It could not be started" error={error} />}
    </div>
  );
}

/** Why it cannot be started so now; null: it can. */
export function reasonAgainst(
  row: Pick<DomainRow, 'id' | 'managedSave'> | undefined,
  dirty: boolean,
): string | null {
  if (!row) return 'It is not known what the machine does.';
  if (row.id !== null) return 'It runs: this can be done at its next start.';
  if (row.managedSave) return 'It has a saved state, which goes on with the NVRAM as it is.';
  return dirty ? 'Apply or discard the changes first.' : null;
}
