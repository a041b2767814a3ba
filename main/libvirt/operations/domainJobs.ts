import type { TypedParams } from '../binding/params.ts';
import { virDomainGetJobStatsFlags as Flags } from '../generated/enums-domain.ts';
import type { DomainJobInfo } from '../generated/structs.ts';
import type { Session } from './session.ts';
import { whereSupported } from './support/attempt.ts';

/** Progress of the job that runs on a domain (migration, save, dump...). Sizes in bytes, times in ms. */
export function domainJobInfo(session: Session, { uuid }: { uuid: string }): DomainJobInfo {
  return session.domain(uuid).getJobInfo();
}

/** Everything that libvirt tells about a job: its type (virDomainJobType) and its figures by name. */
export interface DomainJobStats {
  readonly type: number;
  readonly params: TypedParams;
}

/** Figures of the job under way, or of the one that has ended; null where the driver has none. */
export function domainJobStats(
  session: Session,
  { uuid, completed = false }: { uuid: string; completed?: boolean },
): DomainJobStats | null {
  const flags = completed ? Flags.VIR_DOMAIN_JOB_STATS_COMPLETED : 0;
  return whereSupported(() => {
    const { type, params } = session.domain(uuid).getJobStats(flags);
    // The parameters have no prototype; a copy with one crosses as well and is like any other object.
    return { type, params: { ...params } };
  }, null);
}

/** Stops the job that runs on a domain. Runs beside it, on the other connection. */
export function abortDomainJob(session: Session, { uuid }: { uuid: string }): void {
  session.domain(uuid).abortJob();
}
