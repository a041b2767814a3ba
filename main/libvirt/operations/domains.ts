import { onJobLane, type Session } from './session.ts';

/** A domain, and libvirt's own flags for what is done to it. */
export interface DomainInput {
  readonly uuid: string;
  /** 0 when left out. */
  readonly flags?: number;
}

/** Boots a domain, or restores it from its managed save. Flags: virDomainCreateFlags. */
export const startDomain = onJobLane((session: Session, { uuid, flags = 0 }: DomainInput): void => {
  session.domain(uuid).createWithFlags(flags);
});

/** Asks the guest to shut down; it may take its time, or not listen. Flags: virDomainShutdownFlagValues. */
export function shutdownDomain(session: Session, { uuid, flags = 0 }: DomainInput): void {
  session.domain(uuid).shutdownFlags(flags);
}

/** Asks the guest to reboot. Flags: virDomainRebootFlagValues. */
export function rebootDomain(session: Session, { uuid, flags = 0 }: DomainInput): void {
  session.domain(uuid).reboot(flags);
}

/** Presses the reset button. */
export function resetDomain(session: Session, { uuid, flags = 0 }: DomainInput): void {
  session.domain(uuid).reset(flags);
}

/** Forces a domain off. May wait for its process for some seconds. Flags: virDomainDestroyFlagsValues. */
export const destroyDomain = onJobLane((session: Session, { uuid, flags = 0 }: DomainInput): void => {
  session.domain(uuid).destroyFlags(flags);
});

/** Pauses a domain. */
export function suspendDomain(session: Session, { uuid }: DomainInput): void {
  session.domain(uuid).suspend();
}

/** Goes on with a paused domain. */
export function resumeDomain(session: Session, { uuid }: DomainInput): void {
  session.domain(uuid).resume();
}

/** Wakes a guest from its own sleep. */
export function wakeDomain(session: Session, { uuid, flags = 0 }: DomainInput): void {
  session.domain(uuid).pmWakeup(flags);
}

/** Writes the memory to libvirt's own place and turns the domain off. Flags: virDomainSaveRestoreFlags. */
export const managedSaveDomain = onJobLane((session: Session, { uuid, flags = 0 }: DomainInput): void => {
  session.domain(uuid).managedSave(flags);
});

/** Throws a managed save away: the next start boots. */
export function removeManagedSave(session: Session, { uuid }: DomainInput): void {
  session.domain(uuid).managedSaveRemove();
}

/** Sets whether the domain starts with its host. */
export function setDomainAutostart(
  session: Session,
  { uuid, autostart }: { uuid: string; autostart: boolean },
): void {
  session.domain(uuid).setAutostart(autostart);
}
