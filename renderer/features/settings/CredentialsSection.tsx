import { Button, Loader, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { RememberedCredential, RememberedCredentials } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { useReading } from '../../state/useReading.ts';
import { confirm } from '../../ui/confirm.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { Section } from '../../ui/Facts.tsx';
import { reportError } from '../../ui/notify.tsx';
import vm from '../vm/MachinePage.module.css';

/** What is remembered of passwords and the like, without them, and how to forget it. */
export function CredentialsSection() {
  const { value: list, error, again } = useReading('credentials', () => client().credentials.list({}));
  const forget = async (entries: readonly RememberedCredential[], question: string) => {
    const body = 'Virtdeck asks for it the next time that it is needed.';
    const { confirmed } = await confirm({ title: question, body, confirmLabel: 'Forget', danger: true });
    if (!confirmed) return;
    try {
      for (const { id } of entries) await client().credentials.forget({ id });
    } catch (thrown) {
      reportError('It could not be forgotten', thrown);
    }
    again();
  };
  const entries = list?.entries ?? [];
  return (
    <Section
      title="Remembered passwords"
      side={
        entries.length > 1 && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void forget(entries, `Forget all ${entries.length} remembered passwords?`)}
          >
            Forget all
          </Button>
        )
      }
    >
      {!list && !error && <Loader size="xs" mt={6} aria-label="Reading the keyring" />}
      {error && <ErrorView title="The keyring could not be read" error={error} again={again} />}
      {list && (
        <Remembered
          list={list}
          onForget={(one) => void forget([one], `Forget the ${one.purpose.toLowerCase()} for ${one.place}?`)}
        />
      )}
    </Section>
  );
}

interface RememberedProps {
  list: RememberedCredentials;
  onForget: (entry: RememberedCredential) => void;
}

function Remembered({ list: { entries, problem }, onForget }: RememberedProps) {
  return (
    <>
      <p className={problem ? vm.warn : vm.dim} role={problem ? 'status' : undefined}>
        {problem && <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-2px' }} />}{' '}
        {problem ?? "They are kept in the desktop's keyring."}
      </p>
      {entries.length === 0 ? (
        <p className={vm.dim}>None.</p>
      ) : (
        <Table aria-label="Remembered passwords" verticalSpacing={4} horizontalSpacing={8}>
          <Table.Tbody>
            {entries.map((entry) => (
              <Table.Tr key={entry.id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.place}</Table.Td>
                <Table.Td>{entry.purpose}</Table.Td>
                <Table.Td style={{ textAlign: 'right' }}>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    aria-label={`Forget the ${entry.purpose.toLowerCase()} for ${entry.place}`}
                    onClick={() => onForget(entry)}
                  >
                    Forget
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
