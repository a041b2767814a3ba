import { NativeSelect } from '@mantine/core';
import type { Sound } from '../../../../../model/index.ts';
import { useProposed } from '../../edit/context.tsx';
import { controlId, FieldRow, useField } from '../../fields/index.ts';
import { AUDIO_WORDS } from './audioWords.ts';

/** To which of the machine's audio backends a card belongs. */
export function AudioChoice({ device }: { device: Sound }) {
  const domain = useProposed();
  const field = useField(device, 'audio');
  const known = domain.audios.all.map(({ id, type }) => ({
    value: String(id ?? ''),
    label: `${id}: ${AUDIO_WORDS[type ?? ''] ?? type}`,
  }));
  const current = device.audio === null ? '' : String(device.audio);
  const lost = current !== '' && !known.some(({ value }) => value === current);
  return (
    <FieldRow
      label="Plays on"
      field={field}
      problem={lost ? 'There is no audio backend with this number.' : null}
    >
      <NativeSelect
        id={controlId(field)}
        size="xs"
        value={current}
        data={[
          { value: '', label: 'The machine’s own audio backend' },
          ...known,
          ...(lost ? [{ value: current, label: current }] : []),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          field.set(value === '' ? null : Number(value));
        }}
      />
    </FieldRow>
  );
}
