import type { Prompt } from '../../contract/index.ts';
import type { CredentialRequest } from '../libvirt/agent/protocol.ts';
import { accountOf } from './accounts.ts';
import { readHostKeyQuestion } from './hostKeyQuestion.ts';
import type { PromptAnswer, Prompts } from './prompts.ts';
import type { Remembered } from './remembered.ts';
import { whileSlow } from './whileSlow.ts';

/** virConnectCredentialType. */
const Credential = {
  username: 1,
  authname: 2,
  language: 3,
  cnonce: 4,
  passphrase: 5,
  echoPrompt: 6,
  noEchoPrompt: 7,
  realm: 8,
  external: 9,
} as const;

const LABELS = new Map<number, string>([
  [Credential.username, 'User name'],
  [Credential.authname, 'User name'],
  [Credential.passphrase, 'Password'],
  [Credential.realm, 'Realm'],
]);
/**
 * What is left out. The user name of SASL is the one to act as, not the one to sign in as (authname): empty, it is
 * the same. libvirt asks for it alone where the rest comes from a file (authfile) or a Kerberos ticket.
 */
const NOT_ASKED = new Set<number>([Credential.username, Credential.external, Credential.language]);
const SECRET = new Set<number>([Credential.passphrase, Credential.noEchoPrompt]);

/** The connection that is being opened. */
export interface AuthorizeFor {
  readonly connection: string;
  readonly uri: string;
  /** As the user knows the host. */
  readonly name: string;
  /** Ends when the attempt is cancelled. */
  readonly signal: AbortSignal;
  /** Called around the time that the user is asked, so that the status can say so. */
  readonly waiting: (asking: boolean) => void;
}

/**
 * Answers one connection attempt's credential requests: with what was right before, else by asking. What the user
 * wants remembered is kept only when `succeeded` is called.
 */
export class Authorizer {
  readonly #prompts: Prompts;
  readonly #remembered: Remembered;
  readonly #about: AuthorizeFor;
  /** Accounts that were answered in this attempt; asked again, the answer was wrong. */
  readonly #answered = new Set<string>();
  #cancelled = false;
  #given = new Map<string, { secret: string; remember: boolean }>();

  constructor(prompts: Prompts, remembered: Remembered, about: AuthorizeFor) {
    this.#prompts = prompts;
    this.#remembered = remembered;
    this.#about = about;
  }

  /** Whether the user did not want to answer. The libraries report that as one failure or another. */
  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Answers in the order of the requests; null: the user cancelled. */
  readonly authorize = async (asks: readonly CredentialRequest[]): Promise<(string | null)[] | null> => {
    const [only] = asks;
    const hostKey = asks.length === 1 && only ? readHostKeyQuestion(only.prompt) : null;
    if (hostKey) return (await this.#askHostKey(hostKey)) ? ['y'] : null;
    const known = await whileSlow(this.#known(asks), this.#about.waiting);
    if (known) return known;
    const fields = asks.flatMap((ask, index) => toField(ask, index));
    if (fields.length === 0) return asks.map((ask) => ask.defaultResult ?? '');
    return this.#ask(asks, fields);
  };

  /** The connection is open: what was answered is right, and what the user wanted remembered is kept. */
  async succeeded(): Promise<void> {
    const given = [...this.#given];
    this.#given.clear();
    for (const [account, { secret }] of given) this.#remembered.keep(account, secret);
    for (const [account, { secret, remember }] of given) {
      if (remember) await this.#remembered.set(account, secret);
    }
  }

  /** The host refused what was answered: it is not given again. */
  refused(): void {
    for (const account of this.#answered) this.#remembered.refuse(account);
    this.#given.clear();
  }

  /** Everything that is asked, where all of it is known. */
  async #known(asks: readonly CredentialRequest[]): Promise<string[] | null> {
    const accounts = asks.map((ask) => this.#account(ask));
    if (accounts.length === 0 || accounts.some((account) => this.#answered.has(account))) return null;
    const found = await Promise.all(accounts.map((account) => this.#remembered.get(account)));
    if (found.some((one) => one === null)) return null;
    for (const account of accounts) this.#answered.add(account);
    return found.map((one) => one ?? '');
  }

  async #ask(asks: readonly CredentialRequest[], fields: Prompt['fields']): Promise<string[] | null> {
    const { connection, name, uri, signal } = this.#about;
    const accounts = asks.map((ask) => this.#account(ask));
    const again = accounts.some((one) => this.#answered.has(one) || this.#remembered.wasRefused(one));
    const keyring = (await this.#remembered.problem()) === null;
    const answer = await this.#waitFor({
      connection,
      title: `Sign in to ${name}`,
      message: questionOf(asks, uri),
      fields,
      remember: keyring ? 'keyring' : 'until-closed',
      ...(again && { problem: 'The last answer was refused.' }),
    });
    if (!answer || signal.aborted) return null;
    const results = asks.map((ask, index) => answer.answers[String(index)] ?? ask.defaultResult ?? '');
    accounts.forEach((account, index) => {
      if (NOT_ASKED.has(asks[index]?.type ?? 0)) return;
      this.#answered.add(account);
      this.#given.set(account, { secret: results[index] ?? '', remember: answer.remember });
    });
    return results;
  }

  async #askHostKey(hostKey: NonNullable<Prompt['hostKey']>): Promise<boolean> {
    const { connection, name } = this.#about;
    const { host, address, type, fingerprint } = hostKey;
    const place = address === null ? host : `${host} (${address})`;
    const answer = await this.#waitFor({
      connection,
      kind: 'host-key',
      title: `Is this ${name}?`,
      message: `Nothing is known of ${place} yet. It shows this key (${type}):\n${fingerprint}\nCompare it with what the host's administrator says. If it is the same, continue: it will be known from then on.`,
      fields: [],
      hostKey,
      remember: 'never',
    });
    return answer !== null;
  }

  async #waitFor(question: Omit<Prompt, 'id'>): Promise<PromptAnswer | null> {
    this.#about.waiting(true);
    try {
      const answer = await this.#prompts.ask(question, this.#about.signal);
      if (!answer) this.#cancelled = true;
      return answer;
    } finally {
      this.#about.waiting(false);
    }
  }

  /** One account per connection and purpose. */
  #account(ask: CredentialRequest): string {
    return accountOf(this.#about.uri, LABELS.get(ask.type) ?? labelOf(ask));
  }
}

function toField(ask: CredentialRequest, index: number): Prompt['fields'] {
  if (NOT_ASKED.has(ask.type)) return [];
  const label = LABELS.get(ask.type) ?? labelOf(ask);
  return [{ key: String(index), label, secret: SECRET.has(ask.type), defaultValue: ask.defaultResult ?? '' }];
}

function labelOf(ask: CredentialRequest): string {
  return ask.prompt.trim().replace(/:$/, '') || 'Answer';
}

/** What the server says; only its own words where it asks something unusual. */
function questionOf(asks: readonly CredentialRequest[], uri: string): string {
  const challenges = asks.map((ask) => ask.challenge?.trim()).filter((one) => one);
  return challenges.length > 0 ? challenges.join('\n') : `${uri} asks for credentials.`;
}
