import { useEffect, useMemo, useState } from 'react';
import type { ApiErrorData, ConnectionId, HostDevice, NodeDeviceKind } from '../../../../contract/index.ts';
import { client, toErrorData } from '../../../state/host.ts';
import { type HostThing, readDevices } from './readDevices.ts';

/** The devices of a host of some kinds; null until they are there. Read when shown, and again when asked to. */
export function useNodeDevices(connection: ConnectionId, kinds: readonly NodeDeviceKind[]) {
  const [raw, setRaw] = useState<readonly HostDevice[] | null>(null);
  const [failure, setFailure] = useState<ApiErrorData | null>(null);
  const [attempt, setAttempt] = useState(0);
  const asked = kinds.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says what `kinds` are, `attempt` asks again
  useEffect(() => {
    let gone = false;
    setFailure(null);
    client()
      .hosts.nodeDevices({ connection, kinds: [...kinds] })
      .then(
        (list) => !gone && setRaw(list),
        (error: unknown) => !gone && setFailure(toErrorData(error)),
      );
    return () => {
      gone = true;
    };
  }, [connection, asked, attempt]);
  const things: readonly HostThing[] | null = useMemo(() => raw && readDevices(raw), [raw]);
  return { things, raw, failure, refresh: () => setAttempt((n) => n + 1) };
}
