import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import type { AskCredentials } from './graphicsClient.ts';

/** Asks for what a display wants before it shows anything. */
export function askCredentials(machine: string): AskCredentials {
  return (types) =>
    new Promise((resolve) => {
      openDialog((close) => (
        <CredentialsDialog
          machine={machine}
          withUser={types.includes('username')}
          onAnswer={(answers) => {
            close();
            resolve(answers);
          }}
        />
      ));
    });
}

interface CredentialsDialogProps {
  machine: string;
  withUser: boolean;
  onAnswer: (answers: { username?: string; password: string } | null) => void;
}

function CredentialsDialog({ machine, withUser, onAnswer }: CredentialsDialogProps) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  return (
    <Dialog onClose={() => onAnswer(null)} title={`The display of ${machine} wants a password`} size={400}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAnswer(withUser ? { username, password } : { password });
        }}
      >
        <Stack gap="md">
          {withUser && (
            <TextInput
              data-autofocus
              label="User"
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
            />
          )}
          <PasswordInput
            {...(!withUser && { 'data-autofocus': true })}
            label="Password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="off"
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onAnswer(null)}>
              Cancel
            </Button>
            <Button type="submit">Connect</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
