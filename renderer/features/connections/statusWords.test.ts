import { describe, expect, it } from 'vitest';
import { testConnection } from '../../state/testRows.ts';
import { problemNote, retryNote, statusNote } from './statusWords.ts';

const now = 1_000_000_000_000;
const error = { kind: 'unavailable', message: 'The daemon has ended.' } as const;
const lost = testConnection('lab', { status: 'lost', error, lastSeen: now - 180_000, retryAt: now + 12_400 });

describe('a connection that is not open', () => {
  it('tells its stage while it is opened', () => {
    const busy = testConnection('lab', { status: 'connecting', stage: 'Signing in' });
    expect(statusNote(busy, now)).toBe('Signing in');
    expect(statusNote({ ...busy, stage: null }, now)).toBe('Connecting');
    expect(statusNote({ ...busy, status: 'waiting' }, now)).toBe('Waiting for credentials');
    expect(problemNote(busy, now)).toBeNull();
  });

  it('tells the age of its picture and counts down to the next try', () => {
    expect(statusNote(lost, now)).toBe('3 min ago');
    expect(retryNote(lost, now)).toBe('Next try in 12 s');
    expect(problemNote(lost, now)).toBe('Next try in 12 s');
    expect(retryNote({ ...lost, retryAt: now - 5 }, now)).toBe('Trying again now');
  });

  it('tells the error where nothing is tried by itself', () => {
    expect(problemNote({ ...lost, retryAt: null }, now)).toBe('The daemon has ended.');
    expect(problemNote({ ...lost, status: 'disconnected', retryAt: null }, now)).toBe(
      'The daemon has ended.',
    );
    expect(problemNote(testConnection('lab'), now)).toBeNull();
    const long = { ...error, message: 'Connecting to lab failed: No route to host.' };
    const failed = { ...lost, status: 'disconnected', retryAt: null, error: long } as const;
    expect(problemNote(failed, now)).toBe('No route to host.');
    expect(statusNote(failed, now)).toBe('');
    expect(statusNote({ ...failed, error: null }, now)).toBe('Not connected');
  });
});
