import type { ApiErrorData, DomainAction } from '../../../contract/index.ts';
import { toErrorData } from '../../state/host.ts';
import { actionRefusal } from '../actions/performAction.ts';
import type { FleetEntry } from './entries.ts';

/** What one action would do to many machines. */
export interface BulkPlan {
  readonly acts: readonly FleetEntry[];
  readonly skips: readonly { readonly entry: FleetEntry; readonly reason: string }[];
}

/** How it went with one machine. */
export type BulkResult =
  | { readonly entry: FleetEntry; readonly ok: true }
  | { readonly entry: FleetEntry; readonly ok: false; readonly error: ApiErrorData };

/** Machines acted upon at the same time: enough to be quick, few enough for a host to bear. */
const WIDTH = 6;

/** Divides the chosen machines into those that allow an action now, and the others with the reason. */
export function planBulk(action: DomainAction, entries: readonly FleetEntry[]): BulkPlan {
  const acts: FleetEntry[] = [];
  const skips: { entry: FleetEntry; reason: string }[] = [];
  for (const entry of entries) {
    const reason = actionRefusal(action, entry.row, entry.connection);
    if (reason === null) acts.push(entry);
    else skips.push({ entry, reason });
  }
  return { acts, skips };
}

/**
 * What has to be typed before something that cuts the power of machines on production hosts: the name of the one,
 * or how many there are. Null: nothing.
 */
export function wordToType(danger: boolean, acts: readonly FleetEntry[]): string | null {
  const [first, ...more] = acts.filter(({ connection }) => connection.settings.production);
  if (!danger || !first) return null;
  return more.length === 0 ? first.row.name : `${more.length + 1} machines`;
}

/**
 * Acts on each machine, a few at a time. One that fails does not stop the others. `onResult` hears
 * of each as it ends; `stopped` is asked before each.
 */
export async function runBulk(
  entries: readonly FleetEntry[],
  act: (entry: FleetEntry) => Promise<void>,
  onResult: (result: BulkResult) => void,
  stopped: () => boolean = () => false,
): Promise<void> {
  const rest = [...entries];
  const worker = async () => {
    for (let entry = rest.shift(); entry && !stopped(); entry = rest.shift()) {
      try {
        await act(entry);
        onResult({ entry, ok: true });
      } catch (error) {
        onResult({ entry, ok: false, error: toErrorData(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
}
