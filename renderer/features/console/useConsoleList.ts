import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { ApiErrorData, Connection, ConsoleInfo, DomainRow } from '../../../contract/index.ts';
import { useDomainEvents } from '../../state/domainEvents.ts';
import { client, toErrorData } from '../../state/host.ts';
import { domainKey } from '../../state/keys.ts';

/** Milliseconds of quiet after a change of the machine before its consoles are read again. */
const QUIET = 250;

/** Tells the consoles of a machine apart. */
export function consoleId({ kind, key }: ConsoleInfo): string {
  return `${kind}:${key}`;
}

/**
 * The consoles, read again when the machine goes on or off and when its devices may be others. An old list stays while
 * it is read; whether they could be opened while the machine was off says nothing of when it runs, so that what was
 * known of that before is kept.
 */
export function useConsoleList({ id, status }: Connection, { uuid, id: run }: DomainRow) {
  const [list, setList] = useState<readonly ConsoleInfo[] | null>(null);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const [attempt, setAttempt] = useState(0);
  const change = useDomainEvents(({ byDomain }) =>
    byDomain
      .get(domainKey({ connection: id, uuid }))
      ?.findLast(({ kind }) => kind === 'lifecycle' || kind === 'device'),
  );
  const [changed] = useDebouncedValue(change, QUIET);
  // biome-ignore lint/correctness/useExhaustiveDependencies: run, changed and attempt only say when to ask again.
  useEffect(() => {
    if (status !== 'connected') return;
    let gone = false;
    client()
      .consoles.list({ connection: id, uuid })
      .then(
        (consoles) => {
          if (gone) return;
          setList((before) => (run === null ? withRefusalsOf(before ?? [], consoles) : consoles));
          setError(null);
        },
        (thrown: unknown) => !gone && setError(toErrorData(thrown)),
      );
    return () => {
      gone = true;
    };
  }, [id, uuid, status, run, changed, attempt]);
  return { list, error, reload: () => setAttempt((n) => n + 1) };
}

/** The consoles of a machine that is off, with what was known of them before; those of other kinds say why as ever. */
export function withRefusalsOf(before: readonly ConsoleInfo[], now: readonly ConsoleInfo[]): ConsoleInfo[] {
  const known = new Map(before.map((info) => [consoleId(info), info.refusal]));
  return now.map((info) =>
    info.instead === null ? { ...info, refusal: known.get(consoleId(info)) ?? null } : info,
  );
}

/**
 * What is shown first: a display, also one of a kind that only another viewer shows, which says so and what to do. A
 * serial port that nobody writes to would look like a machine that does nothing.
 */
export function firstChoice(list: readonly ConsoleInfo[]): ConsoleInfo | undefined {
  const usable = list.filter(({ refusal }) => refusal === null);
  return (
    usable.find(({ kind }) => kind === 'graphics') ??
    list.find(({ instead }) => instead !== null) ??
    usable[0] ??
    list[0]
  );
}
