import type { Connection, ConnectionSettings } from '../../../contract/index.ts';
import { connectionTitle, isBusy, useConnections } from '../../state/connections.ts';
import { client } from '../../state/host.ts';
import { currentRoute, navigate } from '../../state/route.ts';
import { confirm } from '../../ui/confirm.tsx';
import { reportError } from '../../ui/notify.tsx';

/** Opens it, or tries again at once. What comes of it is told by the connection's state. */
export async function openConnection(connection: Connection): Promise<void> {
  try {
    await client().connections.open({ connection: connection.id });
  } catch (error) {
    reportError(`Could not connect to ${connectionTitle(connection)}`, error);
  }
}

/** Opens the same connection for looking only, from now on. */
export async function openReadOnly(connection: Connection): Promise<void> {
  try {
    const settings = { ...connection.settings, readOnly: true };
    await client().connections.update({ connection: connection.id, settings });
    await client().connections.open({ connection: connection.id });
  } catch (error) {
    reportError(`Could not open ${connectionTitle(connection)} read-only`, error);
  }
}

/** Opens another address: the connection that has it already, else a new one. */
export async function openUri(uri: string): Promise<void> {
  try {
    const known = [...useConnections.getState().byId.values()].find(({ settings }) => settings.uri === uri);
    const opened = known ?? (await addConnection(newSettings(uri)));
    if (known) await client().connections.open({ connection: known.id });
    navigate({ page: 'host', connection: opened.id, tab: 'overview' });
  } catch (error) {
    reportError(`Could not open ${uri}`, error);
  }
}

/** Closes it, or gives an attempt up. */
export async function closeConnection(connection: Connection): Promise<void> {
  try {
    await client().connections.close({ connection: connection.id });
  } catch (error) {
    const what = isBusy(connection) ? 'stop connecting to' : 'disconnect from';
    reportError(`Could not ${what} ${connectionTitle(connection)}`, error);
  }
}

/** Asks, and forgets the connection. `onRemoved` is called before the page that showed it changes. */
export async function removeConnection(connection: Connection, onRemoved?: () => void): Promise<void> {
  const title = connectionTitle(connection);
  const { confirmed } = await confirm({
    title: `Remove ${title}?`,
    body: 'Virtdeck forgets this connection. Nothing on the host changes: its machines stay as they are.',
    confirmLabel: 'Remove',
    danger: true,
  });
  if (!confirmed) return;
  try {
    await client().connections.remove({ connection: connection.id });
    onRemoved?.();
    const route = currentRoute();
    if ('connection' in route && route.connection === connection.id) navigate({ page: 'fleet' });
  } catch (error) {
    reportError(`Could not remove ${title}`, error);
  }
}

/** Adds and opens. Throws ApiError. */
export function addConnection(settings: ConnectionSettings): Promise<Connection> {
  return client().connections.add(settings);
}

/** Settings for a URI with everything else as usual. */
export function newSettings(uri: string): ConnectionSettings {
  return { uri, name: '', readOnly: false, autoConnect: true, production: false };
}
