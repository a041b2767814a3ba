import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../contract/index.ts';
import { Authorizer } from './authorize.ts';
import { MemoryKeychain } from './keychain.ts';
import { Prompts } from './prompts.ts';
import { Remembered } from './remembered.ts';
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

  it('asks one question of a connection at a time', async () => {
    const { made } = prompts();
    const abort = new AbortController();
    const first = made.ask(question);
    const second = made.ask(question, abort.signal);
    const third = made.ask(question);
    const elsewhere = made.ask({ ...question, connection: 'd' });
    expect(made.list.map((one) => one.connection)).toEqual(['c', 'd']);
    made.answer(made.list[1]!.id, null, false);
    abort.abort();
    made.answer(made.list[0]!.id, { '0': '1' }, false);
    expect([await first, await second, await elsewhere]).toEqual([
      { answers: { '0': '1' }, remember: false },
      null,
      null,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    made.answer(made.list[0]!.id, { '0': '3' }, false);
    expect((await third)?.answers).toEqual({ '0': '3' });
    expect(made.list).toEqual([]);
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

  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

  it('asks with the right fields, keeps nothing before success, and then does not ask again', async () => {
    const { made, added } = prompts();
    const keychain = new MemoryKeychain();
    const remembered = new Remembered(keychain);
    const waiting: boolean[] = [];
    const first = new Authorizer(made, remembered, about(waiting));
    const answered = first.authorize(asks);
    await settled();
    expect(added[0]).toMatchObject({ remember: 'until-closed' });
    expect(added[0]?.problem).toBeUndefined();
    expect(added[0]?.fields.map((field) => [field.label, field.secret, field.defaultValue])).toEqual([
      ['User name', false, 'me'],
      ['Password', true, ''],
    ]);
    made.answer(added[0]!.id, { '0': 'admin', '1': 'pw' }, true);
    expect(await answered).toEqual(['admin', 'pw']);
    expect(waiting).toEqual([true, false]);
    expect(await keychain.accounts()).toEqual([]);
    await first.succeeded();
    expect(await keychain.accounts()).toEqual([
      'qemu+tcp://lab/system Password',
      'qemu+tcp://lab/system User name',
    ]);

    const second = new Authorizer(made, new Remembered(keychain), about());
    expect(await second.authorize(asks)).toEqual(['admin', 'pw']);
    expect(added).toHaveLength(1);
  });

  it('does not ask again while the connection is wanted, and does after it was closed', async () => {
    const { made, added } = prompts();
    const keychain = new MemoryKeychain();
    const remembered = new Remembered(keychain);
    const first = new Authorizer(made, remembered, about());
    const answered = first.authorize(asks);
    await settled();
    made.answer(added[0]!.id, { '0': 'admin', '1': 'pw' }, false);
    await answered;
    await first.succeeded();
    expect(await keychain.accounts()).toEqual([]);
    expect(await new Authorizer(made, remembered, about()).authorize(asks)).toEqual(['admin', 'pw']);
    remembered.endPlace('qemu+tcp://lab/system');
    const asked = new Authorizer(made, remembered, about()).authorize(asks);
    await settled();
    made.answer(added[1]!.id, null, false);
    expect(await asked).toBeNull();
  });

  it('asks when what is remembered was refused, says so, and takes the new answer', async () => {
    const { made, added } = prompts();
    const keychain = new MemoryKeychain();
    await keychain.set('qemu+tcp://lab/system User name', 'admin');
    await keychain.set('qemu+tcp://lab/system Password', 'old');
    const remembered = new Remembered(keychain);
    const first = new Authorizer(made, remembered, about());
    expect(await first.authorize(asks)).toEqual(['admin', 'old']);
    first.refused();
    const second = new Authorizer(made, remembered, about());
    const answered = second.authorize(asks);
    await settled();
    expect(added[0]?.problem).toContain('refused');
    made.answer(added[0]!.id, { '0': 'admin', '1': 'new' }, true);
    await answered;
    await second.succeeded();
    expect(await keychain.get('qemu+tcp://lab/system Password')).toBe('new');
    expect(await new Authorizer(made, remembered, about()).authorize(asks)).toEqual(['admin', 'new']);
  });

  it('asks about an unknown host key as such', async () => {
    const { made, added } = prompts();
    const authorizer = new Authorizer(made, new Remembered(new MemoryKeychain()), about());
    const prompt = "Accept SSH host key with hash 'aa:bb:cc' for host 'lab:2222' (y/n)?";
    const asked = authorizer.authorize([{ type: 6, prompt, challenge: null, defaultResult: null }]);
    await settled();
    expect(added[0]).toMatchObject({
      kind: 'host-key',
      fields: [],
      remember: 'never',
      hostKey: { host: '[lab]:2222', fingerprint: 'aa:bb:cc' },
    });
    made.answer(added[0]!.id, {}, false);
    expect(await asked).toEqual(['y']);
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
    };
    const told: string[] = [];
    const keychain = new SystemKeychain(
      async () => keytar,
      20,
      (problem) => told.push(problem),
    );
    await keychain.set('a', 's');
    expect(await keychain.accounts()).toEqual(['a']);
    expect(await keychain.delete('a')).toBe(true);
    await keychain.set('b', 's');
    expect(told).toEqual([expect.stringContaining('until Virtdeck is closed')]);
  });
});
