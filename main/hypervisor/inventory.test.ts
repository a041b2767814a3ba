import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DomainRow, Events } from '../../contract/index.ts';
import type { DomainAgentEvent } from '../libvirt/agent/events.ts';
import { AgentFailure } from '../libvirt/agent/failures.ts';
import { Inventory, type ListedDomain } from './inventory.ts';

const uuidOf = (n: number) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
const domain = (n: number, change: Partial<ListedDomain> = {}): ListedDomain => ({
  uuid: uuidOf(n),
  name: `vm${n}`,
  id: null,
  state: 'shutoff',
  reason: 'unknown',
  persistent: true,
  autostart: false,
  managedSave: false,
  hasSnapshots: false,
  vcpus: 1,
  memoryKiB: 1024,
  maxMemoryKiB: 1024,
  ...change,
});
const lifecycle = (n: number, type: number, detail = 0, id: number | null = null): DomainAgentEvent => ({
  kind: 'domain',
  uuid: uuidOf(n),
  name: `vm${n}`,
  id,
  event: 'lifecycle',
  type,
  detail,
});

/** What a window would have: the snapshot with every patch applied, checked for gaps. */
class Window {
  rows = new Map<string, DomainRow>();
  revision = -1;
  patches: Events['inventoryPatch'][] = [];
  times: number[] = [];

  readonly emit = <N extends 'inventoryPatch' | 'inventorySnapshot'>(name: N, payload: Events[N]): void => {
    if (name === 'inventorySnapshot' && 'domains' in payload) {
      this.rows = new Map(payload.domains.map((row) => [row.uuid, row]));
    } else if ('added' in payload) {
      expect(payload.revision).toBe(this.revision + 1);
      this.patches.push(payload);
      this.times.push(performance.now());
      for (const row of payload.added) this.rows.set(row.uuid, row);
      for (const row of payload.changed)
        this.rows.set(row.uuid, Object.assign({ ...this.rows.get(row.uuid)! }, row));
      for (const uuid of payload.removed) expect(this.rows.delete(uuid)).toBe(true);
    }
    this.revision = payload.revision;
  };
}

/** A hypervisor whose answers can be held back. */
class Host {
  domains = new Map<string, ListedDomain>();
  lists = 0;
  refreshes: string[][] = [];
  gate: Promise<void> = Promise.resolve();

  set(one: ListedDomain) {
    this.domains.set(one.uuid, one);
  }
  async list() {
    this.lists++;
    const answer = [...this.domains.values()];
    await this.gate;
    return answer;
  }
  async refresh(uuids: readonly string[]) {
    this.refreshes.push([...uuids]);
    const answer = uuids.flatMap((uuid) => this.domains.get(uuid) ?? []);
    await this.gate;
    return answer;
  }
}

let host: Host;
let window: Window;
let inventory: Inventory;
/** Domains that were told to be gone. */
let gone: DomainRow[];
const settle = () => vi.advanceTimersByTimeAsync(250);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  host = new Host();
  window = new Window();
  gone = [];
  inventory = new Inventory('c', window.emit, (row) => gone.push(row));
  for (let n = 0; n < 3; n++) host.set(domain(n));
  await inventory.load(host);
  await settle();
});
afterEach(() => vi.useRealTimers());

