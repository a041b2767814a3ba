import { Code, Stack, Text } from '@mantine/core';
import { confirm } from '../../../ui/confirm.tsx';

/** What a shell is told, so that programs use the whole window. */
function sizeCommand(rows: number, cols: number): string {
  return `stty rows ${String(rows)} cols ${String(cols)}`;
}

/** Tells the guest how large the terminal is; the user has to know that it is typed. */
export async function sendSize(rows: number, cols: number, type: (text: string) => void): Promise<void> {
  const command = sizeCommand(rows, cols);
  const { confirmed } = await confirm({
    title: 'Send size to guest?',
    body: (
      <Stack gap="xs">
        <Text size="sm">
          A serial line does not tell the guest how large the terminal is, so that it takes it for 80 × 24.
          This types a command, as you could yourself. It works where a shell waits for one:
        </Text>
        <Code block>{command}</Code>
      </Stack>
    ),
    confirmLabel: 'Type it',
  });
  if (confirmed) type(`${command}\r`);
}
