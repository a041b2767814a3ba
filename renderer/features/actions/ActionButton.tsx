import type { ButtonVariant } from '@mantine/core';
import type { Connection, DomainAction, DomainRow } from '../../../contract/index.ts';
import { usePendingAction } from '../../state/pending.ts';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { ACTION_ICONS } from './actionIcons.tsx';
import { ACTION_TEXTS } from './actionTexts.ts';
import { actionRefusal, performAction } from './performAction.ts';

interface ActionButtonProps {
  action: DomainAction;
  connection: Connection;
  row: DomainRow;
  /** Where the action's own word does not say of what. */
  label?: string;
  variant?: ButtonVariant;
}

/** Does something to a machine; says why where that is impossible, and shows that it is being done. */
export function ActionButton({ action, connection, row, label, variant = 'filled' }: ActionButtonProps) {
  const domain = { connection: connection.id, uuid: row.uuid };
  const pending = usePendingAction(domain);
  const Icon = ACTION_ICONS[action];
  return (
    <ReasonButton
      leftSection={<Icon size={15} />}
      variant={variant}
      loading={pending === action}
      reason={actionRefusal(action, row, connection)}
      onClick={() => void performAction(action, domain)}
    >
      {label ?? ACTION_TEXTS[action].label}
    </ReasonButton>
  );
}
