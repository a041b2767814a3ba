import { basename, join } from 'node:path';
import {
  apiError,
  type ConsoleInfo,
  type ConsoleLog,
  type ConsoleLogChange,
} from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { Caller } from '../../ipc/caller.ts';
import type { ByteTickets } from '../../ipc/tickets.ts';
import { TextPlace } from './textPlace.ts';

export interface TextsDeps {
  readonly tickets: ByteTickets;
  /** The data folder: logs are in `console-logs` within it. */
  readonly folder: string;
  /** Tells all windows of a log. */
  readonly tell: (change: ConsoleLogChange) => void;
  /** Has the user choose a file in the system's dialog; null: none was chosen. Absent where there are no dialogs. */
  readonly chooseFile?: ChooseFile | undefined;
}

/** The wish has the dialog's title and the path that it begins with. */
type ChooseFile = (wish: { title: string; path: string }) => Promise<string | null>;

/** The text consoles that windows have open or that are written to files. */
export class Texts {
  readonly #deps: TextsDeps;
  readonly #places = new Map<string, TextPlace>();

  constructor(deps: TextsDeps) {
    this.#deps = deps;
  }

  /**
   * Opens a character device and gives a ticket for its bytes.
   * @throws ApiError; `conflict` when somebody has it and `force` was not given
   */
  async open(
    host: Hypervisor,
    uuid: string,
    console: ConsoleInfo,
    force: boolean,
    caller: Caller,
  ): Promise<string> {
    const { accept, expire } = await this.#place(host, uuid, console).reserve(caller.id, force);
    return this.#deps.tickets.issue(caller, accept, { onExpired: expire });
  }

  /** Where logs go that are not put elsewhere. */
  get logFolder(): string {
    return join(this.#deps.folder, 'console-logs');
  }

  /** @throws ApiError: the name cannot be used, the file exists, there is a log already */
  async startLog(
    host: Hypervisor,
    uuid: string,
    console: ConsoleInfo,
    { name, plain, choose }: { name: string; plain: boolean; choose: boolean },
  ): Promise<ConsoleLog | null> {
    const title = `Write ${console.title} of ${host.row(uuid).name} to a file`;
    const chosen = choose ? await this.#choose(title, name) : null;
    if (choose && chosen === null) return null;
    // While the user was choosing, the connection may have been removed.
    host.row(uuid);
    const place = this.#place(host, uuid, console);
    const log = await place.startLog({ plain, name, folder: this.logFolder, chosen });
    this.#tell(host, uuid, console.key, place);
    return log.state;
  }

  async stopLog(host: Hypervisor, uuid: string, key: string): Promise<void> {
    await this.#places.get(placeKey(host, uuid, key))?.stopLog();
  }

  /** What is written down of a device; null: nothing. */
  logOf(host: Hypervisor, uuid: string, key: string): ConsoleLog | null {
    return this.#places.get(placeKey(host, uuid, key))?.log?.state ?? null;
  }

  /** Closes those of a connection, with their logs: nobody could stop these any more. */
  async leave(connection: string): Promise<void> {
    const left = [...this.#places].filter(([, { host }]) => host.id === connection);
    for (const [key] of left) this.#places.delete(key);
    await Promise.all(left.map(([, place]) => place.stop()));
  }

  /** Closes all of them, with their logs. */
  async stop(): Promise<void> {
    await Promise.all([...this.#places.values()].map((place) => place.stop()));
  }

  #choose(title: string, name: string): Promise<string | null> {
    const { chooseFile } = this.#deps;
    if (!chooseFile) throw apiError('unsupported', 'Virtdeck has no dialog for files here.');
    // The name is only what the dialog begins with: what the user chooses there is what counts.
    return chooseFile({ title, path: basename(name) });
  }

  #place(host: Hypervisor, uuid: string, console: ConsoleInfo): TextPlace {
    const key = placeKey(host, uuid, console.key);
    const known = this.#places.get(key);
    if (known && known.host === host) {
      known.console = console;
      return known;
    }
    // A connection that was removed and added again is another one.
    void known?.stop();
    for (const [other, { idle }] of this.#places) if (idle) this.#places.delete(other);
    const place: TextPlace = new TextPlace(host, uuid, console, () =>
      this.#tell(host, uuid, console.key, place),
    );
    this.#places.set(key, place);
    return place;
  }

  #tell(host: Hypervisor, uuid: string, key: string, place: TextPlace): void {
    this.#deps.tell({ connection: host.id, uuid, key, log: place.log?.state ?? null });
  }
}

function placeKey(host: Hypervisor, uuid: string, key: string): string {
  return `${host.id}/${uuid}/${key}`;
}
