import { Button, Loader, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { type Connection, type DomainRow, isActive } from '../../../contract/index.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { XmlView } from '../../ui/XmlView.tsx';
import classes from './MachinePage.module.css';
import { useDomainXml } from './useDomainXml.ts';

interface XmlTabProps {
  connection: Connection;
  row: DomainRow;
}

/** The definition as libvirt has it: of the running machine, and the saved one. */
export function XmlTab({ connection, row }: XmlTabProps) {
  const [saved, setSaved] = useState(false);
  const both = isActive(row) && row.persistent;
  const { xml, error, reload } = useDomainXml(connection, row, both && saved);
  return (
    <>
      <div className={classes.bar}>
        {both ? (
          <SegmentedControl
            aria-label="Definition"
            value={saved ? 'saved' : 'live'}
            onChange={(value) => setSaved(value === 'saved')}
            data={[
              { value: 'live', label: 'Running now' },
              { value: 'saved', label: 'Saved, for the next boot' },
            ]}
          />
        ) : (
          <span className={classes.dim}>
            {row.persistent
              ? 'The saved definition'
              : 'The definition of the running machine; it is not saved'}
          </span>
        )}
        <span style={{ flex: 1 }} />
        {xml !== null && <CopyButton text={xml} label="Copy XML" />}
      </div>
      {error && (
        <div style={{ padding: 12 }}>
          <ErrorView title="The definition could not be read" error={error}>
            <Button variant="default" onClick={reload}>
              Try again
            </Button>
          </ErrorView>
        </div>
      )}
      {xml === null && !error && <Loader size="sm" m="auto" aria-label="Loading" />}
      {xml !== null && (
        <div className={classes.editor}>
          <XmlView text={xml} label={`XML of ${row.name}`} />
        </div>
      )}
    </>
  );
}
