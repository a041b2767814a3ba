import { LibvirtError } from '../binding/errors.ts';
import { NeedsLibvirt } from '../binding/needs.ts';
import { virDomainXMLFlags as Xml } from '../generated/enums-domain.ts';
import { onJobLane, type Session } from './session.ts';
import { isLinkLost, isUnsupported } from './support/attempt.ts';
import { type LiveStep, runStep } from './support/liveSteps.ts';

/** A domain's definitions; null where there is none. */
export interface BothDefinitions {
  readonly live: string | null;
  readonly saved: string | null;
  /** The same with passwords; null where they were not asked for. */
  readonly secureLive: string | null;
  readonly secureSaved: string | null;
}

/** Reads the definition of the running domain and the saved one, in up to six calls. */
export function bothDefinitions(
  session: Session,
  { uuid, secure }: { uuid: string; secure: boolean },
): BothDefinitions {
  const domain = session.domain(uuid);
  const active = domain.isActive();
  const persistent = domain.isPersistent();
  const inactive = Xml.VIR_DOMAIN_XML_INACTIVE;
  const withSecrets = Xml.VIR_DOMAIN_XML_SECURE;
  return {
    live: active ? domain.getXMLDesc(0) : null,
    saved: persistent ? domain.getXMLDesc(inactive) : null,
    secureLive: secure && active ? domain.getXMLDesc(withSecrets) : null,
    secureSaved: secure && persistent ? domain.getXMLDesc(inactive | withSecrets) : null,
  };
}

/** Why a step was not done. */
export interface StepFailure {
  /** virErrorNumber; 0 for what is wrong before libvirt is asked. */
  readonly code: number;
  readonly message: string;
  /** This hypervisor cannot do it while the domain runs. */
  readonly unsupported: boolean;
}

export interface LiveChangesInput {
  readonly uuid: string;
  readonly steps: readonly LiveStep[];
}

/** Changes a running domain step by step; each step's failure, or null. One that fails stops none after it. */
export function changeLive(session: Session, { uuid, steps }: LiveChangesInput): (StepFailure | null)[] {
  const domain = session.domain(uuid);
  let cpus: number | undefined;
  const hostCpus = (): number => {
    cpus ??= session.connect.nodeGetCPUMap().cpus;
    return cpus;
  };
  return steps.map((step, index) => {
    session.progress(index, steps.length);
    try {
      runStep(domain, step, hostCpus);
      return null;
    } catch (error) {
      return failureOf(error);
    }
  });
}

/** The same beside other calls: a guest that is asked to give a device back may take its time. */
export const changeLiveSlowly = onJobLane(changeLive);

function failureOf(error: unknown): StepFailure {
  if (isLinkLost(error)) throw error;
  if (error instanceof LibvirtError) {
    return { code: error.code, message: error.message, unsupported: isUnsupported(error) };
  }
  if (error instanceof NeedsLibvirt) return { code: 0, message: error.message, unsupported: true };
  if (error instanceof RangeError || error instanceof TypeError) {
    return { code: 0, message: error.message, unsupported: false };
  }
  throw error;
}

/** Makes a disk of a running domain larger or smaller. The guest sees it at once. */
export const resizeBlock = onJobLane(
  (session: Session, { uuid, disk, bytes }: { uuid: string; disk: string; bytes: number }): void => {
    const inBytes = 1;
    session.domain(uuid).blockResize(disk, bytes, inBytes);
  },
);
