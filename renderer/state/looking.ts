import { useEffect, useId } from 'react';
import type { ConnectionId, DomainRow, Uuid } from '../../contract/index.ts';
import { client } from './host.ts';

/** Milliseconds of quiet after which main is told, so that scrolling through a list tells once. */
const QUIET = 150;
/** What the contract takes. */
const LIMIT = 200;

/** A row that can be seen. */
export interface SeenRow {
  readonly connection: ConnectionId;
  readonly row: Pick<DomainRow, 'uuid' | 'title' | 'id' | 'addresses'>;
}

type Tell = (connection: ConnectionId, uuids: Uuid[]) => Promise<unknown>;

/**
 * Collects which machines can be seen, in all lists together, and tells main of those whose title, tags or
 * addresses are still to be read, so that they are read first.
 */
export class Looking {
  readonly #tell: Tell;
  readonly #quietMs: number;
  /** By list. */
  readonly #seen = new Map<string, readonly SeenRow[]>();
  /** What was told of each connection last. */
  readonly #told = new Map<ConnectionId, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: Tell, quietMs = QUIET) {
    this.#tell = tell;
    this.#quietMs = quietMs;
  }

  /** What one list shows now. Nothing, when it is gone. */
  show(list: string, rows: readonly SeenRow[]): void {
    if (rows.length > 0) this.#seen.set(list, rows);
    else if (!this.#seen.delete(list)) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send();
    }, this.#quietMs);
  }

  #send(): void {
    const wanted = new Map<ConnectionId, Set<Uuid>>();
    for (const rows of this.#seen.values()) {
      for (const { connection, row } of rows) {
        if (!isOpen(row)) continue;
        const uuids = wanted.get(connection) ?? new Set();
        wanted.set(connection, uuids.add(row.uuid));
      }
    }
    for (const connection of this.#told.keys()) if (!wanted.has(connection)) this.#told.delete(connection);
    for (const [connection, uuids] of wanted) {
      const list = [...uuids].slice(0, LIMIT);
      const key = list.join();
      if (this.#told.get(connection) === key) continue;
      this.#told.set(connection, key);
      // It changes the order of reading only. Everything is read at last.
      this.#tell(connection, list).catch((error: unknown) => {
        console.warn('Main could not be told what is on the screen.', error);
      });
    }
  }
}

/** Whether something of it is still to be found out. */
function isOpen({ title, id, addresses }: SeenRow['row']): boolean {
  return title === null || (id !== null && addresses === null);
}

const looking = new Looking((connection, uuids) => client().inventory.looking({ connection, uuids }));

/** Tells main that these rows are on the screen, as long as they are. */
export function useLooking(rows: readonly SeenRow[]): void {
  const list = useId();
  // Painted again without another row in sight or more known of one, it has nothing to tell.
  const key = rows.map(({ connection, row }) => `${connection}/${row.uuid}/${isOpen(row)}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the rows.
  useEffect(() => looking.show(list, rows), [list, key]);
  useEffect(() => () => looking.show(list, []), [list]);
}