describe('Inventory', () => {
  it('shows the list as one snapshot', () => {
    expect([...window.rows.values()].map((row) => row.name)).toEqual(['vm0', 'vm1', 'vm2']);
    expect(inventory.snapshot()).toMatchObject({ complete: true, revision: window.revision });
    expect(window.patches).toEqual([]);
  });

  it('shows an event at once, before libvirt has been asked again', async () => {
    let open = () => {};
    host.gate = new Promise((resolve) => {
      open = resolve;
    });
    host.set(domain(1, { state: 'running', reason: 'booted', id: 7 }));
    inventory.handle(lifecycle(1, 2));
    await vi.advanceTimersByTimeAsync(0);
    expect(window.rows.get(uuidOf(1))).toMatchObject({ state: 'running', reason: 'booted', id: null });
    open();
    await settle();
    expect(window.rows.get(uuidOf(1))).toMatchObject({ state: 'running', id: 7 });
    expect(host.refreshes).toEqual([[uuidOf(1)]]);
  });

  it('never shows an answer that is older than an event', async () => {
    let open = () => {};
    host.gate = new Promise((resolve) => {
      open = resolve;
    });
    host.set(domain(1, { state: 'running', id: 7 }));
    inventory.handle(lifecycle(1, 2, 0, 7));
    await vi.advanceTimersByTimeAsync(150);
    host.set(domain(1));
    inventory.handle(lifecycle(1, 5, 1));
    const before = window.patches.length;
    open();
    await settle();
    const shown = window.patches.slice(before).flatMap((patch) => patch.changed.map((row) => row.state));
    expect(shown).not.toContain('running');
    expect(window.rows.get(uuidOf(1))?.state).toBe('shutoff');
  });

  it('keeps what the XML of a new machine told before its row was read', async () => {
    let open = () => {};
    host.gate = new Promise((resolve) => {
      open = resolve;
    });
    host.set(domain(9));
    inventory.handle(lifecycle(9, 0));
    inventory.change(uuidOf(9), { title: 'Nine', tags: ['new'] });
    expect(inventory.row(uuidOf(9))).toBeUndefined();
    open();
    await settle();
    expect(window.rows.get(uuidOf(9))).toMatchObject({ name: 'vm9', title: 'Nine', tags: ['new'] });
    inventory.change(uuidOf(77), { title: 'nobody asked for it' });
    await settle();
    expect(window.rows.has(uuidOf(77))).toBe(false);
  });

  it('adds, removes and renames', async () => {
    host.set(domain(9));
    inventory.handle(lifecycle(9, 0));
    await settle();
    expect(window.rows.get(uuidOf(9))?.name).toBe('vm9');

    host.set(domain(9, { name: 'renamed' }));
    inventory.handle(lifecycle(9, 1, 1));
    inventory.handle(lifecycle(9, 0, 2));
    await settle();
    expect(window.rows.get(uuidOf(9))?.name).toBe('renamed');
    expect(window.patches.flatMap((patch) => patch.removed)).toEqual([]);
    expect(gone).toEqual([]);

    host.domains.delete(uuidOf(9));
    inventory.handle(lifecycle(9, 1));
    await settle();
    expect(window.rows.has(uuidOf(9))).toBe(false);
    expect(gone).toMatchObject([{ name: 'renamed', persistent: true }]);
  });

  it('keeps a running domain whose definition is removed, until it stops', async () => {
    host.set(domain(1, { state: 'running', id: 3 }));
    inventory.handle(lifecycle(1, 2, 0, 3));
    await settle();
    host.set(domain(1, { state: 'running', id: 3, persistent: false }));
    inventory.handle(lifecycle(1, 1, 0, 3));
    await settle();
    expect(window.rows.get(uuidOf(1))).toMatchObject({ persistent: false, state: 'running' });
    host.domains.delete(uuidOf(1));
    expect(gone).toEqual([]);
    inventory.handle(lifecycle(1, 5, 3));
    await settle();
    expect(window.rows.has(uuidOf(1))).toBe(false);
    expect(gone).toMatchObject([{ name: 'vm1', id: null, persistent: false, reason: 'migrated' }]);
  });

  it('lets a storm of events out in few patches', async () => {
    for (let n = 0; n < 500; n++) {
      host.set(domain(n, { state: 'running', id: n + 1 }));
      inventory.handle(lifecycle(n, n < 3 ? 2 : 0, 0));
      if (n % 50 === 0) await vi.advanceTimersByTimeAsync(10);
    }
    await settle();
    await settle();
    expect(window.rows.size).toBe(500);
    expect([...window.rows.values()].every((row) => row.state === 'running')).toBe(true);
    expect(window.patches.length).toBeLessThan(10);
    const gaps = window.times.slice(1).map((time, index) => time - (window.times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(99);
  });

  it('keeps the last picture when the link is lost, and what stands in the XML when it is back', async () => {
    inventory.change(uuidOf(0), { title: 'Web', tags: ['a'] });
    inventory.detach();
    inventory.handle(lifecycle(0, 2));
    await settle();
    expect(host.refreshes).toEqual([]);
    expect(inventory.snapshot().domains).toHaveLength(3);
    await inventory.load(host);
    expect(window.rows.get(uuidOf(0))).toMatchObject({ title: 'Web', tags: ['a'] });
    inventory.clear();
    expect(window.rows.size).toBe(0);
    expect(inventory.snapshot().complete).toBe(false);
    expect(gone).toEqual([]);
  });

  it('says that a list is not wanted any more when the connection ends while it is read', async () => {
    let open = () => {};
    host.gate = new Promise((resolve) => {
      open = resolve;
    });
    const { revision } = window;
    const loading = inventory.load(host);
    inventory.detach();
    open();
    expect(await loading).toBe(false);
    expect(window.revision).toBe(revision);
  });

  it('waits before it tries again, also where the link is broken and nobody has noticed', async () => {
    const refresh = host.refresh.bind(host);
    let failures = 0;
    host.refresh = async (uuids) => {
      failures += 1;
      if (failures > 100) return refresh(uuids);
      throw new AgentFailure('closed', 'The connection is being closed.');
    };
    inventory.touch(uuidOf(1));
    await settle();
    expect(failures).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(failures).toBe(2);
    inventory.detach();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(failures).toBe(2);
  });

  it('tries again after a failure that is not the link’s', async () => {
    const refresh = host.refresh.bind(host);
    host.refresh = async () => {
      host.refresh = refresh;
      throw new Error('busy');
    };
    host.set(domain(1, { state: 'paused', id: 1 }));
    inventory.touch(uuidOf(1));
    await settle();
    expect(window.rows.get(uuidOf(1))?.state).toBe('shutoff');
    await vi.advanceTimersByTimeAsync(1_000);
    await settle();
    expect(window.rows.get(uuidOf(1))?.state).toBe('paused');
  });
});
