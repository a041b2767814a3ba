import { LibvirtError } from '../binding/errors.ts';
import {
  virDomainModificationImpact as Impact,
  virDomainMetadataType as Kind,
} from '../generated/enums-domain.ts';
import { virErrorNumber } from '../generated/enums-error.ts';
import type { Domain } from '../typed/domain.ts';
import type { Session } from './session.ts';
import { isGone } from './support/attempt.ts';

/** Texts that users attach to domains. */
export interface DomainMetadata {
  readonly uuid: string;
  readonly title: string | null;
  readonly description: string | null;
  /** The XML elements asked for, by namespace URI. */
  readonly elements: Readonly<Record<string, string | null>>;
}

export interface MetadataInput {
  readonly uuids: readonly string[];
  /** Namespaces of the metadata elements to read. */
  readonly namespaces: readonly string[];
}

/**
 * Reads title, description and metadata elements of some domains: two calls and one per namespace each.
 * Domains that are gone are left out.
 */
export function domainMetadata(session: Session, { uuids, namespaces }: MetadataInput): DomainMetadata[] {
  const found: DomainMetadata[] = [];
  for (const uuid of uuids) {
    if (session.cancelled()) break;
    try {
      const domain = session.domain(uuid);
      const elements = namespaces.map((uri) => [uri, read(domain, Kind.VIR_DOMAIN_METADATA_ELEMENT, uri)]);
      found.push({
        uuid,
        title: read(domain, Kind.VIR_DOMAIN_METADATA_TITLE, null),
        description: read(domain, Kind.VIR_DOMAIN_METADATA_DESCRIPTION, null),
        elements: Object.fromEntries(elements),
      });
    } catch (error) {
      if (!isGone(error)) throw error;
      session.forgetDomain(uuid);
    }
  }
  return found;
}

/** What is not there is an error of its own in libvirt. */
function read(domain: Domain, kind: number, uri: string | null): string | null {
  try {
    return domain.getMetadata(kind, uri, Impact.VIR_DOMAIN_AFFECT_CURRENT);
  } catch (error) {
    if (error instanceof LibvirtError && ABSENT.has(error.code)) return null;
    throw error;
  }
}

const ABSENT = new Set<number>([
  virErrorNumber.VIR_ERR_NO_DOMAIN_METADATA,
  virErrorNumber.VIR_ERR_NO_SUPPORT,
  virErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
]);

export interface SetMetadataInput {
  readonly uuid: string;
  readonly what: 'title' | 'description' | 'element';
  /** The text, or the XML of the element; null removes it. */
  readonly value: string | null;
  /** For elements: the prefix to use and the namespace. */
  readonly key?: string;
  readonly namespace?: string;
}

const KINDS = {
  title: Kind.VIR_DOMAIN_METADATA_TITLE,
  description: Kind.VIR_DOMAIN_METADATA_DESCRIPTION,
  element: Kind.VIR_DOMAIN_METADATA_ELEMENT,
};

/** Sets one text of a domain, in its definition and in the running domain too. */
export function setDomainMetadata(session: Session, input: SetMetadataInput): void {
  const domain = session.domain(input.uuid);
  const active = domain.isActive();
  const persistent = domain.isPersistent();
  const impact =
    (active ? Impact.VIR_DOMAIN_AFFECT_LIVE : 0) | (persistent ? Impact.VIR_DOMAIN_AFFECT_CONFIG : 0);
  domain.setMetadata(KINDS[input.what], input.value, input.key ?? null, input.namespace ?? null, impact);
}
