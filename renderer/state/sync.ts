import type { Connection, ConnectionId, EventName, Events } from '../../contract/index.ts';
import type { Host } from '../transport/host.ts';
import { dropConnection, putConnection, setConnections, useConnections } from './connections.ts';
import { addDomainEvent } from './domainEvents.ts';
import { setPicture } from './inventory.ts';
import { InventorySync } from './inventorySync.ts';
import { dropJob, putJob, setJobs } from './jobs.ts';
import { leaveMark } from './mark.ts';
import { addPrompt, removePrompt, setPrompts } from './prompts.ts';
import { useSettings } from './settings.ts';
import { applyTick, forgetStats, hostHistory } from './stats.ts';
import { loadUiState } from './uiState.ts';

/** Told of what the user should notice, wherever they are; app/ shows it. */
export interface Attention {
  jobChanged(job: Events['jobChanged']): void;
  domainEvent(event: Events['domainEvent']): void;
  connectionChanged(before: Connection | undefined, now: Connection): void;
  show(target: Events['show']): void;
  /** Something that the user should know and did not ask for. */
  notice(message: string): void;
}

/**
 * Says hello, fills the stores, and keeps them true by main's events from then on. Events that come
 * before the answer to hello are kept and applied after it: the last one told is the newest.
 */
export async function startSync(host: Host, attention: Attention): Promise<void> {
  const { client } = host;
  const inventory = new InventorySync((connection) => client.inventory.snapshot({ connection }), setPicture);
  const ready = listen(host, inventory, attention);
  const hello = await client.app.hello({});
  useSettings.setState({ settings: hello.settings, capabilities: hello.capabilities });
  loadUiState(hello.uiState);
  setJobs(hello.jobs);
  setPrompts(hello.prompts);
  setConnections(hello.connections);
  for (const connection of hello.connections) follow(connection, undefined, inventory);
  ready();
  for (const message of hello.notices) attention.notice(message);
  if (hello.show) attention.show(hello.show);
  watched = '';
  watchStats(host);
}

/** Subscribes to everything. The listeners hold back what they hear until the result is called. */
function listen(host: Host, inventory: InventorySync, attention: Attention): () => void {
  let early: (() => void)[] | null = [];
  const on = <N extends EventName>(name: N, apply: (payload: Events[N]) => void) => {
    host.on(name, (payload) => {
      if (early) early.push(() => apply(payload));
      else apply(payload);
    });
  };
  on('inventoryPatch', (patch) => inventory.onPatch(patch));
  on('inventorySnapshot', (snapshot) => inventory.onSnapshot(snapshot));
  on('statsTick', applyTick);
  on('promptAdded', addPrompt);
  on('promptRemoved', ({ id }) => removePrompt(id));
  on('jobRemoved', ({ id }) => dropJob(id));
  on('settingsChanged', (settings) => useSettings.setState({ settings }));
  on('show', (target) => attention.show(target));
  on('notice', ({ message }) => attention.notice(message));
  on('connectionChanged', (connection) => {
    const before = useConnections.getState().byId.get(connection.id);
    putConnection(connection);
    follow(connection, before, inventory);
    watchStats(host);
    attention.connectionChanged(before, connection);
  });
  on('connectionRemoved', ({ id }) => {
    dropConnection(id);
    inventory.forget(id);
    forgetStats(id);
    hostHistory.forget(id);
    watchStats(host);
  });
  on('jobChanged', (job) => {
    putJob(job);
    attention.jobChanged(job);
  });
  on('domainEvent', (event) => {
    addDomainEvent(event);
    attention.domainEvent(event);
  });
  return () => {
    const held = early ?? [];
    early = null;
    for (const apply of held) apply();
  };
}

/** Reads or forgets the machines as the connection comes and goes. A lost one keeps its picture. */
function follow(connection: Connection, before: Connection | undefined, inventory: InventorySync): void {
  const { id, status } = connection;
  if (status === before?.status) return;
  if (status === 'connecting' && before) leaveMark('connection-opening', id);
  if (status !== 'connected') forgetStats(id);
  if (status === 'disconnected') inventory.forget(id);
  else if (status === 'connected' || !before) void inventory.refresh(id);
}

/** The connections that main was last asked for; another main has not been asked for any. */
let watched = '';

/** Asks for ticks of the connections that are open, when that set has changed. */
function watchStats(host: Host): void {
  const open: ConnectionId[] = [];
  for (const { id, status } of useConnections.getState().byId.values()) {
    if (status === 'connected') open.push(id);
  }
  const key = JSON.stringify(open);
  if (key === watched) return;
  watched = key;
  host.client.stats.watch({ connections: open }).catch((error: unknown) => {
    watched = '';
    console.warn('Statistics could not be asked for.', error);
  });
}
