import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  Client,
  Connection,
  DomainRow,
  EventName,
  Events,
  InventoryPatch,
  InventorySnapshot,
} from '../../../../contract/index.ts';
import { createServices } from '../../../../main/app/services.ts';
import type { ShowWish } from '../../../../main/app/startRequest.ts';
import { createRoutes } from '../../../../main/ipc/router.ts';
import { TicketStore } from '../../../../main/ipc/ticketStore.ts';
import { Windows } from '../../../../main/ipc/windows.ts';
import { nodeProcessHost } from '../../../../main/libvirt/agent/nodeProcessHost.ts';
import type { AgentProcess, ProcessHost } from '../../../../main/libvirt/agent/processHost.ts';
import { createHost } from '../../../../renderer/transport/connect.ts';
import type { Host } from '../../../../renderer/transport/host.ts';
import { buildParts, root } from '../../../fixtures/built.ts';
import { memoryTransport } from '../app/memoryTransport.ts';

/** A window: what it was told, and the picture that it would show. */
export interface TestWindow extends Host {
  /** Everything main has told, in order, with the time of performance.now(). */
  readonly told: { name: EventName; payload: unknown; at: number }[];
  /** Rows by uuid, kept as a window keeps them; a gap in the revisions fails. */
  readonly rows: Map<string, DomainRow>;
  readonly connections: Map<string, Connection>;
}

/** The whole main side with real agents, and windows that talk to it through the contract. */
export interface TestApp {
  /** Folders of this application, removed at the end. */
  readonly folder: string;
  readonly logged: string[];
  /** The agent processes that were started, oldest first. */
  readonly agents: AgentProcess[];
  window(): TestWindow;
  start(uris?: readonly string[], show?: ShowWish): Promise<void>;
  /** As a second start of the application asks. */
  show(uris: readonly string[], show?: ShowWish): Promise<void>;
  stop(options?: { keepFolder?: boolean }): Promise<void>;
}

export interface TestAppOptions {
  /** Goes on with the folders of an application that was stopped. */
  readonly folder?: string;
}

let built = false;

/** Makes the main side, and builds the agents that it runs; nothing is connected before start(). */
export function startApp(options: TestAppOptions = {}): TestApp {
  if (!built) buildParts('agent');
  built = true;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'virtdeck-services-'));
  const logged: string[] = [];
  const agents: AgentProcess[] = [];
  const real = nodeProcessHost(join(root, 'dist/agent/agentMain.js'));
  const processHost: ProcessHost = {
    fork: (entry, forkOptions) => {
      const agent = real.fork(entry, forkOptions);
      agents.push(agent);
      return agent;
    },
  };
  const log = (line: string) => void logged.push(line);
  const windows = new Windows({ checkEvents: true, log });
  const tickets = new TicketStore();
  const services = createServices({
    processHost,
    paths: { config: join(folder, 'config'), data: join(folder, 'data'), runtime: folder },
    openExternal: async () => {},
    openPage: async () => true,
    capabilities: { host: 'web', nativeDialogs: false, ownWindows: false, version: '0.0.0' },
    log,
    events: windows,
    bytes: tickets,
  });
  const routes = createRoutes(services.handlers, true);
  return {
    folder,
    logged,
    agents,
    window: () => follow(createHost(memoryTransport(windows, tickets, routes), true)),
    start: (uris = [], show) => services.start(uris, show),
    show: (uris, show) => services.show(uris, show),
    stop: async ({ keepFolder = false } = {}) => {
      await services.stop();
      if (!keepFolder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Listens to everything, and keeps rows and connections as the renderer's stores do. */
function follow(host: Host): TestWindow {
  const told: TestWindow['told'] = [];
  const rows = new Map<string, DomainRow>();
  const connections = new Map<string, Connection>();
  const revisions = new Map<string, number>();
  const on = <N extends EventName>(name: N, listener: (payload: Events[N]) => void = () => {}) =>
    host.on(name, (payload) => {
      told.push({ name, payload, at: performance.now() });
      listener(payload);
    });
  on('connectionChanged', (connection) => connections.set(connection.id, connection));
  on('connectionRemoved', ({ id }) => connections.delete(id));
  on('inventorySnapshot', (snapshot) => takeSnapshot(snapshot, rows, revisions));
  on('inventoryPatch', (patch) => takePatch(patch, rows, revisions));
  on('statsTick');
  on('domainEvent');
  on('jobChanged');
  on('jobRemoved');
  on('promptAdded');
  on('promptRemoved');
  on('settingsChanged');
  on('diagnosisStep');
  on('notice');
  on('show');
  return { ...host, told, rows, connections };
}

function takeSnapshot(
  snapshot: InventorySnapshot,
  rows: Map<string, DomainRow>,
  revisions: Map<string, number>,
): void {
  rows.clear();
  for (const row of snapshot.domains) rows.set(row.uuid, row);
  revisions.set(snapshot.connection, snapshot.revision);
}

function takePatch(
  patch: InventoryPatch,
  rows: Map<string, DomainRow>,
  revisions: Map<string, number>,
): void {
  const before = revisions.get(patch.connection);
  if (before !== undefined && patch.revision !== before + 1) {
    throw new Error(`Revision ${patch.revision} came after ${before}`);
  }
  revisions.set(patch.connection, patch.revision);
  for (const row of patch.added) rows.set(row.uuid, row);
  for (const change of patch.changed) {
    const row = rows.get(change.uuid);
    if (row) rows.set(change.uuid, { ...row, ...withoutUndefined(change) });
  }
  for (const uuid of patch.removed) rows.delete(uuid);
}

function withoutUndefined<T extends object>(value: T): Partial<DomainRow> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}

/** Waits until something holds; fails after the time with what was waited for. */
export async function until<T>(
  what: string,
  holds: () => T | undefined | false | null,
  ms = 10_000,
): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const value = holds();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`Waited ${ms} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Waits until the only connection is connected, and returns it. */
export function connected(window: TestWindow, ms?: number): Promise<Connection> {
  return until(
    'a connected connection',
    () => [...window.connections.values()].find((one) => one.status === 'connected'),
    ms,
  );
}

/** What a call fails with. */
export async function failure(
  call: Promise<unknown>,
): Promise<Awaited<ReturnType<Client['app']['hello']>> | Error> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It did not fail');
}
