import { useMemo } from 'react';
import type { Connection, DomainRow } from '../../../contract/index.ts';
import { editOf } from './edit/edits.ts';
import { machineSource } from './edit/source.ts';
import { refusalOf, useReloading } from './HardwareTab.tsx';
import { EditPage } from './HardwareView.tsx';
import classes from './shell/Hardware.module.css';
import { WholeXml } from './shell/WholeXml.tsx';

interface XmlEditTabProps {
  connection: Connection;
  row: DomainRow;
}

/** The definition as text, edited together with the forms: one edit, one bar, one way to apply it. */
export function XmlEditTab({ connection, row }: XmlEditTabProps) {
  const { id } = connection;
  const { uuid } = row;
  const edit = useMemo(() => editOf(machineSource({ connection: id, uuid })), [id, uuid]);
  useReloading(edit, connection, row);
  return (
    <EditPage edit={edit} refusal={refusalOf(connection)}>
      <div className={classes.editor}>
        <WholeXml label={`XML of ${row.name}`} />
      </div>
    </EditPage>
  );
}
