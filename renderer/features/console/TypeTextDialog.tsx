import { Alert, Button, Checkbox, Group, Progress, Select, Stack, Text, Textarea } from '@mantine/core';
import { memo, useMemo, useRef, useState } from 'react';
import type { DisplayInput } from '../../../contract/index.ts';
import { saveUiValue, useUiState } from '../../state/uiState.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { GUEST_LAYOUTS, GuestLayout, likelyLayout } from './guestLayout.ts';
import { keyPace } from './keyPace.ts';
import { codesIn, typedText, typeText, untypable } from './typeText.ts';

/** Texts longer than this are looked at again before they are typed. */
const LONG = 200;
/** Longer ones take minutes: there are better ways. */
const MAX_LENGTH = 20_000;
/** Letters between two steps of the progress. */
const STEP = 20;
const LAYOUT = 'console.layout';

/** Where text is typed. */
export interface Keyboard {
  readonly kind: DisplayInput['keyboard'];
  readonly send: (keysym: number, code: string, down: boolean) => void;
  /** Why keys do not reach the guest (any more); null: they do. */
  readonly refusal: () => string | null;
}

/** Asks for a text and types it into the guest as keystrokes. */
export function openTypeText(keyboard: Keyboard): void {
  openDialog((close) => <TypeTextDialog keyboard={keyboard} onClose={close} />);
}

function TypeTextDialog({ keyboard, onClose }: { keyboard: Keyboard; onClose: () => void }) {
  const saved = useUiState((state) => state.values[LAYOUT]);
  const layoutName = typeof saved === 'string' ? saved : likelyLayout(navigator.languages);
  const layout = useMemo(() => new GuestLayout(layoutName), [layoutName]);
  const [text, setText] = useState('');
  const [slow, setSlow] = useState(false);
  const [preview, setPreview] = useState(false);
  /** Characters typed; null: it has not begun. */
  const [typed, setTyped] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stopped = useRef(false);
  const missing = useMemo(() => untypable(text, layout), [text, layout]);
  const length = useMemo(() => [...typedText(text)].length, [text]);
  const typing = typed !== null;
  const pace = keyPace(keyboard.kind, slow);

  const type = async () => {
    if (length > LONG && !preview) {
      setPreview(true);
      return;
    }
    setTyped(0);
    setProblem(null);
    let done = 0;
    await typeText(text, {
      layout,
      send: keyboard.send,
      pause: (codes) => new Promise<void>((resolve) => setTimeout(resolve, codes * pace)),
      stopped: () => stopped.current || keyboard.refusal() !== null,
      progress(count) {
        done = count;
        // Painting takes longer than typing: not for each letter.
        if (count % STEP === 0) setTyped(count);
      },
    });
    const refusal = keyboard.refusal();
    if (stopped.current || refusal === null) return onClose();
    setTyped(null);
    setProblem(`${refusal} About ${String(done)} of ${String(length)} characters have been typed.`);
  };
  const close = () => {
    stopped.current = true;
    if (!typing) onClose();
  };
  return (
    <Dialog onClose={close} title="Type text into the guest" size={560} closeOnClickOutside={!typing}>
      <Stack gap="md">
        {preview ? (
          <Preview text={typedText(text)} seconds={Math.ceil((codesIn(text, layout) * pace) / 1000)} />
        ) : (
          <Textarea
            data-autofocus
            label="Text"
            description="It is typed key by key. The guest must have the same keyboard layout as is chosen below."
            minRows={5}
            maxRows={12}
            autosize
            maxLength={MAX_LENGTH}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            spellCheck={false}
          />
        )}
        {problem !== null && <Alert color="red">{problem}</Alert>}
        {missing.length > 0 && (
          <Text size="sm" c="var(--vd-warn)" role="status">
            This layout cannot type {missing.slice(0, 12).join(' ')}
            {missing.length > 12 && ` and ${String(missing.length - 12)} more`}: left out.
          </Text>
        )}
        <Group gap="md" align="end">
          <Select
            label="Keyboard layout of the guest"
            data={GUEST_LAYOUTS}
            value={layoutName}
            disabled={typing}
            allowDeselect={false}
            onChange={(value) => value && saveUiValue(LAYOUT, value)}
            style={{ flex: 1 }}
          />
          <Checkbox
            label="Slowly"
            mb={8}
            checked={slow}
            disabled={typing}
            onChange={(event) => setSlow(event.currentTarget.checked)}
          />
        </Group>
        {typing && <Progress value={(100 * typed) / Math.max(1, length)} aria-label="Typed" />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={preview && !typing ? () => setPreview(false) : close}>
            {typing ? 'Stop' : preview ? 'Back' : 'Cancel'}
          </Button>
          <ReasonButton
            loading={typing}
            reason={text === '' ? 'There is no text yet.' : null}
            onClick={() => void type()}
          >
            {length > LONG && !preview ? 'Preview…' : 'Type'}
          </ReasonButton>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** What will be typed, line ends visible: a wrong one runs a command. */
const Preview = memo(function Preview({ text, seconds }: { text: string; seconds: number }) {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return (
    <div>
      <Text size="sm" mb={6}>
        {[...text].length} characters in {lines === 1 ? 'one line' : `${String(lines)} lines`}, about{' '}
        {seconds} s. Each ⏎ is the Enter key.
      </Text>
      <Textarea
        aria-label="Preview"
        readOnly
        minRows={5}
        maxRows={14}
        autosize
        value={text.replaceAll('\n', '⏎\n').replaceAll('\t', '⇥\t')}
        styles={{ input: { fontFamily: 'var(--vd-mono)' } }}
      />
    </div>
  );
});
