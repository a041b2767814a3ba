import { Button, Checkbox, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Prompt } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { usePrompts } from '../../state/prompts.ts';
import { reportError } from '../../ui/notify.tsx';

/** The oldest question that waits for the user, whatever page is shown. */
export function Prompts() {
  const prompt = usePrompts((state) => state.queue[0]);
  return prompt ? <PromptDialog key={prompt.id} prompt={prompt} /> : null;
}

function PromptDialog({ prompt }: { prompt: Prompt }) {
  const [answers, setAnswers] = useState(() =>
    Object.fromEntries(prompt.fields.map(({ key, defaultValue }) => [key, defaultValue])),
  );
  const [remember, setRemember] = useState(false);
  const [busy, setBusy] = useState(false);
  const hasSecret = prompt.fields.some(({ secret }) => secret);

  /** The dialog goes when main says that the prompt is over. */
  const answer = async (values: Record<string, string> | null) => {
    setBusy(true);
    try {
      await client().prompts.answer({
        id: prompt.id,
        answers: values,
        remember: values !== null && remember,
      });
    } catch (error) {
      reportError('The answer could not be given', error);
      setBusy(false);
    }
  };

  return (
    <Modal
      opened
      onClose={() => void answer(null)}
      title={prompt.title}
      size={440}
      closeOnClickOutside={false}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void answer(answers);
        }}
      >
        <Stack gap="md">
          <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{prompt.message}</p>
          {prompt.fields.map(({ key, label, secret }, index) => {
            const Field = secret ? PasswordInput : TextInput;
            return (
              <Field
                key={key}
                label={label}
                value={answers[key] ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setAnswers((before) => ({ ...before, [key]: value }));
                }}
                autoComplete="off"
                spellCheck={false}
                {...(index === 0 && { 'data-autofocus': true })}
              />
            );
          })}
          {hasSecret && (
            <Checkbox
              label="Remember in the keychain"
              checked={remember}
              onChange={(event) => setRemember(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => void answer(null)}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Continue
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
