import type { ButtonVariant } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { Connection, DomainRow } from '../../../contract/index.ts';
import { usePendingAction } from '../../state/pending.ts';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { actionRefusal, performAction } from '../actions/performAction.ts';

interface StartMachineProps {
  connection: Connection;
  row: DomainRow;
  variant?: ButtonVariant;
}

/** Starts the machine whose console has nothing to show before that. */
export function StartMachine({ connection, row, variant = 'filled' }: StartMachineProps) {
  const domain = { connection: connection.id, uuid: row.uuid };
  const pending = usePendingAction(domain);
  return (
    <ReasonButton
      variant={variant}
      leftSection={<IconPlayerPlay size={15} />}
      loading={pending === 'start'}
      reason={actionRefusal('start', row, connection)}
      onClick={() => void performAction('start', domain)}
    >
      Start machine
    </ReasonButton>
  );
}
