import type { CardDraft } from '../draft/parts.ts';
import { setDraft, useWizard } from '../wizardStore.ts';

/** Changes answers about one network card. */
export function changeCard(key: number, part: Partial<CardDraft>): void {
  const { cards } = useWizard.getState().draft;
  setDraft({ cards: cards.map((card) => (card.key === key ? { ...card, ...part } : card)) });
}

/** Takes a network card out of the draft. */
export function removeCard(key: number): void {
  const { cards } = useWizard.getState().draft;
  setDraft({ cards: cards.filter((card) => card.key !== key) });
}
