import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listenerCount } from '../../main/libvirt/binding/callbacks.ts';
import * as libvirt from '../../main/libvirt/typed/index.ts';
import { freeHeld, hold } from './helpers/held.ts';

const { Connect, eventLoop } = libvirt;

let connect: libvirt.Connect;

beforeAll(() => eventLoop.registerDefaultImpl());

beforeEach(() => {
  connect = hold(Connect.open('test:///default'));
});

afterEach(freeHeld);

/** Runs the loop until what is queued has been delivered. */
function deliver(milliseconds = 20): void {
  let over = false;
  const timer = eventLoop.addTimeout(milliseconds, () => {
    over = true;
  });
  while (!over) eventLoop.runDefaultImpl();
  timer.remove();
}

const identity = { name: 'test', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: 1 };

describe('events', () => {
  it('of domains tell what happened to which, as plain values', () => {
    const events: libvirt.DomainEvent<'lifecycle'>[] = [];
    connect.domainEventRegisterAny('lifecycle', (event) => events.push(event));
    const domain = hold(connect.domainLookupByName('test'));
    domain.suspend();
    domain.resume();
    domain.destroy();
    deliver();
    const { VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_STOPPED } =
      libvirt.virDomainEventType;
    expect(structuredClone(events)).toEqual([
      { event: VIR_DOMAIN_EVENT_SUSPENDED, detail: 0, domain: identity },
      { event: VIR_DOMAIN_EVENT_RESUMED, detail: 0, domain: identity },
      { event: VIR_DOMAIN_EVENT_STOPPED, detail: 1, domain: { ...identity, id: null } },
    ]);
  });

  it('of one domain leave the others out', () => {
    const uuids: string[] = [];
    const xml =
      "<domain type='test'><name>other</name><memory>4096</memory><os><type>hvm</type></os></domain>";
    const other = hold(connect.domainDefineXML(xml));
    connect.domainEventRegisterAny('lifecycle', ({ domain }) => uuids.push(domain.uuid), other);
    hold(connect.domainLookupByName('test')).suspend();
    other.create();
    deliver();
    expect(uuids).toEqual([other.getUUIDString()]);
  });

  it('of every kind can be subscribed to', () => {
    const names = Object.keys(libvirt.domainEvents) as libvirt.DomainEventName[];
    const before = listenerCount();
    const all = names.map((name) => connect.domainEventRegisterAny(name, () => {}));
    expect(listenerCount() - before).toBe(27);
    for (const subscription of all) subscription.cancel();
    expect(listenerCount()).toBe(before);
  });

  it('of pools, networks and devices', () => {
    const seen: unknown[] = [];
    connect.storagePoolEventRegisterAny('lifecycle', ({ pool, event }) => seen.push([pool.name, event]));
    connect.storagePoolEventRegisterAny('refresh', ({ pool }) => seen.push([pool.name, 'refresh']));
    connect.networkEventRegisterAny('lifecycle', ({ network, event }) => seen.push([network.name, event]));
    connect.nodeDeviceEventRegisterAny('lifecycle', ({ device, event }) => seen.push([device.name, event]));
    const pool = hold(connect.storagePoolLookupByName('default-pool'));
    pool.refresh();
    pool.destroy();
    hold(connect.networkLookupByName('default')).destroy();
    hold(connect.nodeDeviceLookupByName('scsi_host1')).destroy();
    deliver();
    expect(seen).toEqual([
      ['default-pool', 'refresh'],
      ['default-pool', libvirt.virStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_STOPPED],
      ['default', libvirt.virNetworkEventLifecycleType.VIR_NETWORK_EVENT_STOPPED],
      ['scsi_host1', libvirt.virNodeDeviceEventLifecycleType.VIR_NODE_DEVICE_EVENT_DELETED],
    ]);
  });

  it('that are queued when a subscription ends are not delivered, and nothing breaks', () => {
    const domain = hold(connect.domainLookupByName('test'));
    let told = 0;
    for (let round = 0; round < 200; round++) {
      const subscription = connect.domainEventRegisterAny('lifecycle', () => told++);
      domain.suspend();
      domain.resume();
      subscription.cancel();
      subscription.cancel();
    }
    deliver();
    expect(told).toBe(0);
    connect.domainEventRegisterAny('lifecycle', () => told++);
    domain.suspend();
    deliver();
    expect(told).toBe(1);
  });

  it('that the hypervisor does not know are refused', () => {
    const before = listenerCount();
    expect(() => connect.secretEventRegisterAny('lifecycle', () => {})).toThrow('not supported');
    expect(listenerCount()).toBe(before);
  });

  it('end with their connection', () => {
    const before = listenerCount();
    const other = Connect.fromAddress(connect.address);
    other.domainEventRegisterAny('lifecycle', () => {});
    other.registerCloseCallback(() => {});
    expect(listenerCount()).toBe(before + 2);
    other.close();
    expect(listenerCount()).toBe(before);
  });
});

describe('the event loop', () => {
  it('has timers that can be changed and removed', () => {
    let ticks = 0;
    const timer = eventLoop.addTimeout(0, () => ticks++);
    deliver();
    expect(ticks).toBeGreaterThan(1);
    timer.update(-1);
    const before = ticks;
    deliver();
    expect(ticks).toBe(before);
    eventLoop.updateTimeout(timer.id, 0);
    deliver();
    expect(ticks).toBeGreaterThan(before);
    timer.remove();
    const last = ticks;
    deliver();
    expect(ticks).toBe(last);
  });

  it('watches file descriptors', async () => {
    const { createServer, connect: dial } = await import('node:net');
    const server = createServer((socket) => socket.end('x'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const socket = dial(address.port, '127.0.0.1');
    await new Promise((done) => socket.once('data', done));
    const { VIR_EVENT_HANDLE_WRITABLE } = libvirt.virEventHandleType;
    const seen: number[] = [];
    const fd: unknown = Reflect.get(Reflect.get(socket, '_handle') ?? {}, 'fd');
    if (typeof fd !== 'number') throw new Error('no descriptor');
    const handle = eventLoop.addHandle(fd, VIR_EVENT_HANDLE_WRITABLE, (events) => {
      seen.push(events);
      handle.update(0);
    });
    deliver();
    expect(seen.map((events) => events & VIR_EVENT_HANDLE_WRITABLE)).toEqual([VIR_EVENT_HANDLE_WRITABLE]);
    handle.remove();
    socket.destroy();
    server.close();
  });
});
