import type { AddressSource, GuestFacts } from '../../../contract/index.ts';
import { virErrorNumber as Code } from '../../libvirt/generated/enums-error.ts';
import type { GuestReport } from '../../libvirt/operations/guests.ts';
import { readDomain } from '../editing/documents.ts';
import { toApiError } from '../errors.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { agentFacts, guestInterfaces, listedAddresses } from './agentFacts.ts';

/** Agents of one host that may keep us waiting at the same time: each of them holds a worker. */
const MOST_WAITING = 3;
/** An agent that has not answered after this is silent, in ms; libvirt itself waits five seconds. */
const PATIENCE_MS = 9_000;

type Addresses = Pick<GuestFacts, 'source' | 'interfaces'>;
const NONE: Addresses = { source: null, interfaces: [] };

/** Questions to guests, asked when somebody looks. */
export class Guests {
  readonly #patienceMs: number;
  /** Reports that have not come, by machine: a guest that hangs is not asked a second time. */
  readonly #waiting = new WeakMap<Hypervisor, Map<string, Promise<GuestReport>>>();

  constructor(patienceMs = PATIENCE_MS) {
    this.#patienceMs = patienceMs;
  }

  /** What the agent says, and where it says nothing of addresses, what the host knows of them. */
  async look(host: Hypervisor, uuid: string): Promise<GuestFacts> {
    const row = host.row(uuid);
    const empty = { facts: null, problem: null, time: Date.now(), ...NONE };
    if (row.id === null) return { ...empty, agent: 'off' };
    if (!host.hasGuests) return { ...empty, agent: 'unsupported' };
    const report = await this.#report(host, uuid);
    const interfaces = report?.interfaces ? guestInterfaces(report.interfaces) : [];
    const told = interfaces.some(({ addresses }) => addresses.length > 0);
    const addresses: Addresses = told ? { source: 'agent', interfaces } : await hostsAddresses(host, uuid);
    const known = listedAddresses(addresses.interfaces.flatMap((nic) => nic.addresses));
    if (host.inventory.row(uuid)?.id === row.id) host.inventory.change(uuid, { addresses: known });
    const time = Date.now();
    if (report?.info) {
      const facts = agentFacts(report.info, report.clock);
      return { agent: 'answers', problem: null, facts, time, ...addresses };
    }
    const agent = report?.failure ? await whyNone(host, uuid, report.failure.code) : 'silent';
    return { agent, problem: report?.failure?.message ?? null, facts: null, time, ...addresses };
  }

  /** Null: nobody answers in time. */
  async #report(host: Hypervisor, uuid: string): Promise<GuestReport | null> {
    const waiting = this.#waiting.get(host) ?? new Map<string, Promise<GuestReport>>();
    this.#waiting.set(host, waiting);
    let asked = waiting.get(uuid);
    if (!asked) {
      if (waiting.size >= MOST_WAITING) return null;
      const doing = host.connection.doing('Asking the guest agent of', host.row(uuid));
      asked = host.connection.call('guestReport', { uuid }, doing);
      waiting.set(uuid, asked);
      const over = (): void => {
        if (waiting.get(uuid) === asked) waiting.delete(uuid);
      };
      asked.then(over, over);
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), this.#patienceMs);
    });
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Addresses from leases or the host's ARP table. */
async function hostsAddresses(host: Hypervisor, uuid: string): Promise<Addresses> {
  const sources: AddressSource[] = ['lease', 'arp'];
  const doing = host.connection.doing('Asking for the addresses of', host.row(uuid));
  const found = await host.connection.call('domainAddresses', { uuid, sources }, doing);
  return found ? { source: found.source, interfaces: guestInterfaces(found.interfaces) } : NONE;
}

async function whyNone(host: Hypervisor, uuid: string, code: number): Promise<GuestFacts['agent']> {
  if (code === Code.VIR_ERR_OPERATION_INVALID) return 'off';
  try {
    const domain = readDomain(await host.xml(uuid, false), 'The definition of the running machine');
    const channel = [...domain.channels].find(({ name }) => name === 'org.qemu.guest_agent.0');
    if (code === Code.VIR_ERR_NO_SUPPORT || code === 0) return 'unsupported';
    if (!channel) return 'no-channel';
    return channel.state === 'connected' ? 'silent' : 'absent';
  } catch (error) {
    throw toApiError(error, { doing: host.connection.doing('Asking', host.row(uuid)) });
  }
}
