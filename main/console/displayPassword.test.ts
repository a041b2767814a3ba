import { describe, expect, it } from 'vitest';
import { MemoryKeychain } from '../credentials/keychain.ts';
import { Prompts } from '../credentials/prompts.ts';
import { Remembered } from '../credentials/remembered.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { DisplayPassword } from './displayPassword.ts';

const host = {
  id: 'c',
  row: () => ({ name: 'vm' }),
  connection: { uri: 'qemu:///system', name: 'hv', readOnly: true },
} as unknown as Hypervisor;

describe('DisplayPassword', () => {
  it('knows what was typed at once, however long the keyring takes to keep it', async () => {
    let kept = (): void => {};
    const keychain = new MemoryKeychain();
    const slow = Object.assign(keychain, {
      set: () => new Promise<void>((resolve) => (kept = resolve)),
    });
    const remembered = new Remembered(slow);
    const prompts: Prompts = new Prompts((name, payload) => {
      if (name === 'promptAdded') prompts.answer(payload.id, { username: 'ann', password: 's3cret' }, true);
    });
    const { signal } = new AbortController();
    const wish = { username: true, significant: null };
    const first = new DisplayPassword({ prompts, remembered }, host, 'u', 0, signal);
    expect(await first.get(wish)).toEqual({ username: 'ann', password: 's3cret' });
    void first.accepted();
    const silent = new Prompts(() => expect.unreachable('it was asked for again'));
    const second = new DisplayPassword({ prompts: silent, remembered }, host, 'u', 0, signal);
    expect(await second.get(wish)).toEqual({ username: 'ann', password: 's3cret' });
    kept();
  });
});
