import { Button, Stack } from '@mantine/core';
import { CardFields } from '../cards/CardFields.tsx';
import { newCard } from '../draft/draft.ts';
import { suggestedCard } from '../draft/fitDraft.ts';
import { OsField } from '../os/OsField.tsx';
import { RadioList } from '../parts/Choice.tsx';
import { Mistake } from '../parts/Note.tsx';
import type { StepProps } from '../steps/stepProps.ts';
import { change, setDraft, useWizard } from '../wizardStore.ts';
import { PxeCheckView } from './PxeCheckView.tsx';

const ORDERS = [
  {
    value: 'disk-first',
    label: 'Disk, then network',
    sentence: 'The network is asked as long as the disk cannot be booted. Best for a new, blank disk.',
  },
  {
    value: 'network-first',
    label: 'Network, then disk',
    sentence: 'The server decides at every boot. For machines that are managed from it.',
  },
  {
    value: 'two-phase',
    label: 'Network once, then always the disk',
    sentence: 'For a disk that has something bootable on it already, which is to be replaced.',
  },
] as const;

/** Boot from the network: by which card, whether anybody answers there, and in which order. */
export function Pxe({ problems }: StepProps) {
  const { draft, offer } = useWizard();
  const [card] = draft.cards;
  if (!offer) return null;
  return (
    <Stack gap="lg">
      {card ? (
        <CardFields card={card} label="Network card to boot from" problems={problems} brief />
      ) : (
        <div>
          <Mistake>{problems.card ?? 'The machine has no network card.'}</Mistake>
          <Button variant="default" onClick={() => setDraft({ cards: [newCard(suggestedCard(offer))] })}>
            Add network card
          </Button>
        </div>
      )}
      {card && <PxeCheckView card={card} />}
      <RadioList
        label="Order of boot"
        value={draft.pxe.order}
        onChange={(order) => change('pxe', { order })}
        options={ORDERS}
      />
      <OsField />
    </Stack>
  );
}
