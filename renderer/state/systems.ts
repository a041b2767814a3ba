import { useEffect } from 'react';
import { create } from 'zustand';
import type { ApiErrorData, OsDatabaseInfo, OsEntry } from '../../contract/index.ts';
import { client, toErrorData } from './host.ts';

interface SystemsState {
  readonly database: OsDatabaseInfo | null;
  readonly systems: readonly OsEntry[] | null;
  readonly error: ApiErrorData | null;
}

/** The database of systems; it does not change while Virtdeck runs, so it is asked for once. */
const useSystems = create<SystemsState>()(() => ({ database: null, systems: null, error: null }));

let askedInfo = false;
let askedList = false;

/** Whether the database is there; null while that is not known. */
export function useOsDatabase(): OsDatabaseInfo | null {
  useEffect(() => {
    if (askedInfo) return;
    askedInfo = true;
    client()
      .osinfo.info({})
      .then(
        (database) => useSystems.setState({ database }),
        () => {
          // The list says what is wrong when it is opened; here it is only a hint.
          askedInfo = false;
        },
      );
  }, []);
  return useSystems((state) => state.database);
}

/** Reads the systems once; again where that failed. */
export function readSystems(): void {
  if (askedList) return;
  askedList = true;
  useSystems.setState({ error: null });
  client()
    .osinfo.list({})
    .then(
      ({ systems }) => useSystems.setState({ systems }),
      (error: unknown) => {
        askedList = false;
        useSystems.setState({ error: toErrorData(error) });
      },
    );
}

/** All systems that can be chosen. */
export function useSystemList(): Pick<SystemsState, 'systems' | 'error'> {
  useEffect(readSystems, []);
  const systems = useSystems((state) => state.systems);
  const error = useSystems((state) => state.error);
  return { systems, error };
}
