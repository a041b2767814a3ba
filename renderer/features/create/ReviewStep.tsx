import { Loader, Stack, Tabs, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ApiErrorData, NewMachinePreview } from '../../../contract/index.ts';
import { connectionTitle, useConnection } from '../../state/connections.ts';
import { client, toErrorData } from '../../state/host.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { formatBytes } from '../../ui/format.ts';
import { XmlView } from '../../ui/XmlView.tsx';
import classes from './Create.module.css';
import { changeDraft, useCreate } from './createStore.ts';
import { type Draft, toNewMachine } from './draft.ts';
import type { StepProps } from './stepProps.ts';

/** The summary, the name, and exactly what would be made. */
export function ReviewStep({ name }: StepProps) {
  const { draft, failure } = useCreate();
  const connection = useConnection(draft.connection ?? '');
  const { preview, error } = usePreview(draft, name.problem === null && !name.checking);
  return (
    <Stack gap="lg">
      {failure && (
        <ErrorView
          title={`${failure.name} was not created. It failed at: ${failure.stage}`}
          error={failure.error}
        />
      )}
      <TextInput
        label="Name"
        value={draft.name}
        onChange={(event) => changeDraft({ name: event.currentTarget.value, nameTyped: true })}
        error={name.problem}
        rightSection={name.checking ? <Loader size={14} aria-label="Checking the name" /> : null}
        autoComplete="off"
        spellCheck={false}
      />
      <Facts facts={summary(draft, connection ? connectionTitle(connection) : '')} />
      {error && <ErrorView title="The definition could not be prepared" error={error} />}
      {preview?.warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          {warning}
        </p>
      ))}
      {preview && <Definition preview={preview} name={draft.name} />}
    </Stack>
  );
}

function Definition({ preview, name }: { preview: NewMachinePreview; name: string }) {
  const commands = preview.commands.join('\n');
  return (
    <Tabs defaultValue="xml" keepMounted={false}>
      <Tabs.List aria-label="What would be made">
        <Tabs.Tab value="xml">Machine XML</Tabs.Tab>
        {preview.volumeXml !== null && <Tabs.Tab value="volume">Disk XML</Tabs.Tab>}
        <Tabs.Tab value="commands">Commands</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="xml" className={classes.xml}>
        <XmlView text={preview.xml} label={`XML of ${name}`} />
      </Tabs.Panel>
      {preview.volumeXml !== null && (
        <Tabs.Panel value="volume" className={classes.xml}>
          <XmlView text={preview.volumeXml} label="XML of the disk" />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="commands">
        <section aria-label="The same by hand">
          <pre className={classes.commands}>{commands}</pre>
          <CopyButton text={commands} label="Copy commands" />
        </section>
      </Tabs.Panel>
    </Tabs>
  );
}

function summary(draft: Draft, host: string): Fact[] {
  return [
    { label: 'Host', value: host },
    {
      label: 'Installs from',
      value:
        draft.mediaKind === 'volume' ? `${draft.mediaVolume} in pool ${draft.mediaPool}` : draft.mediaPath,
    },
    { label: 'vCPUs', value: draft.vcpus },
    { label: 'Memory', value: formatBytes(draft.memoryMiB * 1024 ** 2) },
    { label: 'Disk', value: diskText(draft) },
    { label: 'Network', value: networkText(draft) },
    { label: 'Hypervisor', value: draft.virtType },
  ];
}

function diskText(draft: Draft): string {
  if (draft.diskKind === 'none') return 'None';
  if (draft.diskKind === 'existing') return `${draft.diskVolume} in pool ${draft.diskPool}`;
  return `New, ${formatBytes(draft.diskGiB * 1024 ** 3)}, ${draft.diskFormat}, in pool ${draft.diskPool}`;
}

function networkText(draft: Draft): string {
  const texts = {
    network: `Virtual network ${draft.network}`,
    bridge: `Bridge ${draft.bridge}`,
    user: 'User mode',
    none: 'None',
  };
  return texts[draft.networkKind];
}

/** What main would make of the draft; asked again when the draft has changed, not while a name is doubtful. */
function usePreview(draft: Draft, ready: boolean) {
  const [preview, setPreview] = useState<NewMachinePreview | null>(null);
  const [error, setError] = useState<ApiErrorData | null>(null);
  useEffect(() => {
    const machine = toNewMachine(draft);
    if (!machine || !ready) return;
    let gone = false;
    client()
      .provision.preview(machine)
      .then(
        (answer) => {
          if (gone) return;
          setPreview(answer);
          setError(null);
        },
        (thrown: unknown) => !gone && setError(toErrorData(thrown)),
      );
    return () => {
      gone = true;
    };
  }, [draft, ready]);
  return { preview, error };
}
