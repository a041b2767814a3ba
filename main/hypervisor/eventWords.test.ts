import { describe, expect, it } from 'vitest';
import { DomainEvent, DomainRow } from '../../contract/index.ts';
import type { DomainEventBody } from '../libvirt/agent/events.ts';
import { EventLog } from './eventLog.ts';
import { eventWords } from './eventWords.ts';
import { lifecycleMeaning } from './lifecycle.ts';
import { toListed } from './stateWords.ts';
import { XmlCache } from './xmlCache.ts';

const uuid = '00000000-0000-0000-0000-00000000000a';

describe('eventWords', () => {
  const cases: [DomainEventBody, string, string][] = [
    [{ event: 'lifecycle', type: 2, detail: 0 }, 'Started (booted)', 'info'],
    [{ event: 'lifecycle', type: 5, detail: 2 }, 'Stopped (crashed)', 'error'],
    [{ event: 'lifecycle', type: 3, detail: 2 }, 'Paused (because of an I/O error)', 'error'],
    [{ event: 'lifecycle', type: 99, detail: 1 }, 'State changed (event 99)', 'info'],
    [{ event: 'lifecycle', type: 5, detail: 99 }, 'Stopped (detail 99)', 'info'],
    [{ event: 'watchdog', action: 2 }, "The guest's watchdog fired: the machine was reset", 'warning'],
    [{ event: 'block-job', disk: 'vda', type: 2, status: 1 }, 'Block copy on vda failed', 'error'],
    [{ event: 'agent-lifecycle', state: 1, reason: 2 }, 'Guest agent connected', 'info'],
    [
      { event: 'io-error', path: '/i/vda.qcow2', alias: 'virtio-disk0', action: 1, reason: 'enospc' },
      'I/O error on /i/vda.qcow2: no space left; the machine was paused',
      'error',
    ],
  ];
  it.each(cases)('%j', (event, message, severity) => {
    expect(eventWords(event)).toMatchObject({ message, severity });
    DomainEvent.parse({ connection: 'c', uuid, time: 1, ...eventWords(event) });
  });

  it('cuts what a guest made too long, and is silent about what comes often', () => {
    expect(eventWords({ event: 'device-added', alias: 'x'.repeat(9999) })?.message).toHaveLength(300);
    expect(eventWords({ event: 'rtc-change', utcOffsetS: 1 })).toBeNull();
  });
});

describe('lifecycleMeaning', () => {
  it('changes only what is certain', () => {
    expect(lifecycleMeaning(5, 1).change).toEqual({ state: 'shutoff', reason: 'destroyed' });
    // As libvirt's list has it; "failed" there is one that could not be started.
    expect(lifecycleMeaning(5, 5).change).toEqual({ state: 'shutoff', reason: 'crashed' });
    expect(lifecycleMeaning(0, 1).change).toBeNull();
    expect(lifecycleMeaning(1, 0).removed).toBe(true);
    expect(lifecycleMeaning(1, 1).removed).toBe(false);
  });
});

describe('toListed', () => {
  const facts = {
    uuid,
    name: 'vm',
    persistent: true,
    autostart: false,
    managedSave: false,
    hasSnapshots: false,
  };
  it('puts numbers into words, and those of later libvirt versions into "unknown"', () => {
    const sizes = { vcpus: 2, memoryKiB: 1, maxMemoryKiB: 1 };
    expect(toListed({ ...facts, ...sizes, id: 3, state: 3, reason: 5 })).toMatchObject({
      state: 'paused',
      reason: 'ioerror',
    });
    const later = toListed({
      ...facts,
      vcpus: null,
      memoryKiB: null,
      maxMemoryKiB: null,
      id: 3,
      state: 77,
      reason: 9,
    });
    expect(later).toMatchObject({ state: 'nostate', reason: 'unknown', vcpus: 0 });
    const unread = { title: null, description: null, tags: null, os: null, addresses: null };
    DomainRow.parse({ ...later, ...unread });
  });
});

describe('EventLog', () => {
  const event = (domain: string, time: number): DomainEvent => ({
    connection: 'c',
    uuid: domain,
    time,
    kind: 'lifecycle',
    message: 'Started',
    severity: 'info',
  });
  it('keeps the last hundred of each domain, and bounds the whole', () => {
    const log = new EventLog();
    for (let time = 0; time < 150; time++) log.add(event('a', time));
    expect(log.of('a').map((one) => one.time)).toEqual(Array.from({ length: 100 }, (_, index) => index + 50));
    for (let domain = 0; domain < 300; domain++)
      for (let time = 0; time < 100; time++) log.add(event(`d${domain}`, time));
    expect(log.of('a')).toEqual([]);
    expect(log.of('d299')).toHaveLength(100);
  });
});

describe('XmlCache', () => {
  it('reads once, also for two who ask at the same time, until it is dropped', async () => {
    const cache = new XmlCache();
    let reads = 0;
    const read = async () => `xml ${++reads}`;
    expect(await Promise.all([cache.get('a', 'live', read), cache.get('a', 'live', read)])).toEqual([
      'xml 1',
      'xml 1',
    ]);
    cache.drop('a');
    expect(await cache.get('a', 'live', read)).toBe('xml 2');
  });

  it('forgets what was on its way when an event came, and failures', async () => {
    const cache = new XmlCache();
    let answer: (text: string) => void = () => {};
    const slow = cache.get(
      'a',
      'live',
      () =>
        new Promise<string>((resolve) => {
          answer = resolve;
        }),
    );
    cache.drop('a');
    answer('old');
    expect(await slow).toBe('old');
    expect(await cache.get('a', 'live', async () => 'new')).toBe('new');
    await expect(cache.get('b', 'live', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.get('b', 'live', async () => 'yes')).toBe('yes');
  });

  it('keeps no more than fits', async () => {
    const cache = new XmlCache();
    const big = 'x'.repeat(3 * 1024 * 1024);
    for (const name of ['a', 'b', 'c']) await cache.get(name, 'live', async () => big);
    let again = 0;
    const read = async () => {
      again++;
      return 'x';
    };
    await cache.get('c', 'live', read);
    await cache.get('a', 'live', read);
    expect(again).toBe(1);
  });
});
