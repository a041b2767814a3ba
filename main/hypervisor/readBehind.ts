import type { Agent } from '../libvirt/agent/agent.ts';
import type { DomainAgentEvent } from '../libvirt/agent/events.ts';
import {
  virConnectDomainEventAgentLifecycleState as AgentState,
  virDomainEventType as Type,
} from '../libvirt/generated/enums-domain.ts';
import { DETAIL_NAMESPACES, toDetails } from './details.ts';
import { DetailsFiller } from './detailsFiller.ts';
import { AddressFiller } from './guests/addressFiller.ts';
import type { DomainDetails, Inventory, InventorySource } from './inventory.ts';

export interface ReadBehindOptions {
  readonly agent: Agent;
  readonly inventory: Inventory;
  /** For drivers whose list lacks vcpus, memory and reasons; null: nothing lacks. */
  readonly source: InventorySource | null;
  /** All details have been read. */
  readonly done: () => void;
  /** Whether somebody sees the machines, and their guests may be asked. */
  readonly seen: () => boolean;
}

/** Reads behind what the list of an open connection's machines does not tell: details, and addresses of guests. */
export class ReadBehind {
  readonly #details: DetailsFiller;
  readonly #addresses: AddressFiller;

  constructor({ agent, inventory, source, done, seen }: ReadBehindOptions) {
    this.#details = new DetailsFiller({
      read: async (uuids) => {
        const more = source ? await source.refresh(uuids) : [];
        for (const row of more) inventory.change(row.uuid, row);
        const found = await agent.call('domainMetadata', { uuids, namespaces: DETAIL_NAMESPACES });
        return new Map<string, DomainDetails>(found.map((one) => [one.uuid, toDetails(one)]));
      },
      found: (uuid, details) => inventory.change(uuid, details),
      done,
    });
    this.#addresses = new AddressFiller({
      read: (uuids, sources, slow) =>
        agent.call(slow ? 'guestAddressesSlowly' : 'guestAddresses', { uuids, sources }),
      // It may have ended while it was asked about.
      found: (uuid, addresses) => {
        if ((inventory.row(uuid)?.id ?? null) !== null) inventory.change(uuid, { addresses });
      },
      active: () => inventory.rows().flatMap(({ id, uuid }) => (id === null ? [] : [uuid])),
      seen,
    });
    this.#details.add(inventory.rows().map((row) => row.uuid));
  }

  /** Somebody looks at these: what is still to be read of them is read first. */
  hurry(uuids: readonly string[]): void {
    this.#details.hurry(uuids);
    this.#addresses.hurry(uuids);
  }

  /** What has happened to a machine, and may have changed what was read of it. */
  take(event: DomainAgentEvent): void {
    const { uuid } = event;
    if (event.event === 'metadata-change') this.#details.first([uuid]);
    else if (event.event === 'agent-lifecycle') {
      const { VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED: connected } = AgentState;
      this.#addresses.changed(uuid, event.state === connected);
    } else if (event.event === 'lifecycle') {
      if (event.type === Type.VIR_DOMAIN_EVENT_DEFINED) this.#details.first([uuid]);
      if (event.type === Type.VIR_DOMAIN_EVENT_STARTED) this.#addresses.changed(uuid, false);
      if (event.type === Type.VIR_DOMAIN_EVENT_STOPPED) this.#addresses.forget(uuid);
    }
  }

  stop(): void {
    this.#details.stop();
    this.#addresses.stop();
  }
}
