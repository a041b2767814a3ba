import { describe, expect, it } from 'vitest';
import { draftWith } from '../../../../test/fixtures/wizardHost.ts';
import { type Draft, emptyDraft, newCard, newCloudUser, newDisk } from '../draft/draft.ts';
import { answersOf, draftFrom } from './answers.ts';

const secret = 'hunter2';
const full: Draft = draftWith('cloud', {
  kernel: {
    ...emptyDraft().kernel,
    kernel: { ...emptyDraft().kernel.kernel, url: `https://ada:${secret}@mirror/linux` },
    arguments: `inst.vnc inst.vncpassword=${secret}`,
  },
  tree: { location: `ftp://ada:${secret}@mirror/debian/`, arguments: 'quiet' },
  cards: [newCard({ network: 'default', mac: '52:54:00:12:34:56' })],
  cloud: {
    ...emptyDraft().cloud,
    init: {
      ...emptyDraft().cloud.init,
      hostname: 'web',
      users: [newCloudUser({ name: 'ada', password: secret })],
      commands: `echo root:${secret} | chpasswd`,
      userData: `#cloud-config\npassword: ${secret}\n`,
    },
  },
  unattended: { ...emptyDraft().unattended, adminPassword: secret, userPassword: secret, productKey: secret },
  resources: { ...emptyDraft().resources, vcpus: 3, disks: [newDisk({ sizeGiB: 9 }), newDisk()] },
  platform: { tpm: '2.0' },
});

describe('recipes', () => {
  it('hold no secret, and say what they leave out', () => {
    const { answers, leftOut } = answersOf(full);
    expect(JSON.stringify(answers)).not.toContain(secret);
    expect(leftOut).toHaveLength(8);
    expect(answersOf(draftWith('iso')).leftOut).toEqual([]);
  });

  it('give the other answers back, on another host and without a name', () => {
    const kept: Record<string, unknown> = JSON.parse(JSON.stringify(answersOf(full).answers));
    const draft = draftFrom(kept, 'other');
    expect(draft.how).toMatchObject({ connection: 'other', method: 'cloud' });
    expect(draft.cloud.init).toMatchObject({ hostname: 'web', users: [{ name: 'ada', password: '' }] });
    expect(draft.resources.vcpus).toBe(3);
    expect(draft.resources.disks.map(({ sizeGiB }) => sizeGiB)).toEqual([9, null]);
    expect(draft.platform).toEqual({ tpm: '2.0' });
    expect(draft.review.name).toBe('');
    expect(draft.tree.arguments).toBe('quiet');
    expect(draft.cards).toMatchObject([{ network: 'default', mac: '' }]);
  });

  it('of another kind than expected give what one begins with', () => {
    expect(draftFrom({ how: { method: 'teleport' }, resources: [] }, null)).toMatchObject({
      how: { method: 'iso' },
      resources: { vcpus: null },
    });
  });
});
