import { LibvirtError } from '../binding/errors.ts';
import { NeedsLibvirt } from '../binding/needs.ts';
import type { TypedParams } from '../binding/params.ts';
import { virDomainInterfaceAddressesSource as Source } from '../generated/enums-domain.ts';
import type { DomainInterface } from '../generated/structs.ts';
import { onJobLane, type Session } from './session.ts';
import { isGone, isLinkLost, whereKnown } from './support/attempt.ts';
import { readAll } from './support/streams.ts';

/** Where addresses of a guest may be known from, best first. */
const SOURCES = {
  agent: Source.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT,
  lease: Source.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE,
  arp: Source.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP,
} as const;

export type AddressSource = keyof typeof SOURCES;

export interface AddressesInput {
  readonly uuid: string;
  readonly sources: readonly AddressSource[];
}

/** The guest's network interfaces, and which source knew them. */
export interface DomainAddresses {
  readonly source: AddressSource;
  readonly interfaces: DomainInterface[];
}

/**
 * Asks the sources in turn for the guest's addresses; null when none knows any. The guest agent may take
 * some seconds not to answer.
 */
export function domainAddresses(session: Session, { uuid, sources }: AddressesInput): DomainAddresses | null {
  const domain = session.domain(uuid);
  for (const source of sources) {
    const interfaces = whereKnown(() => domain.interfaceAddresses(SOURCES[source]), []);
    if (interfaces.some((nic) => nic.addrs.length > 0)) return { source, interfaces };
  }
  return null;
}

/** A guest's addresses, as `addr/prefix`, without those that only it can use; null: nobody knows any. */
export interface ShortAddresses {
  readonly uuid: string;
  readonly source: AddressSource | null;
  readonly addresses: readonly string[];
}

/**
 * Addresses of some guests, from the first source of each that knows any. Up to a call for each source and guest;
 * guests that are gone are left out.
 */
export function guestAddresses(
  session: Session,
  { uuids, sources }: { uuids: readonly string[]; sources: readonly AddressSource[] },
): ShortAddresses[] {
  const found: ShortAddresses[] = [];
  for (const uuid of uuids) {
    if (session.cancelled()) break;
    try {
      const known = domainAddresses(session, { uuid, sources });
      const addresses = (known?.interfaces ?? []).flatMap((nic) =>
        nic.name === 'lo' ? [] : nic.addrs.map(({ addr }) => addr ?? ''),
      );
      found.push({ uuid, source: known?.source ?? null, addresses });
    } catch (error) {
      if (!isGone(error)) throw error;
      session.forgetDomain(uuid);
    }
  }
  return found;
}

/** The same beside other calls: an agent may take its time. */
export const guestAddressesSlowly = onJobLane(guestAddresses);

/** What the guest's agent says. */
export interface GuestReport {
  /** virDomainGetGuestInfo's figures by name; null: it gave none. */
  readonly info: Readonly<TypedParams> | null;
  /** The guest's clock in ms since 1970, and ours when it was read; null: not told. */
  readonly clock: { readonly guest: number; readonly ours: number } | null;
  /** Its interfaces with their addresses; null: not told. */
  readonly interfaces: readonly DomainInterface[] | null;
  /** Why it gave no information; code 0: the library is too old. */
  readonly failure: { readonly code: number; readonly message: string } | null;
}

/**
 * Asks the guest's agent for everything that it tells, in three calls. One that does not answer at all is given up by
 * libvirt after seconds; one that begins to answer and stops holds its lane until the guest ends.
 */
export const guestReport = onJobLane((session: Session, { uuid }: { uuid: string }): GuestReport => {
  const domain = session.domain(uuid);
  let info: TypedParams;
  try {
    // 0: whatever this agent can tell, instead of an error for what it cannot.
    info = { ...domain.getGuestInfo(0) };
  } catch (error) {
    return { info: null, clock: null, interfaces: null, failure: refusalOf(error) };
  }
  const clock = whereKnown(() => {
    const asked = Date.now();
    const { seconds, nseconds } = domain.getTime();
    return { guest: seconds * 1000 + Math.round(nseconds / 1e6), ours: Math.round((asked + Date.now()) / 2) };
  }, null);
  const interfaces = whereKnown(() => domain.interfaceAddresses(SOURCES.agent), null);
  return { info, clock, interfaces, failure: null };
});

function refusalOf(error: unknown): { code: number; message: string } {
  if (isLinkLost(error)) throw error;
  if (error instanceof LibvirtError) return { code: error.code, message: error.message };
  if (error instanceof NeedsLibvirt) return { code: 0, message: error.message };
  throw error;
}

/** Sizes of a disk in bytes, or why there are none. */
export type DiskSizes =
  | { readonly capacity: number; readonly allocation: number; readonly physical: number }
  | { readonly problem: string };

/** Sizes of some disks of a domain by their targets: a call for each. */
export const diskSizes = onJobLane(
  (session: Session, { uuid, targets }: { uuid: string; targets: readonly string[] }): DiskSizes[] => {
    const domain = session.domain(uuid);
    return targets.map((target) => {
      if (session.cancelled()) return { problem: 'Cancelled.' };
      try {
        return domain.getBlockInfo(target);
      } catch (error) {
        return { problem: refusalOf(error).message };
      }
    });
  },
);

/** The XML of the volume at a path on the host; null: it is in no pool. */
export function volumeAt(session: Session, { path }: { path: string }): string | null {
  return whereKnown(() => session.own(session.connect.storageVolLookupByPath(path)).getXMLDesc(), null);
}

/** The largest picture that is taken: 8K in true colour. */
const MAX_PICTURE = 128 * 1024 * 1024;

export interface Screenshot {
  /** The MIME type that libvirt names: image/x-portable-pixmap, image/png. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Takes a picture of the guest's screen. */
export const screenshot = onJobLane(
  (session: Session, { uuid, screen = 0 }: { uuid: string; screen?: number }): Screenshot => {
    const domain = session.domain(uuid);
    let type = '';
    const bytes = readAll(session, MAX_PICTURE, (stream) => {
      type = domain.screenshot(stream, screen);
    });
    return { type, bytes };
  },
);
