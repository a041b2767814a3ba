import { create } from 'zustand';
import type { Connection, ConnectionId } from '../../contract/index.ts';

interface ConnectionsState {
  /** By id, in the order in which main told of them. */
  readonly byId: ReadonlyMap<ConnectionId, Connection>;
}

/** The connections as main last described them. */
export const useConnections = create<ConnectionsState>()(() => ({ byId: new Map() }));

/** Replaces everything, at the start of the window. */
export function setConnections(list: readonly Connection[]): void {
  useConnections.setState({ byId: new Map(list.map((connection) => [connection.id, connection])) });
}

/** Adds a connection, or replaces what was known of it. */
export function putConnection(connection: Connection): void {
  useConnections.setState(({ byId }) => ({ byId: new Map(byId).set(connection.id, connection) }));
}

/** Forgets a connection that was removed. */
export function dropConnection(id: ConnectionId): void {
  useConnections.setState(({ byId }) => {
    const rest = new Map(byId);
    rest.delete(id);
    return { byId: rest };
  });
}

/** One connection; undefined when it does not exist (any more). */
export function useConnection(id: ConnectionId): Connection | undefined {
  return useConnections((state) => state.byId.get(id));
}

/** What a connection is called: the user's name for it, else the host's, else what its URI says. */
export function connectionTitle(connection: Pick<Connection, 'settings' | 'host'>): string {
  const { settings, host } = connection;
  return settings.name || host?.hostname || hostOfUri(settings.uri) || settings.uri.replace(/\?.*/s, '');
}

/** The host in "qemu+ssh://root@lab1:22/system"; empty for local addresses. */
function hostOfUri(uri: string): string {
  return /^[^:]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?]*)/.exec(uri)?.[1] ?? '';
}

/** Whether the picture shown of it may be out of date. */
export function isStale(connection: Pick<Connection, 'status'>): boolean {
  return connection.status !== 'connected';
}

/** Whether something is under way that the user waits for. */
export function isBusy(connection: Pick<Connection, 'status'>): boolean {
  return ['connecting', 'waiting', 'reconnecting'].includes(connection.status);
}
