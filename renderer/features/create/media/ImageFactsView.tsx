import { Loader } from '@mantine/core';
import type { ImageFacts } from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { formatBytes } from '../../../ui/format.ts';
import { osSourceOf } from '../draft/questions.ts';
import { type FileSlot, SLOTS } from '../draft/slots.ts';
import { Note } from '../parts/Note.tsx';
import { useAnswer } from '../useAnswer.ts';
import { useWizard } from '../wizardStore.ts';

/** What a disk image is: its format, what it is built upon, and who uses it. */
export function ImageFactsView({ slot }: { slot: FileSlot }) {
  const draft = useWizard((state) => state.draft);
  const connection = draft.how.connection ?? '';
  const onHost = osSourceOf(SLOTS[slot].get(draft));
  const { value, error, reading, again } = useAnswer<ImageFacts>(
    onHost && connection ? JSON.stringify([connection, onHost]) : '',
    async () => {
      if (!onHost) throw new Error('No image is chosen.');
      return client().sources.image({ connection, source: onHost });
    },
  );
  if (reading && !error) return <Loader size="sm" aria-label="Looking at the image" />;
  if (error) {
    return <ErrorView title="The image could not be looked at" error={error} again={again} />;
  }
  if (!value) return null;
  const running = value.usedBy.filter((one) => one.running).map(({ name }) => name);
  const others = value.usedBy.filter((one) => !one.running).map(({ name }) => name);
  return (
    <section aria-label="About the image">
      <Facts
        facts={[
          { label: 'Format', value: value.format },
          { label: 'Size', value: value.capacity === null ? null : formatBytes(value.capacity) },
          { label: 'Takes', value: value.allocation === null ? null : formatBytes(value.allocation) },
          { label: 'Built upon', value: value.backing.join(', which is built upon ') },
        ]}
      />
      {value.problem && <Note warning>{value.problem}</Note>}
      {running.length > 0 && (
        <Note warning>
          In use by {running.join(', ')}, running now: two machines on one disk destroy what is on it.
        </Note>
      )}
      {others.length > 0 && <Note warning>Also a disk of {others.join(', ')}. Never run both at once.</Note>}
      {value.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
    </section>
  );
}
