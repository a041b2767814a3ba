import { Loader, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { type Connection, type DomainRow, isActive } from '../../../contract/index.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { XmlView } from '../../ui/XmlView.tsx';
import { XmlEditTab } from '../hardware/XmlEditTab.tsx';
import classes from './MachinePage.module.css';
import { useDomainXml } from './useDomainXml.ts';

interface XmlTabProps {
  connection: Connection;
  row: DomainRow;
}

/** The definition as libvirt has it, of the running machine and the saved one; and an editor for it. */
export function XmlTab({ connection, row }: XmlTabProps) {
  const [view, setView] = useState<string>('live');
  const both = isActive(row) && row.persistent;
  const choices = both
    ? [
        { value: 'live', label: 'Running now' },
        { value: 'saved', label: 'Saved, for the next boot' },
      ]
    : [{ value: 'live', label: row.persistent ? 'The saved definition' : 'Running now; not saved' }];
  const shown = view === 'saved' && !both ? 'live' : view;
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Definition"
          value={shown}
          onChange={setView}
          data={[...choices, { value: 'edit', label: 'Edit' }]}
        />
      </div>
      {shown === 'edit' ? (
        <XmlEditTab connection={connection} row={row} />
      ) : (
        <Definition key={shown} connection={connection} row={row} inactive={both && shown === 'saved'} />
      )}
    </>
  );
}

function Definition({ connection, row, inactive }: XmlTabProps & { inactive: boolean }) {
  const { value: xml, error, again } = useDomainXml(connection, row, inactive);
  return (
    <>
      {error && (
        <div style={{ padding: 12 }}>
          <ErrorView title="The definition could not be read" error={error} again={again} />
        </div>
      )}
      {xml === null && !error && <Loader size="sm" m="auto" aria-label="Loading" />}
      {xml !== null && (
        <>
          <div className={classes.bar}>
            <CopyButton text={xml} label="Copy XML" />
          </div>
          <div className={classes.editor}>
            <XmlView text={xml} label={`XML of ${row.name}`} />
          </div>
        </>
      )}
    </>
  );
}
