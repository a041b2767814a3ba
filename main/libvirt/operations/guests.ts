import { virDomainInterfaceAddressesSource as Source } from '../generated/enums-domain.ts';
import type { DomainInterface } from '../generated/structs.ts';
import { onJobLane, type Session } from './session.ts';
import { whereKnown } from './support/attempt.ts';
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
