import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../contract/index.ts';
import { Authorizer } from './authorize.ts';
import { MemoryKeychain } from './keychain.ts';
import { Prompts } from './prompts.ts';
import { type Keytar, SystemKeychain } from './systemKeychain.ts';

const question = {
  connection: 'c',
  title: 't',
  message: 'm',
  fields: [{ key: '0', label: 'Password', secret: true, defaultValue: '' }],
};

function prompts() {
  const seen: string[] = [];
  const added: Prompt[] = [];
  const made = new Prompts((name, payload) => {
    seen.push(name);
    if (name === 'promptAdded' && 'fields' in payload) added.push(payload);
  });
  return { made, seen, added };
}

describe('Prompts', () => {
  it('waits for the first answer and takes only what was asked', async () => {
    const { made, seen } = prompts();
    const asked = made.ask(question);
    const id = made.list[0]!.id;
    made.answer(id, { '0': 'secret', extra: 'x' }, true);
    expect(await asked).toEqual({ answers: { '0': 'secret' }, remember: true });
    expect(seen).toEqual(['promptAdded', 'promptRemoved']);
    expect(() => made.answer(id, null, false)).toThrow('answered or withdrawn');
  });

  it('is withdrawn when the attempt is cancelled', async () => {
    const { made } = prompts();
    const abort = new AbortController();
    const asked = made.ask(question, abort.signal);
    abort.abort();
    expect(await asked).toBeNull();
    expect(made.list).toEqual([]);
  });
});

describe('Authorizer', () => {
  const asks = [
    { type: 2, prompt: 'Enter username for localhost', challenge: null, defaultResult: 'me' },
    { type: 5, prompt: 'Enter password', challenge: null, defaultResult: null },
  ];
  const about = (waiting: boolean[] = []) => ({
    connection: 'c',
    uri: 'qemu+tcp://lab/system',
    name: 'lab',
    signal: new AbortController().signal,
    waiting: (asking: boolean) => waiting.push(asking),
  });

  it('asks with the right fields, remembers only after success, and then does not ask again', async () => {
    const { made, added } = prompts();
    const keychain = new MemoryKeychain();
    const waiting: boolean[] = [];
    const first = new Authorizer(made, keychain, about(waiting), true);
    const answered = first.authorize(asks);
    await new Promise(setImmediate);
    expect(added[0]?.fields.map((field) => [field.label, field.secret, field.defaultValue])).toEqual([
      ['User name', false, 'me'],
      ['Password', true, ''],
    ]);
    made.answer(added[0]!.id, { '0': 'admin', '1': 'pw' }, true);
    expect(await answered).toEqual(['admin', 'pw']);
    expect(waiting).toEqual([true, false]);
    expect(await keychain.accounts()).toEqual([]);
    await first.succeeded();

    const second = new Authorizer(made, keychain, about(), true);
    expect(await second.authorize(asks)).toEqual(['admin', 'pw']);
    expect(second.usedKeychain).toBe(true);
    expect(added).toHaveLength(1);
  });

  it('asks when what is remembered was refused', async () => {
    const { made, added } = prompts();
    const keychain = new MemoryKeychain();
    await keychain.set('qemu+tcp://lab/system User name', 'admin');
    await keychain.set('qemu+tcp://lab/system Password', 'old');
    const third = new Authorizer(made, keychain, about(), false);
    const answered = third.authorize(asks);
    await new Promise(setImmediate);
    made.answer(added[0]!.id, null, false);
    expect(await answered).toBeNull();
  });
});

describe('SystemKeychain', () => {
  it('falls back to memory and says so when the keyring cannot be loaded', async () => {
    const keychain = new SystemKeychain(() => Promise.reject(new Error('no libsecret')));
    await keychain.set('a', 's');
    expect(await keychain.get('a')).toBe('s');
    expect(await keychain.problem()).toContain('no libsecret');
  });

  it('falls back to memory when the keyring never answers', async () => {
    const silent = () => new Promise<never>(() => {});
    const keytar: Keytar = {
      getPassword: silent,
      setPassword: silent,
      deletePassword: silent,
      findCredentials: silent,
    };
    const keychain = new SystemKeychain(async () => keytar, 20);
    await keychain.set('a', 's');
    expect(await keychain.accounts()).toEqual(['a']);
    expect(await keychain.delete('a')).toBe(true);
  });
});
