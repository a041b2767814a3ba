import { create } from 'zustand';
import type { Job, JobId } from '../../contract/index.ts';

interface JobsState {
  readonly byId: ReadonlyMap<JobId, Job>;
}

/** Everything that takes time, as main last described it. */
export const useJobs = create<JobsState>()(() => ({ byId: new Map() }));

/** Replaces everything, at the start of the window. */
export function setJobs(list: readonly Job[]): void {
  useJobs.setState({ byId: new Map(list.map((job) => [job.id, job])) });
}

/** Adds a job, or replaces what was known of it. */
export function putJob(job: Job): void {
  useJobs.setState(({ byId }) => ({ byId: new Map(byId).set(job.id, job) }));
}

/** Forgets a job that was dismissed. */
export function dropJob(id: JobId): void {
  useJobs.setState(({ byId }) => {
    const rest = new Map(byId);
    rest.delete(id);
    return { byId: rest };
  });
}

/** Jobs whose end a page of this window shows by itself. */
const watched = new Set<JobId>();

/** A page of this window shows the end of a job from now on: nothing else tells of it. */
export function watchJob(id: JobId): void {
  watched.add(id);
}

/** The end of a job is told like that of every other one again. */
export function unwatchJob(id: JobId): void {
  watched.delete(id);
}

/** Whether a page of this window shows the end of a job. */
export function isJobWatched(id: JobId): boolean {
  return watched.has(id);
}

/** Whether nothing more will happen to it. */
export function isEnded(job: Pick<Job, 'state'>): boolean {
  return job.state === 'succeeded' || job.state === 'failed' || job.state === 'cancelled';
}

/** Jobs to show: those under way first, then the ended ones, the newest of each first. */
export function orderJobs(jobs: Iterable<Job>): Job[] {
  return [...jobs].sort((a, b) => Number(isEnded(a)) - Number(isEnded(b)) || b.startedAt - a.startedAt);
}

/** How many are under way. */
export function useRunningJobs(): number {
  return useJobs(({ byId }) => {
    let count = 0;
    for (const job of byId.values()) if (!isEnded(job)) count += 1;
    return count;
  });
}
