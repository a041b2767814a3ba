import { describe, expect, it } from 'vitest';
import { formatAge, formatBytes, formatDuration, formatPercent } from '../ui/format.ts';
import { stateText, stateTone } from '../ui/stateWords.ts';
import { connectionTitle } from './connections.ts';
import { addDomainEvent, KEPT_MACHINES, mergeEvents, useDomainEvents } from './domainEvents.ts';
import { isEnded, orderJobs } from './jobs.ts';
import { machineName } from './machineName.ts';
import { RateHistory } from './rateHistory.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';
import { TEST_HOST, testConnection, testJob, testRow } from './testRows.ts';
import { readNumber, readNumbers, readStrings } from './uiState.ts';

describe('machineName', () => {
  it('is the title where there is one', () => {
    expect(machineName({ name: 'web', title: 'Shop' })).toBe('Shop');
    expect(machineName({ name: 'web', title: null })).toBe('web');
    expect(machineName({ name: '\u05e9\u05dc\u05d5\u05dd', title: '' })).toBe('\u05e9\u05dc\u05d5\u05dd');
  });

  it('does not turn around what stands after it', () => {
    expect(machineName({ name: 'exe.\u202efdp', title: '' })).toBe('\u2068exe.\u202efdp\u2069');
  });
});

describe('routes', () => {
  const routes: Route[] = [
    { page: 'fleet' },
    { page: 'host', connection: 'a/b c', tab: 'storage' },
    { page: 'machine', connection: 'x', uuid: testRow(1).uuid, tab: 'overview' },
    { page: 'new', connection: null },
    { page: 'new', connection: 'x#y' },
    { page: 'settings' },
  ];
  it.each(routes)('$page comes back as it went', (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it.each(['#/host', '#/machine/x', '#/nowhere', '#/host/%E0%A4%A'])('%s is missing, not a crash', (hash) => {
    expect(parseRoute(hash).page).toBe('missing');
  });

  it('takes the first tab when it does not know the one named', () => {
    expect(parseRoute('#/machine/x/y/nothing')).toMatchObject({ tab: 'console' });
  });
});

describe('RateHistory', () => {
  const tick = (time: number, ...uuids: string[]) => ({
    connection: 'lab',
    time,
    rates: uuids.map((uuid) => ({
      uuid,
      hostCpu: 0,
      cpu: time,
      memoryKiB: 1,
      diskRead: 0,
      diskWrite: 0,
      netRx: 0,
      netTx: 0,
    })),
    host: null,
  });

  it('keeps the last values and forgets machines that stopped', () => {
    const history = new RateHistory();
    for (let n = 1; n <= 100; n += 1) history.push(tick(n, 'a', 'b'));
    expect(history.of('lab', 'a').cpu).toHaveLength(40);
    expect(history.of('lab', 'a').cpu.at(-1)).toBe(100);
    history.push(tick(101, 'b'));
    expect(history.of('lab', 'a').cpu).toEqual([]);
    history.forget('lab');
    expect(history.of('lab', 'b').cpu).toEqual([]);
  });
});

describe('words', () => {
  it('says the state with its reason only where the reason adds something', () => {
    expect(stateText({ state: 'running', reason: 'booted' })).toBe('Running');
    expect(stateText({ state: 'paused', reason: 'ioerror' })).toBe('Paused (I/O error)');
    expect(stateText({ state: 'crashed', reason: 'crashed' })).toBe('Crashed');
    expect(stateText({ state: 'running', reason: 'migrated' })).toBe('Running');
    expect(stateText({ state: 'shutoff', reason: 'migrated' })).toBe('Off (migrated away)');
    expect(stateTone({ state: 'shutoff', reason: 'crashed' })).toBe('error');
  });

  it('formats sizes, ages and durations', () => {
    expect([0, 1023, 1024, 1536, 1024 ** 3 * 20].map(formatBytes)).toEqual([
      '0 B',
      '1023 B',
      '1 KiB',
      '1.5 KiB',
      '20 GiB',
    ]);
    expect(formatBytes(Number.NaN)).toBe('–');
    expect(formatPercent(0.04)).toBe('0.0 %');
    expect(formatPercent(55.4)).toBe('55 %');
    expect(formatAge(0, 200_000)).toBe('3 min ago');
    expect(formatDuration(125_000)).toBe('2 min 5 s');
  });
});

describe('jobs and events', () => {
  const job = (id: string, state: 'running' | 'failed', startedAt: number) =>
    testJob({ id, state, startedAt });

  it('shows running jobs first, then the newest', () => {
    const jobs = [job('a', 'failed', 9), job('b', 'running', 1), job('c', 'running', 2)];
    expect(orderJobs(jobs).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(jobs.map(isEnded)).toEqual([true, false, false]);
  });

  it('keeps events of so many machines, however many come and go', () => {
    const came = (uuid: string) =>
      addDomainEvent({ connection: 'lab', uuid, time: 1, kind: 'lifecycle', message: '', severity: 'info' });
    came('old');
    came('lively');
    for (let i = 0; i < KEPT_MACHINES - 1; i++) {
      came(`transient ${String(i)}`);
      came('lively');
    }
    const { byDomain } = useDomainEvents.getState();
    expect(byDomain.size).toBe(KEPT_MACHINES);
    expect([byDomain.has('lab/old'), byDomain.get('lab/lively')?.length]).toEqual([false, 100]);
  });

  it('merges fetched and arrived events without repeating any', () => {
    const event = (time: number) => ({
      connection: 'lab',
      uuid: testRow(1).uuid,
      time,
      kind: 'lifecycle' as const,
      message: 'Started',
      severity: 'info' as const,
    });
    expect(mergeEvents([event(1), event(2)], [event(2), event(3)]).map(({ time }) => time)).toEqual([
      3, 2, 1,
    ]);
  });
});

describe('kept layout', () => {
  it('falls back on anything that is not what it should be', () => {
    expect(readNumber('x', 5, 0, 10)).toBe(5);
    expect(readNumber(99, 5, 0, 10)).toBe(10);
    expect(readStrings(['a', 1])).toBeNull();
    expect(readNumbers({ a: 1, b: 'x' })).toEqual({ a: 1 });
    expect(readNumbers(null)).toEqual({});
  });
});

describe('connectionTitle', () => {
  const title = (uri: string, name = '', hostname: string | null = null) => {
    const base = testConnection('x');
    const host = hostname === null ? null : { ...TEST_HOST, hostname };
    return connectionTitle({ ...base, settings: { ...base.settings, uri, name }, host });
  };
  it('is the user’s name, the host’s own, the one in the address, or the address', () => {
    expect(title('qemu+ssh://root@lab1:22/system', 'Lab', 'real')).toBe('Lab');
    expect(title('qemu+ssh://root@lab1:22/system', '', 'real')).toBe('real');
    expect(title('qemu+ssh://root@lab1:22/system')).toBe('lab1');
    expect(title('xen+tls://[fe80::1]/')).toBe('[fe80::1]');
    expect(title('qemu:///system')).toBe('qemu:///system');
    expect(title('nonsense')).toBe('nonsense');
  });
});
