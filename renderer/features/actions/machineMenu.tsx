import { IconCopy, IconTerminal2 } from '@tabler/icons-react';
import type { Connection, DomainAction, DomainRow } from '../../../contract/index.ts';
import { virshOn } from '../../../model/index.ts';
import { client } from '../../state/host.ts';
import { machineName } from '../../state/machineName.ts';
import { navigate } from '../../state/route.ts';
import { copyText } from '../../ui/copyText.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { reportError, showNotice } from '../../ui/notify.tsx';
import { ACTION_ICONS } from './actionIcons.tsx';
import { ACTION_ORDER, ACTION_TEXTS } from './actionTexts.ts';
import { actionRefusal, performAction } from './performAction.ts';

const VIRSH: Readonly<Record<DomainAction, string>> = {
  start: 'start',
  resume: 'resume',
  shutdown: 'shutdown',
  reboot: 'reboot',
  suspend: 'suspend',
  reset: 'reset',
  destroy: 'destroy',
};

/** Everything that can be done with one machine; what cannot be done now says why. */
export function machineMenu(
  row: DomainRow,
  connection: Connection,
  options: { withOpen?: boolean; without?: DomainAction } = {},
): MenuEntry[] {
  const ref = { connection: connection.id, uuid: row.uuid };
  const entries: MenuEntry[] = [];
  if (options.withOpen) {
    entries.push(
      { label: 'Open', icon: <IconTerminal2 size={15} />, keys: 'Enter', run: () => openMachine(ref) },
      'line',
    );
  }
  for (const action of ACTION_ORDER) {
    if (action === options.without) continue;
    if (action === 'reset') entries.push('line');
    const Icon = ACTION_ICONS[action];
    entries.push({
      label: ACTION_TEXTS[action].label,
      icon: <Icon size={15} />,
      danger: ACTION_TEXTS[action].danger,
      reason: actionRefusal(action, row, connection),
      run: () => void performAction(action, ref),
    });
  }
  entries.push('line', autostartEntry(row, connection), ...copyEntries(row, connection));
  return entries;
}

function openMachine(ref: { connection: string; uuid: string }): void {
  navigate({ page: 'machine', ...ref, tab: 'console' });
}

function autostartEntry(row: DomainRow, connection: Connection): MenuEntry {
  const reason =
    connection.status !== 'connected'
      ? 'The host is not connected.'
      : connection.readOnly
        ? 'This connection is read-only.'
        : row.persistent
          ? null
          : 'The machine has no saved definition: it is gone when it is off.';
  return {
    label: 'Start with the host',
    checked: row.autostart,
    reason,
    run: () => {
      client()
        .domains.setAutostart({ connection: connection.id, uuid: row.uuid, autostart: !row.autostart })
        .catch((error: unknown) => reportError(`Could not change autostart of ${machineName(row)}`, error));
    },
  };
}

function copyEntries(row: DomainRow, connection: Connection): MenuEntry[] {
  const copy = (what: string, text: string) => () => {
    copyText(text).then(
      () => showNotice('success', `${what} copied`, text),
      (error: unknown) => reportError(`${what} could not be copied`, error),
    );
  };
  const action = row.id === null ? 'start' : 'shutdown';
  return [
    {
      label: 'Copy as virsh command',
      icon: <IconTerminal2 size={15} />,
      run: copy('Command', virshCommand(connection, action, row)),
    },
    { label: 'Copy UUID', icon: <IconCopy size={15} />, run: copy('UUID', row.uuid) },
  ];
}

/** The command that does the same. Names and addresses are quoted for a shell. */
export function virshCommand(
  connection: Pick<Connection, 'settings' | 'readOnly'>,
  action: DomainAction,
  row: Pick<DomainRow, 'name'>,
): string {
  return virshOn(connection.settings.uri, VIRSH[action], row.name);
}
