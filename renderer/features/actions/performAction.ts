import {
  type Connection,
  type DomainAction,
  type DomainRef,
  type DomainRow,
  refusal,
} from '../../../contract/index.ts';
import { connectionTitle, useConnections } from '../../state/connections.ts';
import { client } from '../../state/host.ts';
import { findDomain } from '../../state/inventory.ts';
import { machineName } from '../../state/machineName.ts';
import { whilePending } from '../../state/pending.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { confirm } from '../../ui/confirm.tsx';
import { reportError, showNotice } from '../../ui/notify.tsx';
import { ACTION_TEXTS } from './actionTexts.ts';

/** Why an action is not possible, from what is known here; main checks again. */
export function actionRefusal(
  action: DomainAction,
  row: DomainRow,
  connection: Pick<Connection, 'status' | 'readOnly'>,
): string | null {
  return refusal(action, row, {
    connected: connection.status === 'connected',
    readOnly: connection.readOnly,
  });
}

/** Asks where the preferences or the host say so, does it, and tells of a failure. */
export async function performAction(action: DomainAction, ref: DomainRef): Promise<void> {
  const row = findDomain(ref.connection, ref.uuid);
  const connection = useConnections.getState().byId.get(ref.connection);
  const text = ACTION_TEXTS[action];
  if (!row || !connection) {
    showNotice('error', `Could not ${text.verb} the machine`, 'It does not exist any more.');
    return;
  }
  const name = machineName(row);
  const reason = actionRefusal(action, row, connection);
  if (reason !== null) {
    showNotice('warning', `Could not ${text.verb} ${name}`, reason);
    return;
  }
  if (!(await askFirst(action, row, connection))) return;
  try {
    await callAction(action, ref);
  } catch (error) {
    reportError(`Could not ${text.verb} ${name}`, error);
  }
}

/** The call itself, marked as under way. Throws ApiError. */
export async function callAction(action: DomainAction, ref: DomainRef): Promise<void> {
  await whilePending(ref, action, () => client().domains[action](ref));
}

/** On hosts marked as production, what cuts the power always asks and wants the name typed. */
async function askFirst(action: DomainAction, row: DomainRow, connection: Connection): Promise<boolean> {
  const text = ACTION_TEXTS[action];
  if (!text.ask) return true;
  const { setting, body } = text.ask;
  const settings = useSettings.getState().settings;
  const typed = connection.settings.production && text.danger;
  if (!settings.confirm[setting] && !typed) return true;
  const { confirmed, skipNextTime } = await confirm({
    title: `${text.label} ${machineName(row)}?`,
    body: typed ? `${connectionTitle(connection)} is a production host. ${body}` : body,
    confirmLabel: text.label,
    danger: text.danger,
    canSkip: !typed,
    ...(typed && { typed: row.name }),
  });
  if (confirmed && skipNextTime) {
    changeSettings({ confirm: { ...settings.confirm, [setting]: false } }).catch((error: unknown) =>
      reportError('The preference could not be saved', error),
    );
  }
  return confirmed;
}
