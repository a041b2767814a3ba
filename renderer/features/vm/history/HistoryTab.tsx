import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircle, IconHistory } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Connection, DomainEvent, DomainRow } from '../../../../contract/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { formatTime } from '../../../ui/format.ts';
import { useNow } from '../../../ui/useNow.ts';
import { useRecentEvents } from '../useRecentEvents.ts';
import { DefinitionPane } from './DefinitionPane.tsx';
import classes from './History.module.css';
import { type Moment, timeline } from './timeline.ts';
import { useHistory } from './useHistory.ts';

interface HistoryTabProps {
  connection: Connection;
  row: DomainRow;
}

/** What became of a machine: definitions that were replaced, with what happened in between. */
export function HistoryTab({ connection, row }: HistoryTabProps) {
  const { value: known, error, again } = useHistory(connection, row);
  const { events } = useRecentEvents({ connection: connection.id, uuid: row.uuid });
  const [chosen, setChosen] = useState<string | null>(null);
  const moments = useMemo(() => timeline(known?.items ?? [], events.filter(isHistoric)), [known, events]);
  if (!known) {
    if (!error) return <Loader size="sm" m="auto" aria-label="Loading" />;
    return <ErrorView title="The history could not be read" error={error} again={again} />;
  }
  const item = known.items.find(({ id }) => id === chosen) ?? known.items[0];
  return (
    <div className={classes.body}>
      <Timeline moments={moments} chosen={item?.id ?? null} onChoose={setChosen} />
      <div className={classes.pane}>
        {error && <ErrorView title="The history could not be read again" error={error} again={again} />}
        {item ? (
          <DefinitionPane
            key={item.id}
            connection={connection}
            row={row}
            item={item}
            items={known.items}
            now={known.now}
          />
        ) : (
          <EmptyState
            icon={IconHistory}
            title="No definition was replaced yet"
            text="Whenever Virtdeck changes this machine, or sees that another program did, the definition before is kept here on this computer."
          />
        )}
      </div>
    </div>
  );
}

/** Who looked at a display changes nothing of a machine. */
const isHistoric = ({ kind }: DomainEvent): boolean => kind !== 'graphics';

interface TimelineProps {
  moments: readonly Moment[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

function Timeline({ moments, chosen, onChoose }: TimelineProps) {
  const now = useNow(60_000);
  return (
    <ul className={classes.list} aria-label="History">
      {moments.length === 0 && <li className={classes.none}>Nothing has happened yet.</li>}
      {moments.map((moment, index) => {
        const time = formatTime(moment.time, now);
        if (moment.kind === 'event') {
          const { severity, message } = moment.event;
          return (
            <li key={`${String(moment.time)} ${String(index)}`}>
              <div className={classes.moment} data-severity={severity}>
                {severity === 'info' ? (
                  <IconCircle size={8} aria-hidden style={{ justifySelf: 'center' }} />
                ) : (
                  <IconAlertTriangle size={14} aria-label={severity} />
                )}
                <span className={classes.words}>
                  {message}
                  <small>{time}</small>
                </span>
              </div>
            </li>
          );
        }
        const { id, cause, by } = moment.item;
        return (
          <li key={id}>
            <button
              type="button"
              className={classes.moment}
              aria-current={id === chosen}
              onClick={() => onChoose(id)}
            >
              <IconHistory size={15} aria-hidden />
              <span className={classes.words}>
                {cause}
                <small>
                  {time} · {whoWords(by)}
                </small>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function whoWords(by: 'virtdeck' | 'other'): string {
  return by === 'virtdeck' ? 'by Virtdeck' : 'by another program, as Virtdeck saw';
}
