import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { saveUiValue, useUiState } from '../../state/uiState.ts';
import { copyText } from '../../ui/copyText.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import { reportError, showNotice } from '../../ui/notify.tsx';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { clipboardRefusal, MAX_CLIPBOARD } from './clipboardLimit.ts';

/** What passes between the guest's clipboard and ours: nothing, what is agreed to each time, or all. */
export type ClipboardPolicy = 'off' | 'ask' | 'on';

const SAVED = 'console.clipboard';
/** Machines for which a choice is kept; the oldest go. */
const MAX_KEPT = 500;

/** Any value as a policy. Nothing passes unless somebody has chosen that. */
export function readPolicy(value: unknown): ClipboardPolicy {
  return value === 'ask' || value === 'on' ? value : 'off';
}

/** The policy of a machine (domainKey). */
export function useClipboardPolicy(machine: string): [ClipboardPolicy, (policy: ClipboardPolicy) => void] {
  const all = useUiState((state) => state.values[SAVED]);
  const kept = readAll(all);
  return [
    readPolicy(kept[machine]),
    (policy) => {
      const others = Object.entries(kept).filter(([key]) => key !== machine);
      const next = policy === 'off' ? others : [...others, [machine, policy] as const];
      saveUiValue(SAVED, Object.fromEntries(next.slice(-MAX_KEPT)));
    },
  ];
}

function readAll(value: unknown): Record<string, ClipboardPolicy> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readPolicy(one)]));
}

/** The guest has something in its clipboard; null: more than is taken. Of one that goes on copying, the last is told. */
export function receiveClipboard(policy: ClipboardPolicy, machine: string, text: string | null): void {
  if (policy === 'off' || text === '') return;
  const subject = `clipboard of ${machine}`;
  if (text === null) {
    const limit = `${String(MAX_CLIPBOARD / 1024 / 1024)} MiB`;
    showNotice(
      'warning',
      `The clipboard of ${machine} was not taken`,
      `It holds more than ${limit}.`,
      [],
      subject,
    );
    return;
  }
  const copy = () =>
    void copyText(text).catch((error: unknown) =>
      reportError(`The clipboard of ${machine} could not be copied`, error, subject),
    );
  // Browsers let only the window that is worked in write; and in another one the user may have copied since.
  if (policy === 'on' && document.hasFocus()) copy();
  else
    showNotice(
      'info',
      `${machine} has copied text`,
      excerptOf(text),
      [{ label: 'Copy', run: copy }],
      subject,
    );
}

/** The beginning of a text, in one line. */
export function excerptOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}

/** Puts a text into the guest's clipboard. Gives why that is not possible; null: it is done. */
export type Give = (text: string) => string | null;

/** What the user has just pasted goes to the guest, after a question where that is the policy. */
export function pasteToGuest(policy: ClipboardPolicy, machine: string, text: string, give: Give): void {
  if (policy === 'off') return;
  const refusal = policy === 'on' ? give(text) : clipboardRefusal(text);
  if (refusal !== null) showNotice('warning', `Nothing was put into the clipboard of ${machine}`, refusal);
  else if (policy === 'ask') openGiveText(machine, give, text);
}

/** Asks for a text for the guest's clipboard; or, with one, whether it may go there. */
export function openGiveText(machine: string, give: Give, text = ''): void {
  openDialog((close) => <GiveTextDialog machine={machine} give={give} initial={text} onClose={close} />);
}

interface GiveTextProps {
  machine: string;
  initial: string;
  give: Give;
  onClose: () => void;
}

function GiveTextDialog({ machine, initial, give, onClose }: GiveTextProps) {
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog onClose={onClose} title={`Into the clipboard of ${machine}`} size={520}>
      <Stack gap="md">
        <Textarea
          data-autofocus
          label="Text"
          description="Paste it here with Ctrl+V. Virtdeck does not look into your clipboard by itself."
          minRows={5}
          maxRows={14}
          autosize
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          spellCheck={false}
          error={problem}
        />
        <Text size="sm" c="dimmed">
          The guest has to run spice-vdagent, and the machine needs a qemu-vdagent channel.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton
            reason={clipboardRefusal(text)}
            onClick={() => {
              const refusal = give(text);
              if (refusal === null) onClose();
              else setProblem(refusal);
            }}
          >
            Put it there
          </ReasonButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
