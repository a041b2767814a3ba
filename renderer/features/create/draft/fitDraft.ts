import type { HostOffer } from '../../../../contract/index.ts';
import { isMethod, METHOD_ORDER } from '../how/methods.ts';
import type { Draft } from './draft.ts';
import type { CardDraft, DiskDraft, FileDraft } from './parts.ts';
import { FILE_SLOTS, SLOTS, withFile } from './slots.ts';

/**
 * The draft on a host: what the host does not have is left behind, and what it suggests takes the place of
 * what was never answered. `sameHost`: what was chosen there is still meant.
 */
export function fitDraft(draft: Draft, offer: HostOffer, sameHost: boolean): Draft {
  const fitted = FILE_SLOTS.reduce(
    (before, slot) => withFile(before, slot, fitFile(SLOTS[slot].get(before), offer, sameHost)),
    draft,
  );
  const { resources } = fitted;
  const hasPool = (name: string) => offer.pools.some((pool) => pool.name === name);
  return {
    ...fitted,
    how: { ...fitted.how, method: fitMethod(fitted.how.method, offer) },
    cloud: { ...fitted.cloud, pool: hasPool(fitted.cloud.pool) ? fitted.cloud.pool : '' },
    resources: {
      ...resources,
      disks: resources.disks.map((disk) => fitDisk(disk, offer, sameHost)),
      moreDisks: resources.moreDisks.map((disk) => fitDisk(disk, offer, sameHost)),
    },
    cards: fitted.cards.map((card) => fitCard(card, offer)),
    review: sameHost ? fitted.review : { ...fitted.review, edited: null },
  };
}

function fitMethod(method: Draft['how']['method'], { methods }: HostOffer): Draft['how']['method'] {
  const possible = (name: string) => methods.some((one) => one.method === name && one.refusal === null);
  if (possible(method)) return method;
  const first = METHOD_ORDER.find(possible);
  return first && isMethod(first) ? first : method;
}

function fitFile(file: FileDraft, offer: HostOffer, sameHost: boolean): Partial<FileDraft> {
  const pool = offer.pools.some(({ name }) => name === file.pool) ? file.pool : '';
  const keeps = sameHost && pool !== '';
  return {
    pool: keeps ? pool : '',
    volume: keeps ? file.volume : '',
    drive: offer.drives.some(({ path }) => path === file.drive) ? file.drive : '',
    ...(offer.pools.length === 0 && file.kind === 'volume' && { kind: 'path' }),
  };
}

function fitDisk(disk: DiskDraft, { pools }: HostOffer, sameHost: boolean): DiskDraft {
  const has = (wanted: string) => pools.some(({ name }) => name === wanted);
  const keeps = sameHost && has(disk.existingPool);
  return {
    ...disk,
    pool: has(disk.pool) ? disk.pool : '',
    existingPool: keeps ? disk.existingPool : '',
    existingVolume: keeps ? disk.existingVolume : '',
  };
}

function fitCard(card: CardDraft, offer: HostOffer): CardDraft {
  if (card.kind !== 'network') return card;
  if (offer.networks.some(({ name }) => name === card.network)) return card;
  return { ...card, ...suggestedCard(offer) };
}

/** What a network card is connected to on a host unless the user says otherwise. */
export function suggestedCard(offer: HostOffer): Pick<CardDraft, 'kind' | 'network'> {
  const started = offer.networks.filter(({ active }) => active);
  const network = (started.find(({ name }) => name === offer.defaultNetwork) ?? started[0])?.name;
  return network ? { kind: 'network', network } : { kind: 'user', network: '' };
}
