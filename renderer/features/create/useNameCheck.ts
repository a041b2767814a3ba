import { useEffect, useState } from 'react';
import type { ConnectionId } from '../../../contract/index.ts';
import { useConnection } from '../../state/connections.ts';
import { client, toErrorData } from '../../state/host.ts';
import { useInventory } from '../../state/inventory.ts';

/** Milliseconds of quiet before the host is asked. */
const QUIET = 200;

export interface NameCheck {
  readonly checking: boolean;
  /** Why the name cannot be used; null: it can, as far as is known. */
  readonly problem: string | null;
}

/** Asks main while one types whether a machine can be called that, and again when somebody takes or frees the name. */
export function useNameCheck(connection: ConnectionId | null, name: string, active: boolean): NameCheck {
  const [answer, setAnswer] = useState<{ key: string; problem: string | null } | null>(null);
  const wanted = name.trim();
  const taken = useInventory(({ pictures }) =>
    [...(pictures.get(connection ?? '')?.domains.values() ?? [])].some((domain) => domain.name === wanted),
  );
  // A host that comes back is asked again.
  const status = useConnection(connection ?? '')?.status;
  const key = JSON.stringify([connection, wanted, taken, status]);
  useEffect(() => {
    if (!active || connection === null || wanted === '') return;
    let gone = false;
    const timer = setTimeout(() => {
      client()
        .machines.checkName({ connection, name: wanted })
        .then(
          ({ problem }) => !gone && setAnswer({ key, problem }),
          (error: unknown) => !gone && setAnswer({ key, problem: toErrorData(error).message }),
        );
    }, QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [connection, wanted, active, key]);
  if (wanted === '') return { checking: false, problem: 'The machine needs a name.' };
  const known = answer?.key === key;
  return { checking: !known, problem: known ? answer.problem : null };
}
