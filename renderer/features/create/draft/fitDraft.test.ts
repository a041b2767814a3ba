import { describe, expect, it } from 'vitest';
import { draftWith, offer } from '../../../../test/fixtures/wizardHost.ts';
import { emptyDraft, newCard, newDisk } from './draft.ts';
import { fitDraft } from './fitDraft.ts';

const there = { ...emptyDraft().iso.media, pool: 'images', volume: 'debian.iso', drive: '/dev/sr1' };
const draft = draftWith('iso', {
  iso: { ...emptyDraft().iso, media: there },
  resources: {
    ...emptyDraft().resources,
    vcpus: 3,
    disks: [newDisk({ pool: 'images', existingPool: 'images', existingVolume: 'x' })],
  },
  cards: [newCard({ network: 'default' }), newCard({ network: 'gone' })],
  review: { ...emptyDraft().review, name: 'web', edited: '<domain/>' },
});

describe('fitDraft', () => {
  it('keeps what was chosen on the same host, and drops what that does not have', () => {
    const fitted = fitDraft(draft, offer(), true);
    expect(fitted.iso.media).toMatchObject({ pool: 'images', volume: 'debian.iso', drive: '' });
    expect(fitted.resources.disks[0]).toMatchObject({ existingVolume: 'x' });
    expect(fitted.cards.map(({ network }) => network)).toEqual(['default', 'default']);
    expect(fitted.review.edited).toBe('<domain/>');
  });

  it('leaves the volumes and the definition of another host behind, and keeps sizes and the name', () => {
    const fitted = fitDraft(draft, offer(), false);
    expect(fitted.iso.media).toMatchObject({ pool: '', volume: '' });
    expect(fitted.resources).toMatchObject({ vcpus: 3, disks: [{ pool: 'images', existingVolume: '' }] });
    expect(fitted.review).toMatchObject({ name: 'web', edited: null });
  });

  it('works on a host without pools and networks', () => {
    const fitted = fitDraft(draft, offer({ pools: [], networks: [] }), true);
    expect(fitted.iso.media.kind).toBe('path');
    expect(fitted.cards.map(({ kind }) => kind)).toEqual(['user', 'user']);
  });

  it('takes the first method that the host can do', () => {
    const methods = offer().methods.map((one) => ({
      ...one,
      refusal: one.method.endsWith('container') ? null : 'This is an LXC host.',
    }));
    expect(fitDraft(draft, offer({ methods }), false).how.method).toBe('os-container');
  });

  it('suggests the started network where the default one is not', () => {
    const network = (name: string, active: boolean) => ({
      name,
      uuid: name,
      active,
      persistent: true,
      autostart: true,
      bridge: null,
    });
    const networks = [network('default', false), network('lan', true)];
    const fitted = fitDraft(draftWith('iso', { cards: [newCard()] }), offer({ networks }), false);
    expect(fitted.cards[0]).toMatchObject({ kind: 'network', network: 'lan' });
  });
});
