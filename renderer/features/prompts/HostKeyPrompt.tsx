import { Button, Group, Stack } from '@mantine/core';
import { Facts } from '../../ui/Facts.tsx';
import type { PromptProps } from './PromptDialog.tsx';
import classes from './Prompts.module.css';

/**
 * Asks whether the key that a host shows for the first time is its own. No button has the focus at first: a key
 * pressed for something else decides nothing.
 */
export function HostKeyPrompt({ prompt, busy, answer }: PromptProps) {
  const { hostKey } = prompt;
  return (
    <Stack gap="md">
      <div data-autofocus tabIndex={-1} className={classes.silent}>
        {hostKey ? (
          <>
            <p className={classes.message}>
              Nothing is known of this host yet. Compare the fingerprint with what its administrator says. If
              it is the same, accept it: the host is known from then on.
            </p>
            <Facts
              facts={[
                { label: 'Host', value: hostKey.host },
                { label: 'Address', value: hostKey.address },
                { label: 'Kind of key', value: hostKey.type },
                { label: 'Fingerprint', value: <code className={classes.mono}>{hostKey.fingerprint}</code> },
              ]}
            />
          </>
        ) : (
          <p className={classes.message}>{prompt.message}</p>
        )}
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => answer(null)}>
          Refuse
        </Button>
        <Button loading={busy} onClick={() => answer({})}>
          Accept
        </Button>
      </Group>
    </Stack>
  );
}
