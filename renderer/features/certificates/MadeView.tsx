import { Button, Group, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { CertificateStep, MadeCertificates } from '../../../contract/index.ts';
import { CommandBox } from '../../ui/CommandBox.tsx';
import { PlainTable } from '../../ui/Facts.tsx';
import { count } from '../../ui/format.ts';
import classes from './Certificates.module.css';
import { clientFolders } from './certificateWish.ts';

interface MadeViewProps {
  made: MadeCertificates;
  onUse?: (folder: string) => void;
  onClose: () => void;
}

/** What was made, and what is to be done with it on each machine. */
export function MadeView({ made, onUse, onClose }: MadeViewProps) {
  const { folder, authorityUsedAgain, files, steps } = made;
  return (
    <Stack gap="md">
      <p role="status">
        {count(files.length, 'file')} made in <code className={classes.mono}>{folder}</code>.{' '}
        {authorityUsedAgain
          ? 'The authority that was there has signed them.'
          : 'Keep the folder “ca” safe: who has its key can make certificates that your hosts accept.'}
      </p>
      {steps.map((step) => (
        <Step key={step.title} step={step} folder={folder} />
      ))}
      <Group justify="flex-end" gap="xs">
        {onUse &&
          clientFolders(made).map((place) => (
            <Button key={place} variant="default" onClick={() => onUse(place)}>
              Use {place.split('/').at(-1)} for this connection
            </Button>
          ))}
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Stack>
  );
}

/** Where a file is, below the folder that was named already. */
function within(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function Step({ step, folder }: { step: CertificateStep; folder: string }) {
  return (
    <section aria-label={step.title} className={classes.step}>
      <h3>{step.title}</h3>
      <PlainTable
        label={`Files: ${step.title}`}
        head={['From', 'To', 'Mode']}
        rows={step.placings.map(({ from, to, mode, secret }) => ({
          key: from,
          cells: [
            <code key="from" className={classes.mono} title={from}>
              {within(folder, from)}
            </code>,
            <code key="to" className={classes.mono}>
              {to}
            </code>,
            <span key="mode">
              {mode} {secret && <IconKey size={13} aria-label="secret" />}
            </span>,
          ],
        }))}
        none="No files."
      />
      <CommandBox label="The same as commands" command={step.commands.join('\n')} host={null} />
    </section>
  );
}
