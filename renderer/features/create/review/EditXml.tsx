import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { openDialog } from '../../../ui/dialogs.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { LazyEditor } from '../parts/lazyEditor.tsx';
import { Dim, Mistake } from '../parts/Note.tsx';
import { change } from '../wizardStore.ts';
import { xmlProblem } from './xmlProblem.ts';

/** Lets the user change the definition before anything is made. `answers`: what it was planned for. */
export function openEditXml(name: string, xml: string, answers: string): void {
  openDialog((close) => <EditXml name={name} xml={xml} answers={answers} onClose={close} />);
}

interface EditXmlProps {
  name: string;
  xml: string;
  answers: string;
  onClose: () => void;
}

function EditXml({ name, xml, answers, onClose }: EditXmlProps) {
  const [text, setText] = useState(xml);
  const problem = xmlProblem(text);
  const take = () => {
    change('review', { edited: text === xml ? null : text, editedFor: answers });
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={`Edit ${name} before it is made`} size={820} closeOnClickOutside={false}>
      <Stack gap="sm">
        <LazyEditor
          label={`Definition of ${name}`}
          hideLabel
          language="xml"
          height={Math.max(220, Math.min(520, window.innerHeight - 260))}
          value={text}
          onChange={setText}
        />
        <Dim>Disks that are still to be made keep the names that they have here.</Dim>
        {problem && <Mistake>{problem}</Mistake>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton reason={problem} onClick={take}>
            Use this definition
          </ReasonButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
