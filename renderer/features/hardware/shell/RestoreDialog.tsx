import { Button, Group, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { review } from '../../../../model/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { XmlDifference } from '../../../ui/XmlDifference.tsx';
import { EditProvider } from '../edit/context.tsx';
import type { MachineEdit } from '../edit/machineEdit.ts';
import { barWords } from './barWords.ts';
import classes from './Hardware.module.css';
import { Notices } from './Notices.tsx';
import { ReviewTable } from './ReviewDialog.tsx';

interface RestoreDialogProps {
  edit: MachineEdit;
  title: string;
  /** Why it cannot be applied; null: it can. */
  refusal: string | null;
  onClose: () => void;
}

/** What going back to another definition would change, as the review of any edit, and the button that does it. */
export function RestoreDialog({ edit, title, refusal, onClose }: RestoreDialogProps) {
  const state = useStore(edit.store);
  const [tab, setTab] = useState<string | null>('table');
  const reason = refusal ?? (state.changes.length === 0 ? 'It is like this already.' : null);
  const apply = async () => {
    const done = await edit.apply();
    const open = edit.store.getState().result?.changes.some((change) => change.problem !== undefined);
    if (done && !open) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} size="min(1100px, 94vw)">
      <EditProvider value={edit}>
        <Notices />
        <p role="status">
          {state.changes.length === 0
            ? 'The machine is as it was then.'
            : barWords(state.changes, state.active)}
        </p>
        <Tabs value={tab} onChange={setTab}>
          <Tabs.List aria-label="Review">
            <Tabs.Tab value="table">Changes</Tabs.Tab>
            <Tabs.Tab value="xml">XML difference</Tabs.Tab>
          </Tabs.List>
        </Tabs>
        <div className={classes.merge} style={tab === 'xml' ? undefined : { border: 0 }}>
          {tab === 'xml' ? (
            <XmlDifference
              before={edit.base.toXml()}
              after={edit.xml}
              label="Saved and restored definition"
            />
          ) : (
            <ReviewTable
              rows={review(edit.live ?? undefined, edit.base, edit.domain, { transient: edit.transient })}
              edit={edit}
              running={edit.live !== null}
            />
          )}
        </div>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <ReasonButton reason={reason} loading={state.applying} onClick={() => void apply()}>
            Restore
          </ReasonButton>
        </Group>
      </EditProvider>
    </Dialog>
  );
}
