import type { DomainRef } from '../../../contract/index.ts';
import { useConnection } from '../../state/connections.ts';
import { useDomain } from '../../state/inventory.ts';
import { usePendingAction } from '../../state/pending.ts';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { StateText } from '../../ui/StateChip.tsx';
import { actionRefusal, performAction } from '../actions/performAction.ts';
import classes from './Console.module.css';

/** Says that a machine stands still, whose console shows a picture that nothing happens in. */
export function PausedMachine({ domain }: { domain: DomainRef }) {
  const row = useDomain(domain.connection, domain.uuid);
  const connection = useConnection(domain.connection);
  const pending = usePendingAction(domain);
  if (!row || !connection || (row.state !== 'paused' && row.state !== 'pmsuspended')) return null;
  return (
    <div className={classes.slim} data-late>
      <div className={classes.box} role="status">
        <StateText row={row} />
        <ReasonButton
          variant="default"
          loading={pending === 'resume'}
          reason={actionRefusal('resume', row, connection)}
          onClick={() => void performAction('resume', domain)}
        >
          Resume
        </ReasonButton>
      </div>
    </div>
  );
}
