import { Button, Group, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { type ReviewRow, review } from '../../../../model/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { XmlDifference } from '../../../ui/XmlDifference.tsx';
import type { MachineEdit } from '../edit/machineEdit.ts';
import { EFFECT_WORDS } from '../fields/index.ts';
import { barWords } from './barWords.ts';
import classes from './Hardware.module.css';
import { storageWords } from './storageWords.ts';

interface ReviewDialogProps {
  edit: MachineEdit;
  onClose: () => void;
}

/** What is running, what is saved, and what would be; and the XML of it. */
export function ReviewDialog({ edit, onClose }: ReviewDialogProps) {
  const state = useStore(edit.store);
  const [tab, setTab] = useState<string | null>('table');
  const rows = review(edit.live ?? undefined, edit.base, edit.domain, { transient: edit.transient });
  return (
    <Dialog title="Review changes" onClose={onClose} size="min(1100px, 94vw)">
      <p role="status">{[barWords(state.changes, state.active), ...storageWords(edit)].join('. ')}</p>
      <Tabs value={tab} onChange={setTab}>
        <Tabs.List aria-label="Review">
          <Tabs.Tab value="table">Changes</Tabs.Tab>
          <Tabs.Tab value="xml">XML difference</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {tab === 'xml' ? (
        <div className={classes.merge}>
          <XmlDifference before={edit.base.toXml()} after={edit.xml} label="Saved and proposed definition" />
        </div>
      ) : (
        <div className={classes.merge} style={{ border: 0 }}>
          <ReviewTable rows={rows} edit={edit} running={edit.live !== null} />
        </div>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Dialog>
  );
}

interface ReviewTableProps {
  rows: readonly ReviewRow[];
  edit: MachineEdit;
  running: boolean;
}

/** What is running, saved and proposed, a line for each difference. */
export function ReviewTable({ rows, edit, running }: ReviewTableProps) {
  return (
    <table className={classes.review} aria-label="Changes">
      <thead>
        <tr>
          <th scope="col">What</th>
          {running && <th scope="col">Running now</th>}
          <th scope="col">Saved</th>
          <th scope="col">Proposed</th>
          {running && <th scope="col">When</th>}
          <th scope="col">
            <span className={classes.dim}>Take back</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.key} ${row.proposedChange}`}>
            <th scope="row">{nameOf(row)}</th>
            {running && <td>{row.live ?? '—'}</td>}
            <td>{row.saved ?? (row.kind === 'removed' ? 'there' : '—')}</td>
            <td>{row.kind === 'removed' ? 'removed' : (row.proposed ?? '—')}</td>
            {running && <td>{row.proposedChange ? EFFECT_WORDS[row.effect] : 'saved, at next boot'}</td>}
            <td>
              {row.proposedChange && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`Undo: ${nameOf(row)}`}
                  onClick={() => edit.revert(row.key)}
                >
                  Undo
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf({ subject, label, kind }: ReviewRow): string {
  const what = [subject, label].filter((part) => part !== '').join(': ');
  return kind === 'changed' ? what : `${what} ${kind}`;
}
