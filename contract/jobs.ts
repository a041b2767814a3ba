import { z } from 'zod';
import { ConnectionId, JobId, Timestamp, Uuid } from './common.ts';
import { ApiErrorData } from './errors.ts';

export const JobState = z.enum(['running', 'succeeded', 'failed', 'cancelled']);
export type JobState = z.infer<typeof JobState>;

/** Everything that takes time (design, section 4): kept in main, survives a window reload. */
export const Job = z.object({
  id: JobId,
  /** What kind of work: "create", "save", "upload"... */
  kind: z.string(),
  /** In words: "Create web1 on lab2". */
  title: z.string(),
  connection: ConnectionId.nullable(),
  /** The domain it is about, once there is one. */
  uuid: Uuid.nullable(),
  state: JobState,
  /** The step under way, in words. */
  stage: z.string(),
  /** 0 to 1; null where it is not known. */
  fraction: z.number().min(0).max(1).nullable(),
  startedAt: Timestamp,
  endedAt: Timestamp.nullable(),
  cancellable: z.boolean(),
  error: ApiErrorData.nullable(),
  /** Lines about what was done, oldest first; at most 200. */
  log: z.array(z.string()),
});
export type Job = z.infer<typeof Job>;
