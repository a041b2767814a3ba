import { Button, Loader, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import classes from '../Create.module.css';
import { CardFields } from '../cards/CardFields.tsx';
import { newCard } from '../draft/draft.ts';
import { suggestedCard } from '../draft/fitDraft.ts';
import { isContainer } from '../draft/questions.ts';
import { Dim } from '../parts/Note.tsx';
import { DefaultsError } from '../platform/DefaultsError.tsx';
import { PlatformFields } from '../platform/PlatformFields.tsx';
import { setDraft, useWizard } from '../wizardStore.ts';
import type { StepProps } from './stepProps.ts';

/** Network cards, and the platform under its defaults. */
export function NetworkStep({ problems }: StepProps) {
  const { draft, offer, defaults } = useWizard();
  const { cards } = draft;
  if (!offer) return null;
  return (
    <Stack gap="lg">
      <section aria-label="Network cards" className={classes.fields}>
        {cards.map((card, index) => (
          <CardFields key={card.key} card={card} label={`Network card ${index + 1}`} problems={problems} />
        ))}
        {cards.length === 0 && <Dim>No network card: the machine is by itself.</Dim>}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setDraft({ cards: [...cards, newCard(suggestedCard(offer))] })}
          >
            Add network card
          </Button>
        </div>
      </section>
      {!isContainer(draft.how.method) &&
        (defaults.value ? (
          <PlatformFields defaults={defaults.value} />
        ) : defaults.error ? (
          <DefaultsError />
        ) : (
          <Loader size="sm" aria-label="Asking for defaults" />
        ))}
    </Stack>
  );
}
