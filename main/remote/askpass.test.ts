import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryKeychain } from '../credentials/keychain.ts';
import { Prompts } from '../credentials/prompts.ts';
import { Remembered } from '../credentials/remembered.ts';
import { runAskpass } from './askpassHelper.ts';
import { ASKPASS_PROMPT, ASKPASS_SOCKET, ASKPASS_TICKET, SSH_ASKPASS_PROMPT } from './askpassProtocol.ts';
import { AskpassServer } from './askpassServer.ts';
import { SshAnswers } from './sshAnswers.ts';

let folder: string;
let server: AskpassServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-askpass-'));
  server = new AskpassServer(join(folder, 's'));
  await server.listen();
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Runs the helper as ssh does. */
async function ask(
  ticket: string,
  prompt: string,
  kind?: string,
): Promise<{ code: number; printed: string }> {
  let printed = '';
  const env = {
    [ASKPASS_SOCKET]: server.path,
    [ASKPASS_TICKET]: ticket,
    [ASKPASS_PROMPT]: prompt,
    ...(kind && { [SSH_ASKPASS_PROMPT]: kind }),
  };
  const code = await runAskpass(env, (text) => {
    printed += text;
  });
  return { code, printed };
}

describe('the askpass helper', () => {
  it('prints the answer, and nothing when there is none', async () => {
    const ticket = server.issue(async ({ prompt }) => (prompt === 'yes?' ? 'the answer' : null));
    expect(await ask(ticket, 'yes?')).toEqual({ code: 0, printed: 'the answer\n' });
    expect(await ask(ticket, 'no?')).toEqual({ code: 1, printed: '' });
  });

  it('confirms by its status only', async () => {
    const ticket = server.issue(async ({ kind }) => (kind === 'confirm' ? 'yes' : null));
    expect(await ask(ticket, 'Use it?', 'confirm')).toEqual({ code: 0, printed: '' });
    expect(await ask(ticket, 'Touch it', 'none')).toEqual({ code: 1, printed: '' });
  });

  it('is turned away without a ticket that is valid now', async () => {
    const ticket = server.issue(async () => 'secret');
    expect((await ask('0'.repeat(64), 'p')).code).toBe(1);
    expect((await ask('__proto__', 'p')).code).toBe(1);
    server.revoke(ticket);
    expect((await ask(ticket, 'p')).code).toBe(1);
  });

  it('gets no answer where main is not there, or fails', async () => {
    const ticket = server.issue(async () => Promise.reject(new Error('broken')));
    expect((await ask(ticket, 'p')).code).toBe(1);
    expect(await runAskpass({}, () => {})).toBe(1);
    expect(await runAskpass({ [ASKPASS_SOCKET]: '/nonexistent/s' }, () => {})).toBe(1);
  });

  it('waits while main asks, and is told when main closes', async () => {
    const ticket = server.issue(() => new Promise(() => {}));
    const waiting = ask(ticket, 'p');
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.close();
    expect((await waiting).code).toBe(1);
  });
});

describe('the askpass server', () => {
  it('drops what is no question', async () => {
    server.issue(async () => 'secret');
    for (const text of ['nonsense\n', '[]\n', '{"ticket":1}\n', `${'x'.repeat(100_000)}`]) {
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(server.path, () => socket.write(text));
        let got = '';
        socket.on('data', (chunk) => {
          got += chunk;
        });
        socket.on('error', () => {});
        socket.on('close', () => resolve(got));
      });
      expect(answer).not.toContain('secret');
    }
  });

  it('lets nobody else in: its socket lies in a private folder', () => {
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('withdraws a question when ssh has gone', async () => {
    let asked = (): void => {};
    const asking = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let withdrawn = false;
    const ticket = server.issue((_request, signal) => {
      signal.addEventListener('abort', () => {
        withdrawn = true;
      });
      asked();
      return new Promise(() => {});
    });
    const line = JSON.stringify({ ticket, prompt: 'p', kind: 'ask', asker: 1 });
    const socket = connect(server.path, () => socket.write(`${line}\n`));
    await asking;
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(withdrawn).toBe(true);
  });
});

describe('answers for ssh', () => {
  function stand() {
    const prompts = new Prompts(() => {});
    const keychain = new MemoryKeychain();
    const remembered = new Remembered(keychain);
    const cancelled: string[] = [];
    const answers = new SshAnswers({
      prompts,
      remembered,
      asker: () => ({ connection: 'c', name: 'lab' }),
      waiting: () => {},
      cancelled: () => cancelled.push('cancelled'),
    });
    const never = new AbortController().signal;
    const asked = (prompt: string, asker = 1) =>
      answers.answer({ ticket: '', prompt, kind: 'ask', asker }, never);
    const reply = async (text: string | null, remember = false) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const [prompt] = prompts.list;
      if (!prompt) throw new Error('Nothing is asked');
      prompts.answer(prompt.id, text === null ? null : { secret: text }, remember);
      return prompt;
    };
    return { prompts, keychain, remembered, cancelled, answers, asked, reply };
  }
  const PASSWORD = "me@hv1's password: ";

  it('remember what was right, and forget it when nobody is connected', async () => {
    const { answers, asked, reply, keychain, prompts } = stand();
    const first = asked(PASSWORD);
    await reply('pw', true);
    expect(await first).toBe('pw');
    expect(await keychain.accounts()).toEqual([]);
    await answers.accepted();
    expect(await keychain.accounts()).toEqual(['ssh://me@hv1 Password']);
    expect(await asked(PASSWORD, 2)).toBe('pw');
    await keychain.delete('ssh://me@hv1 Password');
    answers.end();
    void asked(PASSWORD, 3);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(prompts.list).toHaveLength(1);
  });

  it('ask when what is remembered is wrong, and keep nothing that was never right', async () => {
    const { answers, asked, reply, keychain } = stand();
    await keychain.set('ssh://me@hv1 Password', 'old');
    expect(await asked(PASSWORD)).toBe('old');
    const second = asked(PASSWORD);
    expect((await reply('new', true)).problem).toContain('remembered');
    await second;
    answers.refused();
    expect(await keychain.get('ssh://me@hv1 Password')).toBe('old');
  });

  it('take the host’s own password question for a password, and the one after the password for a code', async () => {
    const { asked, reply } = stand();
    const first = asked('(me@hv1) Password: ');
    expect(await reply('pw')).toMatchObject({ remember: 'until-closed' });
    await first;
    const again = asked('(me@hv1) Password: ');
    expect(await reply('pw')).toMatchObject({ remember: 'until-closed', problem: 'That was refused.' });
    await again;
    const other = asked(PASSWORD, 2);
    await reply('pw');
    await other;
    const code = asked('(me@hv1) Password: ', 2);
    expect(await reply('1')).toMatchObject({ remember: 'never' });
    await code;
  });

  it('never remember PINs and codes', async () => {
    const { asked, reply } = stand();
    for (const prompt of ['Enter PIN for key: ', '(me@hv1) Verification code: ']) {
      const answer = asked(prompt);
      expect((await reply('1')).remember).toBe('never');
      await answer;
    }
  });

  it('end the attempt when the user cancels, and not when ssh does', async () => {
    const { answers, asked, reply, cancelled, prompts } = stand();
    const first = asked(PASSWORD);
    await reply(null);
    expect(await first).toBeNull();
    expect(cancelled).toHaveLength(1);
    const second = asked(PASSWORD);
    await new Promise((resolve) => setTimeout(resolve, 5));
    answers.refused();
    expect(await second).toBeNull();
    expect(cancelled).toHaveLength(1);
    expect(prompts.list).toEqual([]);
  });
});
