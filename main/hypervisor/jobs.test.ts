import { describe, expect, it } from 'vitest';
import { apiError, Job } from '../../contract/index.ts';
import { Jobs } from './jobs.ts';

const spec = { kind: 'create', title: 'Create web1', connection: 'c' };
const cancelled = () => apiError('cancelled', 'Cancelled.');
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(cancelled())));

describe('Jobs', () => {
  it('reports stages, log and end, as the contract wants them', async () => {
    const seen: Job[] = [];
    const jobs = new Jobs((name, payload) => name === 'jobChanged' && seen.push(Job.parse(payload)));
    const id = jobs.start(spec, async (control) => {
      control.stage('Creating the disk');
      control.progress(0.5);
      control.about('11111111-1111-1111-1111-111111111111');
    });
    await jobs.wait(id);
    expect(jobs.get(id)).toMatchObject({ state: 'succeeded', fraction: 1, log: ['Creating the disk'] });
    expect(seen[0]).toMatchObject({ state: 'running', cancellable: true });
    expect(seen.at(-1)).toMatchObject({ state: 'succeeded', uuid: '11111111-1111-1111-1111-111111111111' });
  });

  it('fails with the error of the work, and is forgotten only when asked', async () => {
    const jobs = new Jobs(() => {});
    const id = jobs.start(spec, async () => {
      throw apiError('no-space', 'The pool is full.', 'Free space.');
    });
    expect(() => jobs.dismiss(id)).toThrow('still running');
    await jobs.wait(id);
    expect(jobs.get(id)).toMatchObject({
      state: 'failed',
      error: { kind: 'no-space', message: 'The pool is full.', hint: 'Free space.' },
    });
    jobs.dismiss(id);
    expect(jobs.list).toEqual([]);
  });

  it('is cancelled by the user until it commits', async () => {
    const jobs = new Jobs(() => {});
    const one = jobs.start(spec, ({ signal }) => untilAborted(signal));
    await Promise.resolve();
    jobs.cancel(one);
    await jobs.wait(one);
    expect(jobs.get(one)).toMatchObject({ state: 'cancelled', error: null });

    let finish = () => {};
    const two = jobs.start(spec, (control) => {
      control.commit();
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await Promise.resolve();
    expect(() => jobs.cancel(two)).toThrow('cannot be cancelled any more');
    finish();
    await jobs.wait(two);
    expect(jobs.get(two)?.state).toBe('succeeded');
  });

  it('stop() cancels what runs and does not wait for ever', async () => {
    const jobs = new Jobs(() => {});
    const deaf = jobs.start(spec, () => new Promise(() => {}));
    const good = jobs.start(spec, ({ signal }) => untilAborted(signal));
    await Promise.resolve();
    await jobs.stop(20);
    expect(jobs.get(good)?.state).toBe('cancelled');
    expect(jobs.get(deaf)?.state).toBe('running');
  });

  it('keeps at most the last lines of a long log', async () => {
    const jobs = new Jobs(() => {});
    const id = jobs.start(spec, async (control) => {
      for (let line = 0; line < 500; line++) control.log(String(line));
    });
    await jobs.wait(id);
    expect(jobs.get(id)?.log).toHaveLength(200);
    expect(jobs.get(id)?.log.at(-1)).toBe('499');
  });
});
