import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { openDialog } from './dialogs.tsx';
import { ReasonButton } from './ReasonButton.tsx';

export interface ConfirmOptions {
  /** A question: "Shut down web1?" */
  title: string;
  /** What it does, and what is lost. */
  body: ReactNode;
  /** The verb on the button: "Shut down". */
  confirmLabel: string;
  danger?: boolean;
  /** Offers to not ask again. */
  canSkip?: boolean;
  /** A text that has to be typed before the button works. */
  typed?: string;
}

export interface Confirmation {
  readonly confirmed: boolean;
  readonly skipNextTime: boolean;
}

/** Asks before something that cannot be taken back. Escape, Close and Cancel all mean no. */
export function confirm(options: ConfirmOptions): Promise<Confirmation> {
  return new Promise((resolve) => {
    openDialog((close) => (
      <ConfirmDialog
        {...options}
        onAnswer={(answer) => {
          close();
          resolve(answer);
        }}
      />
    ));
  });
}

interface ConfirmDialogProps extends ConfirmOptions {
  onAnswer: (answer: Confirmation) => void;
}

function ConfirmDialog({ title, body, confirmLabel, danger, canSkip, typed, onAnswer }: ConfirmDialogProps) {
  const [skip, setSkip] = useState(false);
  const [text, setText] = useState('');
  const ready = typed === undefined || text === typed;
  const cancel = () => onAnswer({ confirmed: false, skipNextTime: false });
  return (
    <Dialog onClose={cancel} title={title} size={440}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onAnswer({ confirmed: true, skipNextTime: skip });
        }}
      >
        <Stack gap="md">
          <div>{body}</div>
          {typed !== undefined && (
            <TextInput
              data-autofocus
              label={`Type ${typed} to confirm`}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
            />
          )}
          {canSkip && (
            <Checkbox
              label="Do not ask again"
              checked={skip}
              onChange={(event) => setSkip(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={cancel}>
              Cancel
            </Button>
            <ReasonButton
              type="submit"
              color={danger ? 'red' : 'deck'}
              reason={ready ? null : `Type ${typed} first.`}
              {...(typed === undefined && { 'data-autofocus': true })}
            >
              {confirmLabel}
            </ReasonButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
