import { NativeSelect, TextInput } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { cx } from '../../../ui/cx.ts';
import { PathField } from '../../storage/browse/PathField.tsx';
import { VolumePicker } from '../../storage/VolumePicker.tsx';
import classes from '../Create.module.css';
import type { FileKind } from '../draft/parts.ts';
import { type FileSlot, SLOTS } from '../draft/slots.ts';
import { Choice } from '../parts/Choice.tsx';
import { Mistake } from '../parts/Note.tsx';
import { takeFile } from '../upload/takeFile.ts';
import { UploadField } from '../upload/UploadField.tsx';
import { changeFile, useWizard } from '../wizardStore.ts';

const KIND_LABELS: Readonly<Record<FileKind, string>> = {
  volume: 'Storage pool',
  path: 'Path on the host',
  drive: 'Drive of the host',
  upload: 'Upload a file',
  url: 'Web address',
};

interface FilePickerProps {
  slot: FileSlot;
  label: string;
  kinds: readonly FileKind[];
  /** What stands first among volumes. */
  prefer: 'media' | 'disks';
  /** An example of a path. */
  pathHint: string;
  error: string | undefined;
}

/** Chooses a file on the host, in one of several ways. A file dropped on it is taken for an upload. */
export function FilePicker({ slot, label, kinds, prefer, pathHint, error }: FilePickerProps) {
  const { draft, offer } = useWizard();
  const drop = useDrop(slot, kinds.includes('upload') && offer !== null && offer.pools.length > 0);
  if (!offer || draft.how.connection === null) return null;
  const file = SLOTS[slot].get(draft);
  const refusals: Partial<Record<FileKind, string | null>> = {
    volume: offer.pools.length === 0 ? 'This host has no storage pool.' : null,
    upload: offer.pools.length === 0 ? 'This host has no storage pool to upload to.' : null,
    drive: offer.drives.length === 0 ? 'This host tells of no CD-ROM drive.' : null,
  };
  return (
    <fieldset className={cx(classes.picker, drop.over && classes.dropping)} {...drop.handlers}>
      <legend>{label}</legend>
      <Choice
        label={`${label}: from`}
        value={file.kind}
        onChange={(kind) => changeFile(slot, { kind })}
        options={kinds.map((kind) => ({ value: kind, label: KIND_LABELS[kind], refusal: refusals[kind] }))}
      />
      {file.kind === 'volume' && (
        <VolumePicker
          label={label}
          connection={draft.how.connection}
          pools={offer.pools}
          pool={file.pool}
          onPool={(pool) => changeFile(slot, { pool, volume: '' })}
          volume={file.volume}
          onVolume={(volume) => changeFile(slot, { volume })}
          prefer={prefer}
          suggested={offer.defaultPool}
          error={error}
        />
      )}
      {file.kind === 'path' && (
        <PathField
          label="Path"
          name={`${label}: path on the host`}
          title={label}
          description={pathHint}
          connection={draft.how.connection}
          wish="file"
          value={file.path}
          onChange={(path) => changeFile(slot, { path })}
          error={error}
        />
      )}
      {file.kind === 'drive' && (
        <NativeSelect
          label="Drive"
          value={file.drive}
          onChange={(event) => changeFile(slot, { drive: event.currentTarget.value })}
          error={error}
          data={[
            { value: '', label: 'Choose a drive' },
            ...offer.drives.map(({ path, medium }) => ({
              value: path,
              label: `${path} (${medium ?? 'empty, or not known'})`,
            })),
          ]}
        />
      )}
      {file.kind === 'url' && (
        <TextInput
          label="Address"
          aria-label={`${label}: web address`}
          description="Fetched by this machine and put on the host"
          placeholder="https://"
          value={file.url}
          onChange={(event) => changeFile(slot, { url: event.currentTarget.value })}
          error={error}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {file.kind === 'upload' && (
        <>
          <UploadField slot={slot} label={label} />
          {error && <Mistake>{error}</Mistake>}
        </>
      )}
    </fieldset>
  );
}

/** Takes files that are dropped. */
function useDrop(slot: FileSlot, wanted: boolean) {
  const [over, setOver] = useState(false);
  const isFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const handlers = wanted && {
    onDragOver: (event: DragEvent) => {
      if (!isFile(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!isFile(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file) takeFile(slot, file);
    },
  };
  return { over, handlers: handlers || {} };
}
