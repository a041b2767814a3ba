import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft, newCloudUser, newDisk } from '../draft/draft.ts';
import { draftWith } from '../draft/testHost.ts';
import { answersOf, draftFrom } from './answers.ts';

const secret = 'hunter2';
const full: Draft = draftWith('cloud', {
  kernel: { ...emptyDraft().kernel, arguments: `inst.vnc inst.vncpassword=${secret}` },
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
    expect(leftOut).toHaveLength(6);
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
  });

  it('of another kind than expected give what one begins with', () => {
    expect(draftFrom({ how: { method: 'teleport' }, resources: [] }, null)).toMatchObject({
      how: { method: 'iso' },
      resources: { vcpus: null },
    });
  });
});
