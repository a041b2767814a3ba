import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import type { ConnectionId } from '../../../../contract/index.ts';
import { confirm } from '../../../ui/confirm.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { MachineEdit } from '../../hardware/edit/machineEdit.ts';
import { draftSource } from '../../hardware/edit/source.ts';
import { EditPage, HardwareView } from '../../hardware/HardwareView.tsx';
import { WholeXml } from '../../hardware/shell/WholeXml.tsx';
import { change } from '../wizardStore.ts';
import classes from './Review.module.css';

interface EditBeforeProps {
  connection: ConnectionId;
  name: string;
  /** The definition as planned, or as edited before. */
  xml: string;
  /** The answers that it was planned for, as a text to compare. */
  answers: string;
  onClose: () => void;
}

const APPLY = 'Use this definition';

/** The hardware of a machine that is not made yet, as forms and as XML: one edit of both. */
export function EditBefore({ connection, name, xml, answers, onClose }: EditBeforeProps) {
  const edit = useMemo(
    () =>
      new MachineEdit(
        draftSource({
          id: 'new machine',
          connection,
          xml,
          commit: (edited) => {
            if (edited !== xml) change('review', { edited, editedFor: answers });
          },
        }),
      ),
    [connection, xml, answers],
  );
  const leave = async () => {
    if (!edit.dirty || (await mayDiscard())) onClose();
  };
  const props = { edit, refusal: null, applyLabel: APPLY, onApplied: onClose };
  return (
    <Dialog
      onClose={() => void leave()}
      title={`Edit ${name} before it is made`}
      size="min(1180px, 96vw)"
      closeOnClickOutside={false}
      closeOnEscape={false}
      classNames={{ content: classes.editContent ?? '', body: classes.editBody ?? '' }}
    >
      <Tabs defaultValue="hardware" keepMounted={false} className={classes.editTabs ?? ''}>
        <Tabs.List aria-label="Definition">
          <Tabs.Tab value="hardware">Hardware</Tabs.Tab>
          <Tabs.Tab value="xml">XML</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="hardware" className={classes.editPanel ?? ''}>
          <HardwareView {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="xml" className={classes.editPanel ?? ''}>
          <EditPage {...props}>
            <div className={classes.editXml}>
              <WholeXml label={`Definition of ${name}`} />
            </div>
          </EditPage>
        </Tabs.Panel>
      </Tabs>
    </Dialog>
  );
}

async function mayDiscard(): Promise<boolean> {
  const { confirmed } = await confirm({
    title: 'Discard the changes?',
    body: `What was changed is not in the definition until “${APPLY}” is pressed.`,
    confirmLabel: 'Discard',
    danger: true,
  });
  return confirmed;
}
