import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Job } from '../../../contract/index.ts';
import { draftWith } from '../../../test/fixtures/wizardHost.ts';
import { isJobWatched, putJob, setJobs } from '../../state/jobs.ts';
import { testJob } from '../../state/testRows.ts';
import { followMaking, makeAnother } from './making.ts';
import { resetWizard, useWizard } from './wizardStore.ts';

const job = (change: Partial<Job> = {}) =>
  testJob({ connection: 'lab', uuid: 'u1', stage: 'Creating the disk', ...change });
const told = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  // Somebody who has left the wizard's page.
  vi.stubGlobal('window', { location: { hash: '#/settings' } });
  useWizard.setState({ draft: draftWith('empty'), step: 'review', job: 'j1' });
  setJobs([job()]);
  followMaking('j1');
});
afterEach(() => {
  resetWizard();
  setJobs([]);
  vi.unstubAllGlobals();
});

it('is free for another machine when one is made, and takes nobody away from another page', async () => {
  putJob(job({ state: 'succeeded' }));
  await told();
  expect(useWizard.getState()).toMatchObject({ job: null, step: 'how', failure: null });
  expect(window.location.hash).toBe('#/settings');
});

it('has its answers back with what went wrong', async () => {
  putJob(job({ state: 'failed', error: { kind: 'no-space', message: 'Full.' } }));
  await told();
  const { draft, ...rest } = useWizard.getState();
  expect(draft.review.name).toBe('web');
  expect(rest).toMatchObject({
    job: null,
    step: 'review',
    failure: { name: 'web', stage: 'Creating the disk', cancelled: false, error: { message: 'Full.' } },
  });
});

it('does not wait for a job that another Virtdeck knows nothing of', async () => {
  setJobs([]);
  await told();
  const { job: waitsFor, failure } = useWizard.getState();
  expect(waitsFor).toBeNull();
  expect(failure?.error.message).toContain('ended while it was making');
});

it('leaves alone what is made of the next answers', async () => {
  expect(isJobWatched('j1')).toBe(true);
  makeAnother('j1');
  expect(isJobWatched('j1')).toBe(false);
  useWizard.setState({ job: 'j2' });
  putJob(job({ state: 'failed' }));
  await told();
  expect(useWizard.getState()).toMatchObject({ job: 'j2', failure: null });
});
