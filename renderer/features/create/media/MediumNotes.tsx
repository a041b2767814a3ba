import type { MediaGuess } from '../../../../contract/index.ts';
import { Note } from '../parts/Note.tsx';
import { useWizard } from '../wizardStore.ts';

/** What is doubtful about the chosen medium, before anything is made of it. */
export function MediumNotes() {
  const guess = useWizard((state) => state.guess.value);
  const notes = guess ? doubts(guess) : [];
  return notes.map((note) => (
    <Note key={note} warning>
      {note}
    </Note>
  ));
}

function doubts({ truncated, reason, boots, format, detail }: MediaGuess): string[] {
  const found: string[] = [];
  if (truncated) found.push('The image is shorter than it says: the download may have been cut off.');
  if (reason === 'not-iso') found.push('This is neither an ISO image nor a disk image. It may not boot.');
  if (reason === 'unreadable') found.push(`It could not be read${detail ? `: ${detail}` : '.'}`);
  if (format === 'iso' && boots && !boots.bios && !boots.efi) found.push('This medium is not bootable.');
  return found;
}
