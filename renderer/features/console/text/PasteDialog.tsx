import { Button, Checkbox, Code, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { openDialog } from '../../../ui/dialogs.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { needsLook, previewOf, readPasted, withoutControls } from './pasted.ts';

/** More than this is not pasted at once: files are not sent over a serial line. */
const MAX_CHARACTERS = 1_000_000;

export interface PasteTarget {
  /** Whose console it is, in words. */
  readonly where: string;
  /** Whether the guest has asked to be told what is pasted, and so does not run it line by line. */
  readonly bracketed: boolean;
  readonly paste: (text: string) => void;
}

/** Pastes a text; one with several lines or control characters is shown first. */
export function pasteOrAsk(raw: string, target: PasteTarget): void {
  const pasted = readPasted(raw);
  if (pasted.text === '') return;
  if (!needsLook(pasted) && pasted.text.length <= MAX_CHARACTERS) target.paste(pasted.text);
  else openDialog((close) => <LookDialog raw={raw} target={target} onClose={close} />);
}

/** Asks for the text where the clipboard cannot be read: the user pastes it into a field. */
export function askForPaste(target: PasteTarget): void {
  openDialog((close) => <FieldDialog target={target} onClose={close} />);
}

interface DialogProps {
  target: PasteTarget;
  onClose: () => void;
}

function LookDialog({ raw, target, onClose }: DialogProps & { raw: string }) {
  const { text, lines, controls } = readPasted(raw);
  const [clean, setClean] = useState(true);
  const sent = clean ? withoutControls(text) : text;
  const tooLong = sent.length > MAX_CHARACTERS ? 'The text has more than a million characters.' : null;
  return (
    <Dialog onClose={onClose} title={`Paste into ${target.where}?`} size={600}>
      <Stack gap="md">
        <Text size="sm">{warningOf(lines, text.length, target.bracketed)}</Text>
        <Code
          block
          aria-label="Text to be pasted"
          mah={260}
          style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }}
        >
          {previewOf(sent)}
        </Code>
        {controls > 0 && (
          <Checkbox
            label={`Leave out ${controls === 1 ? 'the control character' : `the ${String(controls)} control characters`}`}
            description="Programs obey them without showing them."
            checked={clean}
            onChange={(event) => setClean(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton
            data-autofocus
            reason={tooLong}
            onClick={() => {
              onClose();
              target.paste(sent);
            }}
          >
            Paste
          </ReasonButton>
        </Group>
      </Stack>
    </Dialog>
  );
}

function warningOf(lines: number, characters: number, bracketed: boolean): string {
  const size = `${String(lines)} ${lines === 1 ? 'line' : 'lines'}, ${String(characters)} characters.`;
  return bracketed
    ? `${size} The program in the guest takes them as one text.`
    : `${size} A shell in the guest runs each line as soon as it arrives.`;
}

function FieldDialog({ target, onClose }: DialogProps) {
  const [text, setText] = useState('');
  return (
    <Dialog onClose={onClose} title={`Paste into ${target.where}`} size={520}>
      <Stack gap="md">
        <Textarea
          data-autofocus
          label="Text"
          description="Paste it here with Ctrl+V: this window may not read the clipboard by itself. In the terminal, Ctrl+Shift+V does it at once."
          minRows={4}
          maxRows={12}
          autosize
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          spellCheck={false}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton
            reason={text === '' ? 'There is no text.' : null}
            onClick={() => {
              onClose();
              pasteOrAsk(text, target);
            }}
          >
            Paste
          </ReasonButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
