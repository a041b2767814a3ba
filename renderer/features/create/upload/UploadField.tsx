import { Button, FileButton, Group, Progress, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useJobs } from '../../../state/jobs.ts';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { formatBytes, formatPercent } from '../../../ui/format.ts';
import { reportError } from '../../../ui/notify.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { PoolSelect } from '../../storage/PoolSelect.tsx';
import classes from '../Create.module.css';
import type { FileSlot } from '../draft/slots.ts';
import { Dim, Note } from '../parts/Note.tsx';
import { useWizard } from '../wizardStore.ts';
import { cancelUpload, resumeUpload, startUpload } from './runUpload.ts';
import { takeFile } from './takeFile.ts';
import { changeUpload, type Upload, useUploads } from './uploadStore.ts';

/** Sends a local file to the host: chosen or dropped, then on its way, with what became of it. */
export function UploadField({ slot, label }: { slot: FileSlot; label: string }) {
  const upload = useUploads(({ bySlot }) => bySlot[slot]);
  if (!upload || upload.phase === 'ready' || upload.phase === 'failed') {
    return <ChooseFile slot={slot} label={label} upload={upload} />;
  }
  return <UnderWay slot={slot} upload={upload} />;
}

interface ChooseFileProps {
  slot: FileSlot;
  label: string;
  upload: Upload | undefined;
}

function ChooseFile({ slot, label, upload }: ChooseFileProps) {
  const pools = useWizard((state) => state.offer?.pools ?? []);
  return (
    <div className={classes.fields}>
      <div className={classes.dropArea}>
        <FileButton
          onChange={(file) => file && takeFile(slot, file)}
          inputProps={{ 'aria-label': `${label}: local file` }}
        >
          {(props) => (
            <Button {...props} variant="default">
              Choose a file
            </Button>
          )}
        </FileButton>
        {upload ? (
          <span className={classes.volumeName}>
            {upload.file.name} <Dim>({formatBytes(upload.file.size)})</Dim>
          </span>
        ) : (
          <Dim>or drop it here</Dim>
        )}
      </div>
      {upload && (
        <div className={classes.uploadTarget}>
          <PoolSelect
            label="Upload to pool"
            pools={pools}
            value={upload.pool}
            onChange={(pool) => changeUpload(slot, { pool, resumes: false })}
          />
          <TextInput
            label="Name there"
            value={upload.volume}
            onChange={(event) => changeUpload(slot, { volume: event.currentTarget.value, resumes: false })}
            autoComplete="off"
            spellCheck={false}
          />
          <ReasonButton
            reason={uploadRefusal(upload)}
            onClick={() => void startUpload(slot)}
            leftSection={<IconUpload size={15} />}
          >
            {upload.resumes ? 'Resume' : upload.phase === 'failed' ? 'Upload again' : 'Upload'}
          </ReasonButton>
        </div>
      )}
      {upload?.resumes && <Note>A part of it is on the host already: it goes on where it stopped.</Note>}
      {upload?.error && <ErrorView title={`${upload.file.name} was not uploaded`} error={upload.error} />}
    </div>
  );
}

function uploadRefusal({ pool, volume, file }: Upload): string | null {
  if (pool === '') return 'Choose a pool first.';
  if (volume.trim() === '') return 'It needs a name.';
  return file.size === 0 ? 'The file is empty.' : null;
}

function UnderWay({ slot, upload }: { slot: FileSlot; upload: Upload }) {
  const job = useJobs(({ byId }) => (upload.job === null ? undefined : byId.get(upload.job)));
  const fraction = job?.fraction ?? (upload.phase === 'finishing' ? null : upload.sent / upload.file.size);
  const cancel = () => {
    cancelUpload(slot).catch((error: unknown) => reportError('The upload could not be cancelled', error));
  };
  return (
    <section className={classes.fields} aria-label={`Upload of ${upload.file.name}`}>
      <Group gap="sm" justify="space-between">
        <span className={classes.volumeName}>
          {upload.volume} <Dim>to pool {upload.pool}</Dim>
        </span>
        <span role="status">
          {job?.stage || 'Starting'}
          {fraction !== null && ` (${formatPercent(fraction * 100)} of ${formatBytes(upload.file.size)})`}
        </span>
      </Group>
      <Progress
        value={(fraction ?? 1) * 100}
        striped={fraction === null}
        animated={fraction === null}
        aria-label="Progress of the upload"
      />
      {upload.phase === 'cut' && (
        <Note warning>The link was cut: {upload.error?.message} It goes on by itself where it stopped.</Note>
      )}
      <Group gap="xs">
        {upload.phase === 'cut' && (
          <Button variant="default" onClick={() => void resumeUpload(slot)}>
            Resume now
          </Button>
        )}
        <Button variant="default" onClick={cancel}>
          Cancel upload
        </Button>
        <Dim>You can answer the other steps meanwhile.</Dim>
      </Group>
    </section>
  );
}
