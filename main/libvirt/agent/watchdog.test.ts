import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watchdog } from './watchdog.ts';

const OPTIONS = { intervalMs: 100, missed: 3, eventSilenceMs: 1_000 };

describe('Watchdog', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function setUp(answers: (sequence: number) => boolean) {
    const hung: string[] = [];
    let silence = 0;
    const dog: Watchdog = new Watchdog(
      OPTIONS,
      (sequence) => answers(sequence) && dog.pong(sequence, { eventSilenceMs: silence, calls: 0 }),
      (why) => hung.push(why),
    );
    return { hung, dog, silent: (ms: number) => (silence = ms) };
  }

  it('is content with an agent that answers, late or now and then', () => {
    const { hung } = setUp((sequence) => sequence % 3 === 0);
    vi.advanceTimersByTime(10_000);
    expect(hung).toEqual([]);
  });

  it('reports one that has stopped answering, once', () => {
    const { hung } = setUp((sequence) => sequence < 5);
    vi.advanceTimersByTime(700);
    expect(hung).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(hung).toEqual(['It does not answer.']);
  });

  it('does not take a pause of its own for one of the agent', () => {
    const { hung } = setUp(() => true);
    // The computer sleeps: the clock moves on, timers do not.
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(100);
    expect(hung).toEqual([]);
  });

  it('reports an event worker that is blocked for too long', () => {
    const { hung, silent } = setUp(() => true);
    silent(900);
    vi.advanceTimersByTime(500);
    expect(hung).toEqual([]);
    silent(1_100);
    vi.advanceTimersByTime(100);
    expect(hung).toEqual(['Its event loop has been blocked for 1 s.']);
  });
});
