import type { OfferedHostKey, Prompt } from '../../contract/index.ts';
import { accountOf } from '../credentials/accounts.ts';
import type { Prompts } from '../credentials/prompts.ts';
import type { Remembered } from '../credentials/remembered.ts';
import { whileSlow } from '../credentials/whileSlow.ts';
import type { AskpassRequest } from './askpassProtocol.ts';
import { asksForCode, readSshPrompt, type SshQuestion } from './sshQuestion.ts';

/** For whom ssh asks. */
export interface SshAsker {
  /** The connection whose question it is. */
  readonly connection: string;
  /** The host as the user knows it. */
  readonly name: string;
}

export interface SshAnswersDeps {
  readonly prompts: Prompts;
  readonly remembered: Remembered;
  readonly asker: () => SshAsker;
  /** Called around the time that the user is asked. */
  readonly waiting: (asking: boolean) => void;
  /** The user does not want to answer: the whole attempt is to end. */
  readonly cancelled: () => void;
}

/** What one ssh process has been told so far. */
interface Told {
  /** How the last answer for an account came about. */
  readonly answers: Map<string, 'remembered' | 'user'>;
  /** Whether it was asked for the password of the account (not by a question of the host's own). */
  password: boolean;
}

/** Something secret that ssh asks for. */
interface Secret {
  readonly account: string;
  readonly label: string;
  readonly message: string;
  /** Whether it can be remembered at all. */
  readonly lasting: boolean;
}

/** Answers the questions of one host's ssh: from memory, from the keychain, or by asking the user. */
export class SshAnswers {
  readonly #deps: SshAnswersDeps;
  readonly #told = new Map<number, Told>();
  /** Given by the user since the last success. */
  readonly #given = new Map<string, { secret: string; remember: boolean }>();
  /** Ends the questions of an attempt that is over. */
  #attempt = new AbortController();
  /** Accounts that were answered at all. */
  readonly #accounts = new Set<string>();

  constructor(deps: SshAnswersDeps) {
    this.#deps = deps;
  }

