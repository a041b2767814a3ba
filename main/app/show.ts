import type { ShowTarget } from '../../contract/index.ts';
import type { Connections } from '../hypervisor/connections.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import type { EventHub } from '../ipc/events.ts';
import type { ShowWish } from './startRequest.ts';

export interface ShowsDeps {
  readonly connections: Connections;
  readonly events: Pick<EventHub, 'callers' | 'emitTo'>;
  readonly notice: (message: string) => void;
}

/** How often to look whether a machine's host has been read, in ms. */
const LOOK_MS = 100;
/** A host that waits for a password waits for its user; after this nobody remembers what was asked for. */
const PATIENCE_MS = 10 * 60_000;
const ON_THE_WAY = new Set(['connecting', 'waiting', 'reconnecting']);

/** Leads a window to what a start of the application asked for. */
export class Shows {
  readonly #deps: ShowsDeps;
  #pending: ShowTarget | null = null;
  #stopped = false;

  constructor(deps: ShowsDeps) {
    this.#deps = deps;
  }

  /** What the first window is to show; it is told once. */
  take(): ShowTarget | null {
    const target = this.#pending;
    this.#pending = null;
    return target;
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Shows a host's page, or only the window. */
  showHost(hypervisor: Hypervisor | undefined): void {
    const page = hypervisor ? 'host' : 'window';
    this.#tell({ time: Date.now(), connection: hypervisor?.id ?? null, domain: null, page });
  }

  /**
   * Does what was wished for. A machine's console is shown as soon as its host is read.
   * @param opened the connections that the request named
   */
  async show(wish: ShowWish, opened: readonly Hypervisor[]): Promise<void> {
    switch (wish.kind) {
      case 'host':
        return this.showHost(opened.at(-1));
      case 'new':
        return this.#tell({
          time: Date.now(),
          connection: opened[0]?.id ?? null,
          domain: null,
          page: 'new',
        });
      case 'console':
        return this.#showConsole(wish.machine, opened);
    }
  }

  async #showConsole(machine: string, opened: readonly Hypervisor[]): Promise<void> {
    const time = Date.now();
    const found = await this.#find(machine, opened, time + PATIENCE_MS);
    if (this.#stopped) return;
    const [first] = found;
    if (!first) {
      const where = opened.length > 0 ? opened.map((one) => one.connection.name).join(' or ') : 'any host';
      this.#deps.notice(`There is no machine called "${machine}" on ${where}.`);
      return;
    }
    if (found.length > 1) {
      const names = found.map(({ hypervisor }) => hypervisor.connection.name).join(', ');
      this.#deps.notice(`"${machine}" is on several hosts (${names}): name the one in the command line.`);
    }
    this.#tell({ time, connection: first.hypervisor.id, domain: first.uuid, page: 'console' });
  }

  /** The machines of that name or UUID, once none of the connections is still on its way. */
  async #find(
    machine: string,
    opened: readonly Hypervisor[],
    until: number,
  ): Promise<{ hypervisor: Hypervisor; uuid: string }[]> {
    for (;;) {
      const hypervisors = opened.length > 0 ? opened : this.#deps.connections.all;
      const found = hypervisors.flatMap((hypervisor) =>
        hypervisor.inventory
          .rows()
          .filter(({ name, uuid }) => name === machine || uuid === machine.toLowerCase())
          .map(({ uuid }) => ({ hypervisor, uuid })),
      );
      const busy = hypervisors.some(({ connection }) => ON_THE_WAY.has(connection.describe().status));
      // One that was named with its host is not kept waiting by others.
      if (this.#stopped || !busy || (found.length > 0 && opened.length > 0)) return found;
      if (Date.now() > until) return found;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** Tells the window that the user sees, or the first one that comes. */
  #tell(target: ShowTarget): void {
    const { callers } = this.#deps.events;
    const caller = callers.findLast((one) => one.visible) ?? callers.at(-1);
    if (caller) this.#deps.events.emitTo(caller, 'show', target);
    else this.#pending = target;
  }
}
