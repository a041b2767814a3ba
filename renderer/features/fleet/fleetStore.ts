import { create } from 'zustand';
import type { FleetSort } from './sort.ts';

interface FleetState {
  readonly filter: string;
  readonly sort: FleetSort;
  /** Keys of the chosen machines. */
  readonly selection: ReadonlySet<string>;
  /** Key of the row that the keyboard is on. */
  readonly active: string | null;
  /** Key of the row from which Shift extends. */
  readonly anchor: string | null;
}

const START: FleetState = {
  filter: '',
  sort: { column: 'name', descending: false },
  selection: new Set(),
  active: null,
  anchor: null,
};

/** What the user is looking at in a fleet table; kept while other pages are shown. */
export type FleetStore = ReturnType<typeof createFleetStore>;

/** A state of its own for each place that shows a table: the home page, each host. */
function createFleetStore() {
  return create<FleetState>()(() => START);
}

const stores = new Map<string, FleetStore>();

/** The state of the table of one connection, or ('') of all. */
export function fleetStore(scope: string): FleetStore {
  let store = stores.get(scope);
  if (!store) {
    store = createFleetStore();
    stores.set(scope, store);
  }
  return store;
}
