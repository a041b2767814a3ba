import { useEffect, useState } from 'react';
import type { ConnectionId } from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';

/** Milliseconds of quiet before the host is asked. */
const QUIET = 200;

export interface NameCheck {
  readonly checking: boolean;
  /** Why the name cannot be used; null: it can, as far as is known. */
  readonly problem: string | null;
}

/** Asks main while one types whether a machine can be called that. */
export function useNameCheck(connection: ConnectionId | null, name: string, active: boolean): NameCheck {
  const [answer, setAnswer] = useState<{ name: string; problem: string | null } | null>(null);
  const wanted = name.trim();
  useEffect(() => {
    if (!active || connection === null || wanted === '') return;
    let gone = false;
    const timer = setTimeout(() => {
      client()
        .machines.checkName({ connection, name: wanted })
        .then(
          ({ problem }) => !gone && setAnswer({ name: wanted, problem }),
          (error: unknown) => !gone && setAnswer({ name: wanted, problem: toErrorData(error).message }),
        );
    }, QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [connection, wanted, active]);
  if (wanted === '') return { checking: false, problem: 'The machine needs a name.' };
  const known = answer?.name === wanted;
  return { checking: !known, problem: known ? answer.problem : null };
}