  /** Answers as ssh wants it; null: nobody wants to. */
  readonly answer = async (request: AskpassRequest, withdrawn: AbortSignal): Promise<string | null> => {
    const signal = AbortSignal.any([withdrawn, this.#attempt.signal]);
    const question = readSshPrompt(request.prompt, request.kind);
    const told = this.#told.get(request.asker) ?? { answers: new Map(), password: false };
    this.#told.set(request.asker, told);
    switch (question.kind) {
      case 'host-key':
        return (await this.#askHostKey(question, signal)) ? 'yes' : this.#cancel(signal);
      case 'confirm':
      case 'notice':
        return (await this.#ask(toPrompt(question), signal)) ? 'yes' : null;
      default: {
        const secret = toSecret(question, this.#deps.asker(), told.password);
        if (question.kind === 'password') told.password = true;
        return this.#secret(secret, told, signal);
      }
    }
  };

  /** Signed in: what the user typed is right, and what he wants remembered is kept. */
  async accepted(): Promise<void> {
    const given = [...this.#given];
    this.#over();
    for (const [account, { secret }] of given) this.#deps.remembered.keep(account, secret);
    for (const [account, { secret, remember }] of given) {
      if (remember) await this.#deps.remembered.set(account, secret);
    }
  }

  /** Not signed in: what was typed is forgotten, and what was remembered is not taken again. */
  refused(): void {
    for (const { answers } of this.#told.values()) {
      for (const [account, source] of answers) {
        if (source === 'remembered') this.#deps.remembered.refuse(account);
      }
    }
    this.#over();
  }

  /** Nobody is connected any more. */
  end(): void {
    this.#deps.remembered.endSession(this.#accounts);
    this.#accounts.clear();
    this.#over();
  }

  #over(): void {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    this.#given.clear();
    this.#told.clear();
  }

  async #secret(secret: Secret, told: Told, signal: AbortSignal): Promise<string | null> {
    const { account, label, message, lasting } = secret;
    const before = told.answers.get(account);
    if (before === 'remembered') this.#deps.remembered.refuse(account);
    if (lasting && before === undefined) {
      const known = await whileSlow(this.#deps.remembered.get(account), this.#deps.waiting);
      if (known !== null) {
        told.answers.set(account, 'remembered');
        return known;
      }
    }
    const problem = before && `${before === 'remembered' ? 'The remembered answer' : 'That'} was refused.`;
    const answer = await this.#ask(
      {
        message,
        fields: [{ key: 'secret', label, secret: true, defaultValue: '' }],
        remember: lasting ? await this.#reach() : 'never',
        ...(problem && { problem }),
      },
      signal,
    );
    if (!answer) return this.#cancel(signal);
    told.answers.set(account, 'user');
    const given = answer.answers.secret ?? '';
    if (lasting) {
      this.#accounts.add(account);
      this.#given.set(account, { secret: given, remember: answer.remember });
    }
    return given;
  }

  async #askHostKey(question: OfferedHostKey, signal: AbortSignal): Promise<boolean> {
    const { host, address, type, fingerprint } = question;
    const place = address === null ? host : `${host} (${address})`;
    const answer = await this.#ask(
      {
        kind: 'host-key',
        title: `Is this ${this.#deps.asker().name}?`,
        message: `Nothing is known of ${place} yet. It shows this ${type} key:\n${fingerprint}\nCompare it with what the host's administrator says. If it is the same, continue: it will be known from then on.`,
        fields: [],
        hostKey: { host, address, type, fingerprint },
        remember: 'never',
      },
      signal,
    );
    return answer !== null;
  }

  #ask(question: Partial<Prompt> & Pick<Prompt, 'message' | 'fields'>, signal: AbortSignal) {
    const { connection, name } = this.#deps.asker();
    this.#deps.waiting(true);
    return this.#deps.prompts
      .ask({ title: `Sign in to ${name}`, connection, ...question }, signal)
      .finally(() => this.#deps.waiting(false));
  }

  /** The user cancelled; a question that ssh itself has withdrawn is nobody's decision. */
  #cancel(signal: AbortSignal): null {
    if (!signal.aborted) this.#deps.cancelled();
    return null;
  }

  async #reach(): Promise<'keyring' | 'until-closed'> {
    return (await this.#deps.remembered.problem()) === null ? 'keyring' : 'until-closed';
  }
}

function toPrompt(question: Extract<SshQuestion, { kind: 'confirm' | 'notice' }>) {
  return { kind: question.kind, message: question.words, fields: [], remember: 'never' as const };
}

/** @param afterPassword a password has been given: what the host asks then is something else */
function toSecret(
  question: Exclude<SshQuestion, { kind: 'host-key' | 'confirm' | 'notice' }>,
  asker: SshAsker,
  afterPassword: boolean,
): Secret {
  switch (question.kind) {
    case 'password':
      return {
        account: accountOf(`ssh://${question.who}`, 'Password'),
        label: 'Password',
        message: `ssh asks for the password of ${question.who}.`,
        lasting: true,
      };
    case 'passphrase':
      return {
        account: accountOf(question.key, 'Passphrase'),
        label: 'Passphrase',
        message: `The key ${question.key} is protected by a passphrase.`,
        lasting: true,
      };
    case 'pin':
      return {
        account: accountOf(question.key, 'PIN'),
        label: 'PIN',
        message: `ssh asks for the PIN of ${question.key}.`,
        lasting: false,
      };
    case 'interactive': {
      const who = question.who ?? asker.name;
      const words = question.words.replace(/:\s*$/, '') || 'Answer';
      const password = /^password$/i.test(words) && !afterPassword;
      return {
        account: accountOf(`ssh://${who}`, password ? 'Password' : `Answer to "${words}"`),
        label: words.split('\n').at(-1) ?? words,
        message: afterPassword
          ? `${who} asks once more after the password. It may want a one-time code.\n${question.words}`
          : `${who} asks: ${question.words}`,
        lasting: !afterPassword && !asksForCode(question.words),
      };
    }
  }
}
