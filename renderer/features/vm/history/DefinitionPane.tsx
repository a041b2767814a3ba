import { Loader, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Connection, DomainRow, HistoryItem } from '../../../../contract/index.ts';
import { compare, Domain } from '../../../../model/index.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { formatTime } from '../../../ui/format.ts';
import { reportError } from '../../../ui/notify.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { XmlDifference } from '../../../ui/XmlDifference.tsx';
import { machineSource } from '../../hardware/edit/source.ts';
import { restoring } from '../../hardware/edit/undoApply.ts';
import { refusalOf } from '../../hardware/HardwareTab.tsx';
import { showRestore } from '../../hardware/shell/applied.tsx';
import classes from './History.module.css';
import { replacedBy } from './timeline.ts';
import { useHistoryXml } from './useHistory.ts';

interface DefinitionPaneProps {
  connection: Connection;
  row: DomainRow;
  item: HistoryItem;
  /** All of the machine's, newest first. */
  items: readonly HistoryItem[];
  /** The definition that is there now. */
  now: string;
}

/** One definition that was replaced: what is different since, and the way back to it. */
export function DefinitionPane({ connection, row, item, items, now }: DefinitionPaneProps) {
  const [against, setAgainst] = useState('next');
  const [busy, setBusy] = useState(false);
  const time = formatTime(item.time, useNow(60_000));
  const after = replacedBy(items, item.id);
  const wanted = useHistoryXml(connection.id, row.uuid, item.id);
  const xml = wanted.value;
  const next = useHistoryXml(connection.id, row.uuid, after);
  const other = against === 'next' && after !== null ? next.value : now;
  const restore = async () => {
    if (xml === null) return;
    setBusy(true);
    try {
      const ref = { connection: connection.id, uuid: row.uuid };
      const edit = await restoring(machineSource(ref, 'Restored from the history'), xml);
      showRestore(edit, `Restore ${row.name} as it was before ${time}`, refusalOf(connection));
    } catch (thrown) {
      reportError('The definition could not be restored', thrown);
    } finally {
      setBusy(false);
    }
  };
  const failed = wanted.error ? wanted : next;
  return (
    <>
      <div className={classes.bar}>
        <p>The definition until {time}</p>
        <SegmentedControl
          size="xs"
          aria-label="Compared with"
          value={against}
          onChange={setAgainst}
          data={[
            { value: 'next', label: 'What replaced it' },
            { value: 'now', label: 'Now' },
          ]}
        />
        {xml !== null && <CopyButton text={xml} label="Copy XML" />}
        <ReasonButton
          size="xs"
          loading={busy}
          reason={refusalOf(connection) ?? (xml === null ? 'It has not been read yet.' : null)}
          onClick={() => void restore()}
        >
          Restore…
        </ReasonButton>
      </div>
      {failed.error && (
        <ErrorView title="The definition could not be read" error={failed.error} again={failed.again} />
      )}
      {xml !== null && other !== null ? (
        <Difference before={xml} after={other} />
      ) : (
        !failed.error && <Loader size="sm" m="auto" aria-label="Loading" />
      )}
    </>
  );
}

function Difference({ before, after }: { before: string; after: string }) {
  const words = useMemo(() => changesInWords(before, after), [before, after]);
  return (
    <>
      {words?.length === 0 ? (
        <p className={classes.none}>There is no difference that means anything.</p>
      ) : (
        words && (
          <ul className={classes.changes} aria-label="What was changed">
            {words.map((text, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read the same.
              <li key={index}>{text}</li>
            ))}
          </ul>
        )
      )}
      <div className={classes.difference}>
        <XmlDifference before={before} after={after} label="Definition" />
      </div>
    </>
  );
}

/** Null where one of them cannot be read: the texts still show what is different. */
function changesInWords(before: string, after: string): string[] | null {
  try {
    return compare(Domain.parse(before), Domain.parse(after)).map(({ text }) => text);
  } catch {
    return null;
  }
}
