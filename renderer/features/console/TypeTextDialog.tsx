import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import { typeText } from './typeText.ts';

/** Milliseconds between keys. */
const PAUSE = 12;

type SendKey = (keysym: number, down: boolean) => void;

/** Asks for a text and types it into the guest as keystrokes. */
export function openTypeText(send: SendKey): void {
  openDialog((close) => <TypeTextDialog send={send} onClose={close} />);
}

function TypeTextDialog({ send, onClose }: { send: SendKey; onClose: () => void }) {
  const [text, setText] = useState('');
  const [typing, setTyping] = useState(false);
  const stopped = useRef(false);
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE));
  const type = async () => {
    setTyping(true);
    await typeText(text, send, pause, () => stopped.current);
    onClose();
  };
  const close = () => {
    stopped.current = true;
    if (!typing) onClose();
  };
  return (
    <Dialog onClose={close} title="Type text into the guest" size={480}>
      <Stack gap="md">
        <Textarea
          data-autofocus
          label="Text"
          description="It is typed key by key, as on a US keyboard."
          minRows={5}
          maxRows={12}
          autosize
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          spellCheck={false}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {typing ? 'Stop' : 'Cancel'}
          </Button>
          <Button loading={typing} disabled={text === ''} onClick={() => void type()}>
            Type
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
