import { type DomainRow, isActive } from '../../../contract/index.ts';
import { Domain, XmlError } from '../../../model/index.ts';
import { virDomainXMLFlags as Xml } from '../../libvirt/generated/enums-domain.ts';
import type { Hypervisor } from '../hypervisor.ts';

/** Definitions read with one call: other calls wait as long. */
const BATCH = 20;
/** Machines whose definitions are read only to show who has something; on larger hosts only those that run. */
const MOST_SHOWN = 300;

export interface Reading {
  /** The definition that machines start with next, or the one that they run with. */
  readonly which: 'saved' | 'running';
  /** What the calls are for, in words for errors. */
  readonly doing: string;
  /** When to begin no further call, as performance.now() tells; without it all are read. */
  readonly until?: number;
}

/**
 * Reads definitions of several machines, some at a time.
 * @returns by UUID in the order asked for; null for one that is gone or refuses. What there was no time for is missing.
 * @throws ApiError when the connection fails
 */
export async function readDefinitions(
  host: Hypervisor,
  rows: readonly Pick<DomainRow, 'uuid'>[],
  { which, doing, until = Number.POSITIVE_INFINITY }: Reading,
): Promise<Map<string, string | null>> {
  const flags = which === 'saved' ? Xml.VIR_DOMAIN_XML_INACTIVE : 0;
  const read = new Map<string, string | null>();
  for (let from = 0; from < rows.length && performance.now() < until; from += BATCH) {
    const uuids = rows.slice(from, from + BATCH).map(({ uuid }) => uuid);
    const texts = await host.connection.call('domainXMLs', { uuids, flags }, doing);
    for (const [index, uuid] of uuids.entries()) read.set(uuid, texts[index] ?? null);
  }
  return read;
}

/**
 * The saved definitions of a host's machines, for what is only shown: of a large host those of the running ones.
 * Machines that are gone or refuse are left out.
 */
export async function shownDefinitions(
  host: Hypervisor,
  doing: string,
): Promise<{ row: DomainRow; xml: string }[]> {
  const all = host.inventory.rows();
  const rows = all.length > MOST_SHOWN ? all.filter(isActive) : all;
  const texts = await readDefinitions(host, rows, { which: 'saved', doing });
  return rows.flatMap((row) => {
    const xml = texts.get(row.uuid) ?? null;
    return xml === null ? [] : [{ row, xml }];
  });
}

/** Asks a definition something; `unreadable` is the answer of one that cannot be parsed. */
export function askDefinition<T>(xml: string, ask: (domain: Domain) => T, unreadable: T): T {
  let domain: Domain;
  try {
    domain = Domain.parse(xml);
  } catch (error) {
    if (error instanceof XmlError) return unreadable;
    throw error;
  }
  return ask(domain);
}
