import { useEffect, useState } from 'react';
import { type ConnectionId, type DomainRef, type DomainRow, isActive } from '../../../contract/index.ts';
import { connectionTitle, useConnection, useConnections } from '../../state/connections.ts';
import { useDomain, useInventory } from '../../state/inventory.ts';
import { domainKey } from '../../state/keys.ts';
import { machineName } from '../../state/machineName.ts';
import { carryOver, useElsewhere } from '../../state/whereabouts.ts';
import { showNotice } from '../../ui/notify.tsx';
import { moveLastFrames } from '../console/lastFrames.ts';
import { moveSplit } from '../console/split.ts';

/** For so long after a machine has left a host it is looked for on the others, in ms. */
const FOLLOW_MS = 60_000;
/** One that is gone from a host stays on the page for so long, off, so that it can be found elsewhere, in ms. */
const STAYS_MS = 5_000;

/**
 * The row of a machine for a page that follows it: when it leaves its host by migration and runs on another one that
 * is connected, the page goes there with all that it shows.
 *
 * @param go shows the same page of the other connection
 * @param isHeld whether the page has to stay, because of something that is only here; it is said where the machine is
 */
export function useMovingRow(
  ref: DomainRef,
  go: (connection: ConnectionId) => void,
  isHeld: () => boolean = never,
): DomainRow | undefined {
  const { connection, uuid } = ref;
  const row = useDomain(connection, uuid);
  const last = useLastRun(ref, row);
  const gone = useIsGone(ref) && last !== null;
  const left = gone || (last !== null && row?.reason === 'migrated' && !isActive(row));
  const alone = useConnections(({ byId }) => byId.size < 2);
  const followed = useRecently(left, FOLLOW_MS);
  const stays = useRecently(gone && !alone, STAYS_MS);
  const found = useElsewhere(ref);
  const target = followed ? found : null;
  useEffect(() => {
    if (target === null || !last) return;
    const to = { connection: target, uuid };
    if (isHeld()) {
      tellWhere(to, last, () => go(target));
      return;
    }
    follow({ connection, uuid }, to, last);
    go(target);
  }, [connection, uuid, target, last, go, isHeld]);
  if (row || !last) return row;
  return stays ? { ...last, id: null, state: 'shutoff', reason: 'unknown' } : undefined;
}

const never = () => false;

/** The row as it was when the machine ran last while it was looked at; null: it has not, or was stopped otherwise. */
function useLastRun(ref: DomainRef, row: DomainRow | undefined): DomainRow | null {
  const key = domainKey(ref);
  const [last, setLast] = useState<{ readonly key: string; readonly row: DomainRow } | null>(null);
  if (row && isActive(row)) {
    if (last?.row !== row || last.key !== key) setLast({ key, row });
  } else if (row && row.reason !== 'migrated' && last) setLast(null);
  return last?.key === key ? last.row : null;
}

/** Whether the host is there and says that it has no such machine. */
function useIsGone({ connection, uuid }: DomainRef): boolean {
  const status = useConnection(connection)?.status;
  return useInventory(({ pictures }) => {
    const picture = pictures.get(connection);
    return status === 'connected' && picture !== undefined && picture.complete && !picture.domains.has(uuid);
  });
}

/** True from when `on` becomes true for so long, or until it becomes false. */
function useRecently(on: boolean, ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => setOver(true), ms);
    return () => {
      clearTimeout(timer);
      setOver(false);
    };
  }, [on, ms]);
  return on && !over;
}

function follow(from: DomainRef, to: DomainRef, row: DomainRow): void {
  carryOver(from, to);
  moveLastFrames(from, to);
  moveSplit(domainKey(from), domainKey(to));
  showNotice('info', migrated(to, row), 'It is shown there from now on.');
}

function tellWhere(to: DomainRef, row: DomainRow, run: () => void): void {
  const text = 'What you have changed and not applied is kept on this page, which stays with the old host.';
  showNotice('warning', migrated(to, row), text, [{ label: 'Show it there', run }], `migrated ${to.uuid}`);
}

function migrated(to: DomainRef, row: DomainRow): string {
  const host = useConnections.getState().byId.get(to.connection);
  return `${machineName(row)} was migrated to ${host ? connectionTitle(host) : 'another host'}`;
}
