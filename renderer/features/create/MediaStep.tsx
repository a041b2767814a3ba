import { Radio, Stack, TextInput } from '@mantine/core';
import { changeDraft, useCreate } from './createStore.ts';
import { poolRefusal, type StepProps } from './stepProps.ts';
import { VolumePicker } from './VolumePicker.tsx';

/** Where the installation medium is. */
export function MediaStep({ problems }: StepProps) {
  const { draft, options } = useCreate();
  if (!options || draft.connection === null) return null;
  const { mediaKind } = draft;
  const noPool = poolRefusal(options.pools);
  return (
    <Stack gap="md">
      <Radio.Group
        label="The installation medium is"
        value={mediaKind}
        onChange={(value) => changeDraft({ mediaKind: value === 'path' ? 'path' : 'volume' })}
      >
        <Stack gap={6} mt={6}>
          <Radio
            value="volume"
            label="A volume in a storage pool"
            description={noPool}
            disabled={noPool !== undefined}
          />
          <Radio value="path" label="A file or drive on the host, by its path" />
        </Stack>
      </Radio.Group>
      {mediaKind === 'volume' ? (
        <VolumePicker
          label="Installation medium"
          connection={draft.connection}
          pools={options.pools}
          pool={draft.mediaPool}
          onPool={(mediaPool) => changeDraft({ mediaPool, mediaVolume: '' })}
          volume={draft.mediaVolume}
          onVolume={(mediaVolume) => changeDraft({ mediaVolume })}
          prefer="media"
          error={problems.volume}
        />
      ) : (
        <TextInput
          label="Path on the host"
          description="An ISO image such as /srv/iso/debian-12.iso, or a drive such as /dev/sr0"
          value={draft.mediaPath}
          onChange={(event) => changeDraft({ mediaPath: event.currentTarget.value })}
          error={problems.path}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Stack>
  );
}
