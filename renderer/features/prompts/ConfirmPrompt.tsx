import { Button, Group, Loader, Stack } from '@mantine/core';
import type { PromptProps } from './PromptDialog.tsx';
import classes from './Prompts.module.css';

/** A question that is answered with yes or no. */
export function ConfirmPrompt({ prompt, busy, answer }: PromptProps) {
  return (
    <Stack gap="md">
      <p data-autofocus tabIndex={-1} className={classes.message}>
        {prompt.message}
      </p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => answer(null)}>
          No
        </Button>
        <Button loading={busy} onClick={() => answer({})}>
          Yes
        </Button>
      </Group>
    </Stack>
  );
}

/** Something to be done elsewhere; it goes by itself when that is done. */
export function NoticePrompt({ prompt, busy, answer }: PromptProps) {
  return (
    <Stack gap="md">
      <Group gap="md" wrap="nowrap">
        <Loader size="sm" aria-hidden />
        <p data-autofocus tabIndex={-1} className={classes.message} role="status">
          {prompt.message}
        </p>
      </Group>
      <Group justify="flex-end">
        <Button variant="default" loading={busy} onClick={() => answer(null)}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
