import type { CardDraft } from '../draft/parts.ts';
import { setDraft, useWizard } from '../wizardStore.ts';

export function changeCard(key: number, part: Partial<CardDraft>): void {
  const { cards } = useWizard.getState().draft;
  setDraft({ cards: cards.map((card) => (card.key === key ? { ...card, ...part } : card)) });
}

export function removeCard(key: number): void {
  const { cards } = useWizard.getState().draft;
  setDraft({ cards: cards.filter((card) => card.key !== key) });
}
