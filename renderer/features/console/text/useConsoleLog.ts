import { useEffect, useState } from 'react';
import type { ConsoleLog, DomainRef } from '../../../../contract/index.ts';
import { useHost } from '../../../state/host.ts';

/** What main writes down of a text console; null: nothing. */
export function useConsoleLog({ connection, uuid }: DomainRef, key: string): ConsoleLog | null {
  const host = useHost();
  const [log, setLog] = useState<ConsoleLog | null>(null);
  useEffect(() => {
    let told = false;
    const stop = host.on('consoleLogChanged', (change) => {
      if (change.connection !== connection || change.uuid !== uuid || change.key !== key) return;
      told = true;
      setLog(change.log);
    });
    host.client.consoles.log({ connection, uuid, key }).then(
      ({ log: now }) => {
        if (!told) setLog(now);
      },
      // Unknown only until the next event: nothing that should be in the way.
      () => {},
    );
    return () => {
      told = true;
      stop();
    };
  }, [host, connection, uuid, key]);
  return log;
}
