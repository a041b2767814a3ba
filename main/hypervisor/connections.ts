import { createHash, randomUUID } from 'node:crypto';
import { apiError, type Connection, type ConnectionOffer, ConnectionSettings } from '../../contract/index.ts';
import { parseUri } from '../../model/index.ts';
import type { SettingsStore } from '../settings/store.ts';
import { Hypervisor, type HypervisorDeps } from './hypervisor.ts';
import { DEMO_URI, type Found, findConnections } from './offers.ts';

export interface ConnectionsDeps extends HypervisorDeps {
  readonly settings: SettingsStore;
  /** What exists on this machine; tests say. */
  readonly find?: () => Promise<Found[]>;
}

/** The list of hypervisors: those that are saved, and those of the command line. */
export class Connections {
  readonly #deps: ConnectionsDeps;
  readonly #find: () => Promise<Found[]>;
  readonly #all = new Map<string, Hypervisor>();

  constructor(deps: ConnectionsDeps) {
    this.#deps = deps;
    this.#find = deps.find ?? findConnections;
    for (const { id, settings } of deps.settings.connections) {
      this.#all.set(id, new Hypervisor(id, settings, true, deps));
    }
  }

  /** In the order of the list. */
  get list(): Connection[] {
    return [...this.#all.values()].map((one) => one.connection.describe());
  }

  /** In the order of the list. */
  get all(): readonly Hypervisor[] {
    return [...this.#all.values()];
  }

  find(id: string): Hypervisor | undefined {
    return this.#all.get(id);
  }

  /** Throws `not-found`. */
  get(id: string): Hypervisor {
    const found = this.#all.get(id);
    if (found) return found;
    throw apiError('not-found', 'This connection is not in the list any more.');
  }

  /** Opens what is to be open at start, all at the same time; without anything, the demo host. */
  async start(uris: readonly string[]): Promise<void> {
    for (const one of this.#all.values()) if (one.connection.settings.autoConnect) one.connection.open();
    this.openUris(uris);
    if (this.#all.size > 0) return;
    const found = await this.#find();
    if (!found.some((one) => one.usable && one.uri !== DEMO_URI)) this.openUris([DEMO_URI]);
  }

  /** Opens these without saving them; those that are in the list already are only opened. */
  openUris(uris: readonly string[]): Hypervisor[] {
    return uris.map((uri) => {
      const hypervisor = this.#byUri(uri) ?? this.#make(commandLineId(uri), toSettings(uri), false);
      hypervisor.connection.open();
      return hypervisor;
    });
  }

  /** What exists on this machine and is not in the list. */
  async offers(): Promise<ConnectionOffer[]> {
    const found = await this.#find();
    return found
      .filter((one) => !this.#byUri(one.uri))
      .map(({ uri, title, detail }) => ({ uri, title, detail }));
  }

  /** Saves a connection and opens it. One of the command line becomes a saved one. */
  async add(settings: ConnectionSettings): Promise<Connection> {
    const trimmed = { ...settings, uri: settings.uri.trim() };
    const same = this.#byUri(trimmed.uri);
    if (same?.connection.saved) throw alreadyThere(same);
    if (same) await same.change(trimmed, true);
    const added = same ?? this.#make(randomUUID(), trimmed, true);
    await this.#save();
    added.connection.open();
    return added.connection.describe();
  }

  /** Changes a connection's settings; where they mean another connection it is opened anew. */
  async update(id: string, settings: ConnectionSettings): Promise<Connection> {
    const changed = this.get(id);
    const trimmed = { ...settings, uri: settings.uri.trim() };
    const same = this.#byUri(trimmed.uri);
    if (same && same !== changed) throw alreadyThere(same);
    await changed.change(trimmed, true);
    await this.#save();
    return changed.connection.describe();
  }

  async remove(id: string): Promise<void> {
    const removed = this.get(id);
    this.#all.delete(id);
    this.#deps.emit('connectionRemoved', { id });
    await Promise.all([removed.stop(), this.#save()]);
  }

  /** Whether any connection that is open, or is to be, goes to another host. */
  get anyRemote(): boolean {
    return this.all.some(({ connection }) => connection.wanted && isRemote(connection.uri));
  }

  /** The computer has slept or its network has changed: see which connections live, and try the lost ones. */
  wake(): void {
    for (const { connection } of this.all) if (isRemote(connection.uri)) connection.wake();
  }

  /** Closes all at the same time. */
  async stop(): Promise<void> {
    await Promise.all([...this.#all.values()].map((one) => one.stop()));
  }

  #make(id: string, settings: ConnectionSettings, saved: boolean): Hypervisor {
    const made = new Hypervisor(id, settings, saved, this.#deps);
    this.#all.set(id, made);
    this.#deps.emit('connectionChanged', made.connection.describe());
    return made;
  }

  #byUri(uri: string): Hypervisor | undefined {
    return [...this.#all.values()].find((one) => one.connection.uri === uri);
  }

  #save(): Promise<void> {
    const saved = [...this.#all.values()].filter((one) => one.connection.saved);
    const entries = saved.map((one) => ({ id: one.id, settings: one.connection.settings }));
    return this.#deps.settings.setConnections(entries);
  }
}

function isRemote(uri: string): boolean {
  return parseUri(uri).parts?.host !== '';
}

function alreadyThere(same: Hypervisor): Error {
  return apiError(
    'exists',
    `${same.connection.uri} is in the list already, as ${same.connection.name}.`,
    'Open that one, or change its settings.',
  );
}

function toSettings(uri: string): ConnectionSettings {
  return ConnectionSettings.parse({ uri });
}

/** The same at every start, so that what windows remember of it still fits. */
function commandLineId(uri: string): string {
  return `uri-${createHash('sha256').update(uri).digest('hex').slice(0, 24)}`;
}
