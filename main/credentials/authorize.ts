import type { Prompt } from '../../contract/index.ts';
import type { CredentialRequest } from '../libvirt/agent/protocol.ts';
import type { Keychain } from './keychain.ts';
import type { Prompts } from './prompts.ts';

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
 * Answers one connection attempt's credential requests: from the keychain first, once per attempt,
 * then by asking. What the user wants remembered is kept only when `succeeded` is called.
 */
export class Authorizer {
  readonly #prompts: Prompts;
  readonly #keychain: Keychain;
  readonly #about: AuthorizeFor;
  readonly #useKeychain: boolean;
  #triedKeychain = false;
  #usedKeychain = false;
  #remember = new Map<string, string>();

  /** @param useKeychain false after remembered answers were refused */
  constructor(prompts: Prompts, keychain: Keychain, about: AuthorizeFor, useKeychain: boolean) {
    this.#prompts = prompts;
    this.#keychain = keychain;
    this.#about = about;
    this.#useKeychain = useKeychain;
  }

  /** Whether remembered answers were given; when the attempt fails then, they are wrong. */
  get usedKeychain(): boolean {
    return this.#usedKeychain;
  }

  /** Answers in the order of the requests; null: the user cancelled. */
  readonly authorize = async (asks: readonly CredentialRequest[]): Promise<(string | null)[] | null> => {
    // A locked keyring asks the user too, in a dialog of its own.
    this.#about.waiting(true);
    try {
      return (await this.#fromKeychain(asks)) ?? (await this.#ask(asks));
    } finally {
      this.#about.waiting(false);
    }
  };

  async #ask(asks: readonly CredentialRequest[]): Promise<(string | null)[] | null> {
    const fields = asks.flatMap((ask, index) => toField(ask, index));
    if (fields.length === 0) return asks.map((ask) => ask.defaultResult ?? '');
    const question = {
      connection: this.#about.connection,
      title: `Sign in to ${this.#about.name}`,
      message: questionOf(asks, this.#about.uri),
      fields,
    };
    const answer = await this.#prompts.ask(question, this.#about.signal);
    if (!answer) return null;
    const results = asks.map((ask, index) => answer.answers[String(index)] ?? ask.defaultResult ?? '');
    if (answer.remember) {
      this.#remember = new Map(asks.map((ask, index) => [this.#account(ask), results[index] ?? '']));
    }
    return results;
  }

  /** The connection is open: what the user wanted remembered is right, and is kept. */
  async succeeded(): Promise<void> {
    for (const [account, secret] of this.#remember) await this.#keychain.set(account, secret);
    this.#remember.clear();
  }

  async #fromKeychain(asks: readonly CredentialRequest[]): Promise<string[] | null> {
    if (!this.#useKeychain || this.#triedKeychain) return null;
    this.#triedKeychain = true;
    const found = await Promise.all(asks.map((ask) => this.#keychain.get(this.#account(ask))));
    if (asks.length === 0 || found.some((one) => one === null)) return null;
    this.#usedKeychain = true;
    return found.map((one) => one ?? '');
  }

  /** One account per connection and purpose. */
  #account(ask: CredentialRequest): string {
    return `${this.#about.uri} ${LABELS.get(ask.type) ?? ask.prompt}`;
  }
}

function toField(ask: CredentialRequest, index: number): Prompt['fields'] {
  if (ask.type === Credential.external || ask.type === Credential.language) return [];
  const label = LABELS.get(ask.type) ?? (ask.prompt.trim().replace(/:$/, '') || 'Answer');
  return [{ key: String(index), label, secret: SECRET.has(ask.type), defaultValue: ask.defaultResult ?? '' }];
}

/** What the server says; only its own words where it asks something unusual. */
function questionOf(asks: readonly CredentialRequest[], uri: string): string {
  const challenges = asks.map((ask) => ask.challenge?.trim()).filter((one) => one);
  return challenges.length > 0 ? challenges.join('\n') : `${uri} asks for credentials.`;
}
