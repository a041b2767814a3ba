import type { DomainRef } from '../../../contract/index.ts';
import { useConnection } from '../../state/connections.ts';
import { useDomain } from '../../state/inventory.ts';
import { StateText } from '../../ui/StateChip.tsx';
import { ActionButton } from '../actions/ActionButton.tsx';
import classes from './Console.module.css';

/** Says that a machine stands still, whose console shows a picture that nothing happens in. */
export function PausedMachine({ domain }: { domain: DomainRef }) {
  const row = useDomain(domain.connection, domain.uuid);
  const connection = useConnection(domain.connection);
  if (!row || !connection || (row.state !== 'paused' && row.state !== 'pmsuspended')) return null;
  return (
    <div className={classes.slim} data-late>
      <div className={classes.box} role="status">
        <StateText row={row} />
        <ActionButton action="resume" connection={connection} row={row} variant="default" />
      </div>
    </div>
  );
}
