import { ActionIcon, Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import classes from './Console.module.css';
import type { KeyCombination } from './keys.ts';
import { combinationOf, forgetCombination, readKey, saveCombination, useOwnCombinations } from './ownKeys.ts';

/** Records combinations of keys, sends them, and keeps them for the menu. */
export function openOwnKeys(send: (combination: KeyCombination) => void): void {
  openDialog((close) => <OwnKeysDialog onClose={close} send={send} />);
}

type Pressed = NonNullable<ReturnType<typeof readKey>>;

function OwnKeysDialog({
  onClose,
  send,
}: {
  onClose: () => void;
  send: (combination: KeyCombination) => void;
}) {
  const own = useOwnCombinations();
  const [pressed, setPressed] = useState<readonly Pressed[]>([]);
  const record = (event: KeyboardEvent) => {
    // Tab alone leaves the field, so that the keyboard is not caught in it.
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    const key = readKey(event);
    if (!key) return;
    const begins = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
    const alone = begins || /^(Control|Alt|Shift|Meta)/.test(event.key) ? modifiersDown(event) <= 1 : false;
    setPressed((before) => (alone ? [key] : [...before.filter(({ code }) => code !== key.code), key]));
  };
  const combination = combinationOf(pressed);
  const reason = pressed.length === 0 ? 'Press keys in the field first.' : null;
  return (
    <Dialog onClose={onClose} title="Own key combinations" size={440}>
      <Stack gap="md">
        <div
          data-autofocus
          // Escape is a key like others here, and does not close the dialog.
          data-mantine-stop-propagation
          tabIndex={0}
          role="textbox"
          aria-label="Press the keys"
          aria-readonly
          className={classes.recorder}
          onKeyDown={record}
        >
          {pressed.length === 0 ? (
            <Text c="dimmed">Click here and press the keys together</Text>
          ) : (
            pressed.map(({ code, word }) => <Kbd key={code}>{word}</Kbd>)
          )}
        </div>
        {own.length > 0 && (
          <ul className={classes.own} aria-label="Kept combinations">
            {own.map(({ label }) => (
              <li key={label}>
                <span>{label}</span>
                <ActionIcon aria-label={`Forget ${label}`} onClick={() => forgetCombination(label)}>
                  <IconTrash size={15} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <ReasonButton variant="default" reason={reason} onClick={() => saveCombination(combination)}>
            Keep in the menu
          </ReasonButton>
          <ReasonButton
            reason={reason}
            onClick={() => {
              send(combination);
              onClose();
            }}
          >
            Send
          </ReasonButton>
        </Group>
      </Stack>
    </Dialog>
  );
}

function modifiersDown({ ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent): number {
  return [ctrlKey, altKey, shiftKey, metaKey].filter(Boolean).length;
}
