import type { MachineSpec } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { askDefinition, readDefinitions } from '../../hypervisor/uses/definitions.ts';

/** No longer than this are definitions read, in ms: the review waits for it. */
const READING_MS = 3_000;

/** MAC addresses that the user has given and that other machines of the host, or two cards of this one, have. */
export async function macWarnings(
  host: Hypervisor,
  { cards }: Pick<MachineSpec, 'cards'>,
): Promise<string[]> {
  const wanted = cards.flatMap(({ mac }) => (mac === null ? [] : [mac.toLowerCase()]));
  if (wanted.length === 0) return [];
  const twice = wanted.filter((mac, index) => wanted.indexOf(mac) !== index);
  const warnings = twice.map((mac) => `Two network cards have the MAC address ${mac}: ${DISTURBS}`);
  const rows = host.inventory.rows();
  const doing = `Reading the MAC addresses of the machines on ${host.connection.name}`;
  const until = performance.now() + READING_MS;
  const texts = await readDefinitions(host, rows, { which: 'saved', doing, until });
  for (const { uuid, name } of rows) {
    const has = macsOf(texts.get(uuid) ?? null);
    for (const mac of new Set(wanted)) {
      if (has.has(mac)) warnings.push(`${name} has the MAC address ${mac}: ${DISTURBS}`);
    }
  }
  return warnings;
}

const DISTURBS = 'in one network they disturb each other.';

function macsOf(xml: string | null): ReadonlySet<string> {
  if (xml === null) return new Set();
  const read = askDefinition(xml, ({ interfaces }) => interfaces.all.map(({ mac }) => mac), []);
  return new Set(read.flatMap((mac) => (mac === null ? [] : [mac.toLowerCase()])));
}
