import { describe, expect, it } from 'vitest';
import {
  apiError,
  type Client,
  type Connection,
  calls,
  type EventName,
  type Events,
} from '../../contract/index.ts';
import type { Host } from '../transport/host.ts';
import { useConnections } from './connections.ts';
import { useInventory } from './inventory.ts';
import { useJobs } from './jobs.ts';
import { hostHistory } from './stats.ts';
import { startSync } from './sync.ts';
import { testConnection, testJob, testRow } from './testRows.ts';

/** A main that answers hello when it is told to, and records what it is asked. */
class FakeMain {
  readonly asked: { name: string; input: unknown }[] = [];
  readonly told: string[] = [];
  #listeners = new Map<string, (payload: never) => void>();
  #answerHello: () => void = () => {};

  start(connections: Connection[]): Promise<void> {
    const answers: Record<string, () => unknown> = {
      'app.hello': () =>
        new Promise((resolve) => {
          this.#answerHello = () =>
            resolve({
              capabilities: null,
              settings: {},
              uiState: {},
              connections,
              jobs: [],
              prompts: [],
              notices: ['The settings could not be read.'],
            });
        }),
      'inventory.snapshot': () => ({ connection: 'lab', revision: 1, complete: true, domains: [testRow(1)] }),
      'stats.watch': () => ({}),
    };
    const groups = Object.entries(calls).map(([group, members]) => {
      const functions = Object.keys(members).map((member) => {
        const name = `${group}.${member}`;
        const run = async (input: unknown) => {
          this.asked.push({ name, input });
          const answer = answers[name];
          if (!answer) throw apiError('internal', `${name} was not expected`);
          return answer();
        };
        return [member, run];
      });
      return [group, Object.fromEntries(functions)];
    });
    const client: Client = Object.fromEntries(groups);
    const host: Host = {
      client,
      on: (name, listener) => {
        this.#listeners.set(name, listener);
        return () => {};
      },
      openBytes: () => Promise.reject(new Error('no bytes here')),
      onLost: () => {},
      close: () => {},
    };
    return startSync(host, {
      jobChanged: (job) => this.told.push(`job ${job.id}`),
      domainEvent: (event) => this.told.push(event.message),
      connectionChanged: (before, now) => this.told.push(`${before?.status ?? 'new'} -> ${now.status}`),
      show: () => {},
      notice: (message) => this.told.push(message),
    });
  }

  emit<N extends EventName>(name: N, payload: Events[N]): void {
    this.#listeners.get(name)?.(payload as never);
  }

  answerHello(): void {
    this.#answerHello();
  }

  namesOf(): string[] {
    return this.asked.map(({ name }) => name);
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('startSync', () => {
  it('fills the stores, reads the pictures of open connections and asks for their statistics', async () => {
    const main = new FakeMain();
    const started = main.start([testConnection('lab'), testConnection('off', { status: 'disconnected' })]);
    await settle();
    main.answerHello();
    await started;
    await settle();
    expect([...useConnections.getState().byId.keys()]).toEqual(['lab', 'off']);
    expect(useInventory.getState().pictures.get('lab')?.domains.size).toBe(1);
    expect(main.namesOf().filter((name) => name === 'inventory.snapshot')).toHaveLength(1);
    expect(main.asked.find(({ name }) => name === 'stats.watch')?.input).toEqual({ connections: ['lab'] });
  });

  it('keeps what is told before hello is answered, and applies it afterwards', async () => {
    const main = new FakeMain();
    const started = main.start([testConnection('lab', { status: 'connecting' })]);
    await settle();
    main.emit('connectionChanged', testConnection('lab'));
    main.emit('connectionRemoved', { id: 'other' });
    expect(main.told).toEqual([]);
    main.answerHello();
    await started;
    expect(main.told).toContain('connecting -> connected');
    expect(main.told).toContain('The settings could not be read.');
    expect(useConnections.getState().byId.get('lab')?.status).toBe('connected');
  });

  it('keeps the machines of a lost connection and forgets those of a closed or removed one', async () => {
    const main = new FakeMain();
    const started = main.start([testConnection('lab')]);
    await settle();
    main.answerHello();
    await started;
    await settle();
    const host = { cpu: 5, kernel: 1, iowait: 1, memoryUsedKiB: 1, memoryTotalKiB: 2 };
    main.emit('statsTick', { connection: 'lab', time: 3000, rates: [], host });
    main.emit('connectionChanged', testConnection('lab', { status: 'lost' }));
    expect(hostHistory.of('lab').cpu).toEqual([5]);
    expect(useInventory.getState().pictures.has('lab')).toBe(true);
    expect(main.asked.at(-1)).toEqual({ name: 'stats.watch', input: { connections: [] } });
    main.emit('connectionChanged', testConnection('lab'));
    await settle();
    main.emit('connectionChanged', testConnection('lab', { status: 'disconnected' }));
    expect(useInventory.getState().pictures.has('lab')).toBe(false);
    main.emit('connectionRemoved', { id: 'lab' });
    expect(useConnections.getState().byId.has('lab')).toBe(false);
    expect(hostHistory.of('lab').cpu).toEqual([]);
  });

  it('asks a new main for statistics again, though the connections are the same', async () => {
    for (let link = 0; link < 2; link += 1) {
      const main = new FakeMain();
      const started = main.start([testConnection('lab')]);
      await settle();
      main.answerHello();
      await started;
      expect(main.namesOf()).toContain('stats.watch');
    }
  });

  it('tells of jobs after the store has them', async () => {
    const main = new FakeMain();
    const started = main.start([]);
    await settle();
    main.answerHello();
    await started;
    main.emit('jobChanged', testJob());
    expect(main.told).toContain('job j1');
    expect(useJobs.getState().byId.has('j1')).toBe(true);
  });
});
