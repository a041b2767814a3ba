import { Button, Checkbox, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { Prompt } from '../../../contract/index.ts';
import type { PromptProps } from './PromptDialog.tsx';
import classes from './Prompts.module.css';
import { firstToFill, rememberWords } from './promptWords.ts';

/** Asks for user names, passwords, passphrases and codes. */
export function CredentialsPrompt({ prompt, busy, answer }: PromptProps) {
  const [answers, setAnswers] = useState(() =>
    Object.fromEntries(prompt.fields.map(({ key, defaultValue }) => [key, defaultValue])),
  );
  const [remember, setRemember] = useState(false);
  const keeping = rememberWords(prompt);
  const problem = useId();
  const first = firstToFill(prompt.fields);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) answer(answers, remember);
      }}
    >
      <Stack gap="md">
        <p className={classes.message}>{prompt.message}</p>
        {prompt.problem && (
          <p id={problem} className={classes.problem} role="alert">
            {prompt.problem}
          </p>
        )}
        {prompt.fields.map((field) => (
          <PromptInput
            key={field.key}
            field={field}
            value={answers[field.key] ?? ''}
            onChange={(value) => setAnswers((before) => ({ ...before, [field.key]: value }))}
            focused={field.key === first}
            describedBy={prompt.problem ? problem : undefined}
          />
        ))}
        {keeping && (
          <Checkbox
            label={keeping.label}
            description={keeping.detail}
            checked={remember}
            onChange={(event) => setRemember(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => answer(null)}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Continue
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PromptInputProps {
  field: Prompt['fields'][number];
  value: string;
  onChange: (value: string) => void;
  focused: boolean;
  describedBy: string | undefined;
}

function PromptInput({ field, value, onChange, focused, describedBy }: PromptInputProps) {
  const Input = field.secret ? PasswordInput : TextInput;
  return (
    <Input
      label={field.label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      maxLength={65536}
      {...(describedBy && { error: true, 'aria-describedby': describedBy })}
      {...(focused && { 'data-autofocus': true })}
    />
  );
}
