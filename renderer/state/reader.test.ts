import { describe, expect, it } from 'vitest';
import { apiError } from '../../contract/index.ts';
import { type Read, Reader } from './reader.ts';

function setUp() {
  const questions: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  let state: Read<string> = { key: null, value: null, error: null, reading: false };
  const reader = new Reader<string>((next) => {
    state = next;
  });
  const ask = () => new Promise<string>((resolve, reject) => questions.push({ resolve, reject }));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { reader, ask, questions, settle, now: () => state };
}

describe('Reader', () => {
  it('tells that it reads, and what it has read', async () => {
    const { reader, ask, questions, settle, now } = setUp();
    reader.read('images', ask);
    expect(now()).toEqual({ key: 'images', value: null, error: null, reading: true });
    await settle();
    questions[0]!.resolve('a');
    await settle();
    expect(now()).toEqual({ key: 'images', value: 'a', error: null, reading: false });
    expect([reader.knows('images'), reader.knows('media')]).toEqual([true, false]);
  });

  it('does not take a late answer, nor a late failure, for one to what is asked now', async () => {
    const { reader, ask, questions, settle, now } = setUp();
    reader.read('slow', ask);
    await settle();
    reader.read('quick', ask);
    await settle();
    questions[1]!.resolve('quick one');
    questions[0]!.resolve('slow one');
    await settle();
    expect(now()).toMatchObject({ key: 'quick', value: 'quick one' });
    reader.read('slow', ask);
    await settle();
    reader.read('quick', ask);
    questions[2]!.reject(new Error('late'));
    await settle();
    expect(now().error).toBeNull();
  });

  it('shows neither the answer nor the failure of one thing for another', async () => {
    const { reader, ask, questions, settle, now } = setUp();
    reader.read('broken', ask);
    await settle();
    questions[0]!.reject(apiError('unavailable', 'No such pool.'));
    await settle();
    expect(now().error?.message).toBe('No such pool.');
    reader.read('images', ask);
    expect(now()).toEqual({ key: 'images', value: null, error: null, reading: true });
  });

  it('keeps what it knows while it reads again and when that fails, until it is forgiven', async () => {
    const { reader, ask, questions, settle, now } = setUp();
    reader.read('images', ask);
    await settle();
    questions[0]!.resolve('a');
    await settle();
    reader.read('images', ask);
    expect(now()).toMatchObject({ value: 'a', reading: true });
    await settle();
    questions[1]!.reject(apiError('timeout', 'Too slow.'));
    await settle();
    expect(now()).toMatchObject({ value: 'a', reading: false });
    expect(now().error?.message).toBe('Too slow.');
    reader.forgive();
    expect(now()).toMatchObject({ value: 'a', error: null });
  });

  it('asks only when it was quiet for long enough, and not after it was stopped', async () => {
    const { reader, ask, questions, settle, now } = setUp();
    reader.read('d', ask, 20);
    reader.read('de', ask, 20);
    reader.read('deb', ask, 0);
    await settle();
    expect(questions).toHaveLength(1);
    reader.stop();
    questions[0]!.resolve('too late');
    await settle();
    expect(now()).toMatchObject({ key: 'deb', value: null, reading: false });
  });
});
