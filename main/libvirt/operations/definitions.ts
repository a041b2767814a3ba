import { virDomainUndefineFlagsValues as Undefine } from '../generated/enums-domain.ts';
import { onJobLane, type Session } from './session.ts';
import { isUnsupported, whereKnown } from './support/attempt.ts';
import { uuidOf } from './support/uuids.ts';

/** The XML of a domain. Flags: virDomainXMLFlags (secure 1, inactive 2, updated CPU 4, migratable 8). */
export function domainXML(session: Session, { uuid, flags = 0 }: { uuid: string; flags?: number }): string {
  return session.domain(uuid).getXMLDesc(flags);
}

/** The XML of several domains in turn; null for those that are gone or refuse. */
export function domainXMLs(
  session: Session,
  { uuids, flags = 0 }: { uuids: readonly string[]; flags?: number },
): (string | null)[] {
  return uuids.map((uuid) =>
    session.cancelled() ? null : whereKnown(() => session.domain(uuid).getXMLDesc(flags), null),
  );
}

/** What came of a definition. */
export interface Defined {
  readonly uuid: string;
  readonly name: string;
}

/** Defines a domain, or replaces its definition. Flags: virDomainDefineFlags (validate 1). */
export function defineDomain(session: Session, { xml, flags = 0 }: { xml: string; flags?: number }): Defined {
  const domain =
    flags === 0 ? session.connect.domainDefineXML(xml) : session.connect.domainDefineXMLFlags(xml, flags);
  const uuid = uuidOf(domain);
  session.keepDomain(uuid, domain);
  return { uuid, name: domain.getName() };
}

/** Starts a domain without defining it. Flags: virDomainCreateFlags. */
export const createDomainXML = onJobLane(
  (session: Session, { xml, flags = 0 }: { xml: string; flags?: number }): Defined => {
    const domain = session.connect.domainCreateXML(xml, flags);
    const uuid = uuidOf(domain);
    session.keepDomain(uuid, domain);
    return { uuid, name: domain.getName() };
  },
);

/** What goes with a definition when it is removed. */
export interface UndefineInput {
  readonly uuid: string;
  /** virDomainUndefineFlagsValues. */
  readonly flags?: number;
}

/** Newer flags, left out one after another for drivers that do not know them. */
const OPTIONAL = [
  Undefine.VIR_DOMAIN_UNDEFINE_TPM,
  Undefine.VIR_DOMAIN_UNDEFINE_KEEP_TPM,
  Undefine.VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA,
  Undefine.VIR_DOMAIN_UNDEFINE_NVRAM,
];

/**
 * Removes a domain's definition. Flags for what this driver never has (TPM state, checkpoints, NVRAM) are
 * dropped where it does not know them; the others are not.
 */
export function undefineDomain(session: Session, { uuid, flags = 0 }: UndefineInput): void {
  const domain = session.domain(uuid);
  let remaining: number = flags;
  const optional = OPTIONAL.filter((flag) => (flags & flag) !== 0);
  for (;;) {
    try {
      if (remaining === 0) domain.undefine();
      else domain.undefineFlags(remaining);
      session.forgetDomain(uuid);
      return;
    } catch (error) {
      const drop = optional.shift();
      if (drop === undefined || !isUnsupported(error)) throw error;
      remaining &= ~drop;
    }
  }
}

/** Gives an inactive domain another name. */
export function renameDomain(session: Session, { uuid, name }: { uuid: string; name: string }): void {
  session.domain(uuid).rename(name);
  session.forgetDomain(uuid);
}
