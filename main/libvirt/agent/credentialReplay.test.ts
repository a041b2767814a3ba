import { describe, expect, it } from 'vitest';
import { CredentialReplay } from './credentialReplay.ts';
import type { CredentialRequest } from './protocol.ts';

const name: CredentialRequest = { type: 2, prompt: 'Name', challenge: null, defaultResult: null };
const password: CredentialRequest = { type: 5, prompt: 'Password', challenge: null, defaultResult: null };

describe('CredentialReplay', () => {
  it('answers the connections of jobs with what was given first, also with nothing', async () => {
    const replay = new CredentialReplay();
    const asked: CredentialRequest[][] = [];
    const ask = async (requests: CredentialRequest[]) => {
      asked.push(requests);
      return requests.map((request) => (request === password ? 'secret' : null));
    };
    expect(await replay.answer('call', 1, [name, password], ask)).toEqual([null, 'secret']);
    expect(await replay.answer('job', 2, [name, password], ask)).toEqual([null, 'secret']);
    expect(await replay.answer('job', 3, [password], ask)).toEqual(['secret']);
    expect(asked).toHaveLength(1);
  });

  it('asks again when the kept answers were refused, when they do not cover it, and after clear', async () => {
    const replay = new CredentialReplay();
    let asked = 0;
    const ask = async (requests: CredentialRequest[]) => {
      asked += 1;
      return requests.map(() => 'answer');
    };
    await replay.answer('call', 1, [password], ask);
    await replay.answer('job', 2, [password], ask);
    expect(asked).toBe(1);
    await replay.answer('job', 2, [password], ask);
    expect(asked).toBe(2);
    await replay.answer('job', 3, [password, name], ask);
    expect(asked).toBe(3);
    replay.clear();
    await replay.answer('job', 4, [password], ask);
    expect(asked).toBe(4);
  });

  it('keeps nothing of a prompt that was cancelled', async () => {
    const replay = new CredentialReplay();
    expect(await replay.answer('call', 1, [password], async () => null)).toBeNull();
    expect(await replay.answer('job', 2, [password], async () => ['typed'])).toEqual(['typed']);
  });
});
