import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiError, type ByteCloseReason } from '../../../contract/index.ts';
import { ConsoleSession, type ConsoleState } from './consoleSession.ts';

interface Attempt {
  force: boolean;
  started: boolean;
  ended: (reason: ByteCloseReason) => void;
  succeed: () => void;
  fail: (error: Error) => void;
  closed: boolean;
  alive: boolean;
}

function setUp() {
  const attempts: Attempt[] = [];
  const states: ConsoleState[] = [];
  const session = new ConsoleSession(
    ({ force, started, ended }) =>
      new Promise((resolve, reject) => {
        const attempt: Attempt = {
          force,
          started,
          ended,
          closed: false,
          alive: true,
          succeed: () =>
            resolve({
              close: () => {
                attempt.closed = true;
              },
              alive: () => Promise.resolve(attempt.alive),
            }),
          fail: reject,
        };
        attempts.push(attempt);
      }),
    (state) => states.push(state),
  );
  const last = () => attempts.at(-1)!;
  const connect = async () => {
    last().succeed();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { session, attempts, states, last, connect, phase: () => states.at(-1)?.phase };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('ConsoleSession', () => {
  it('connects when the machine runs and stops when it does not', async () => {
    const { session, attempts, states, last, connect, phase } = setUp();
    session.update(null, 'The machine is off.');
    expect(attempts).toHaveLength(0);
    session.update('1', '');
    expect(phase()).toBe('connecting');
    await connect();
    expect(phase()).toBe('connected');
    session.update(null, 'The machine is off.');
    expect(states.at(-1)).toEqual({ phase: 'off', reason: 'The machine is off.' });
    expect(last().closed).toBe(true);
  });

  it('connects anew when the machine was started again, and not for the same run', async () => {
    const { session, attempts, connect } = setUp();
    session.update('1', '');
    await connect();
    session.update('1', '');
    expect(attempts).toHaveLength(1);
    session.update('2', '');
    expect(attempts).toHaveLength(2);
    expect(attempts[0]?.closed).toBe(true);
    await connect();
    session.update(null, 'The machine is off.');
    session.update('3', '');
    await connect();
    session.retry();
    expect(attempts.map(({ started }) => started)).toEqual([false, true, true, false]);
  });

  it('tries again, less and less often, and soon again after it has worked', async () => {
    const { session, attempts, last, connect, phase } = setUp();
    session.update('1', '');
    await connect();
    last().ended({ kind: 'end', message: '' });
    expect(phase()).toBe('waiting');
    await vi.advanceTimersByTimeAsync(250);
    expect(attempts).toHaveLength(2);
    last().fail(apiError('unavailable', 'not yet'));
    await vi.advanceTimersByTimeAsync(999);
    expect(attempts).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts).toHaveLength(3);
    await connect();
    await vi.advanceTimersByTimeAsync(10_000);
    last().ended({ kind: 'error', message: 'cut' });
    await vi.advanceTimersByTimeAsync(250);
    expect(attempts).toHaveLength(4);
  });

  it('leaves it to another window, and takes it back when asked', async () => {
    const { session, attempts, states, last, connect } = setUp();
    session.handOver('There is nothing to hand over yet.');
    expect(states).toHaveLength(0);
    session.update('1', '');
    await connect();
    session.handOver('It was opened in a window of its own.');
    expect(last().closed).toBe(true);
    expect(states.at(-1)).toEqual({ phase: 'busy', reason: 'It was opened in a window of its own.' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(attempts).toHaveLength(1);
    session.retry(true);
    expect(last().force).toBe(true);
  });

  it('does not fight over a console that was taken over, but takes it back when asked', async () => {
    const { session, attempts, last, connect, phase } = setUp();
    session.update('1', '');
    await connect();
    last().ended({ kind: 'taken-over', message: '' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(attempts).toHaveLength(1);
    expect(phase()).toBe('busy');
    session.retry(true);
    expect(last().force).toBe(true);
  });

  it('offers to take over one that is in use, and gives up on what cannot work', async () => {
    const { session, attempts, last, phase } = setUp();
    session.update('1', '');
    last().fail(apiError('conflict', 'in use'));
    await vi.advanceTimersByTimeAsync(0);
    expect(phase()).toBe('busy');
    session.retry();
    last().fail(apiError('unsupported', 'never'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phase()).toBe('failed');
    expect(attempts).toHaveLength(2);
  });

  it('closes what opens too late and hears nothing from old attempts', async () => {
    const { session, attempts, phase } = setUp();
    session.update('1', '');
    session.update(null, 'off');
    attempts[0]!.succeed();
    await vi.advanceTimersByTimeAsync(0);
    expect(attempts[0]!.closed).toBe(true);
    expect(phase()).toBe('off');
    session.update('2', '');
    attempts[0]!.ended({ kind: 'end', message: '' });
    expect(phase()).toBe('connecting');
  });

  it('keeps what is open while the host is away, and only goes on with what is alive', async () => {
    const { session, attempts, connect, phase } = setUp();
    session.update('1', '');
    await connect();
    session.update(null, 'The host is not connected.', true);
    expect([phase(), attempts[0]?.closed]).toEqual(['connected', false]);
    session.update('1', '');
    await vi.advanceTimersByTimeAsync(0);
    expect([phase(), attempts.length]).toEqual(['connected', 1]);
    session.update(null, 'The host is not connected.', true);
    attempts[0]!.alive = false;
    session.update('1', '');
    await vi.advanceTimersByTimeAsync(0);
    expect(attempts).toHaveLength(2);
    expect(attempts[0]?.closed).toBe(true);
  });

  it('connects anew when the machine was started again while the host was away', async () => {
    const { session, attempts, connect, phase } = setUp();
    session.update('1', '');
    await connect();
    session.update(null, 'The host is not connected.', true);
    session.update('2', '');
    expect([phase(), attempts.length, attempts[0]?.closed]).toEqual(['connecting', 2, true]);
  });

  it('says why when what was open ends while the host is away, and is back with the host', async () => {
    const { session, attempts, states, last, connect, phase } = setUp();
    session.update('1', '');
    await connect();
    session.update(null, 'The host is not connected.', true);
    last().ended({ kind: 'error', message: 'cut' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states.at(-1)).toEqual({ phase: 'off', reason: 'The host is not connected.' });
    expect(attempts).toHaveLength(1);
    session.update('1', '');
    await connect();
    expect(phase()).toBe('connected');
  });

  it('is silent after dispose', async () => {
    const { session, attempts, states, last, connect } = setUp();
    session.update('1', '');
    await connect();
    const count = states.length;
    session.dispose();
    last().ended({ kind: 'end', message: '' });
    session.retry();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states).toHaveLength(count);
    expect(attempts).toHaveLength(1);
    expect(last().closed).toBe(true);
  });
});
