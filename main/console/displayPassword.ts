import { accountOf } from '../credentials/accounts.ts';
import type { Prompts } from '../credentials/prompts.ts';
import type { Remembered } from '../credentials/remembered.ts';
import { type Hypervisor, XML } from '../hypervisor/hypervisor.ts';
import { graphicsPassword } from './list.ts';
import type { VncAnswer, VncWish } from './vnc/handshake.ts';

type Source = 'definition' | 'remembered' | 'typed';

const REFUSED: Readonly<Record<Source, string>> = {
  definition: 'The display refused the password that stands in the machine’s definition.',
  remembered: 'The display refused the password that it was opened with before.',
  typed: 'The display refused the last password.',
};

/** What asking for a display's password takes. */
export interface PasswordDeps {
  readonly prompts: Prompts;
  readonly remembered: Remembered;
}

/**
 * The password of one display while it is being opened: from its definition, else what was right before, else the
 * user's answer. It stays in main.
 */
export class DisplayPassword {
  readonly #deps: PasswordDeps;
  readonly #host: Hypervisor;
  readonly #uuid: string;
  readonly #index: number;
  readonly #signal: AbortSignal;
  /** What was refused in this attempt to open it. */
  #tried = new Set<Source>();
  #last: { from: Source; answer: VncAnswer; remember: boolean } | null = null;

  /** @param signal withdraws the question: whoever wanted to see the display is gone */
  constructor(deps: PasswordDeps, host: Hypervisor, uuid: string, index: number, signal: AbortSignal) {
    this.#deps = deps;
    this.#host = host;
    this.#uuid = uuid;
    this.#index = index;
    this.#signal = signal;
  }

  /** Null: the user does not say it. */
  readonly get = async (wish: VncWish): Promise<VncAnswer | null> => {
    const known = (await this.#fromDefinition(wish)) ?? (await this.#fromMemory(wish));
    if (known) return known;
    return this.#ask(wish);
  };

  /** What was given last was right: it is known from now on, and in the keyring where the user wants that. */
  async accepted(): Promise<void> {
    if (this.#last?.from !== 'typed') return;
    const { answer, remember } = this.#last;
    const { remembered } = this.#deps;
    const given = [
      [this.#account('User name'), answer.username],
      [this.#account('Password'), answer.password],
    ] as const;
    for (const [account, secret] of given) remembered.keep(account, secret);
    if (!remember) return;
    for (const [account, secret] of given) await remembered.set(account, secret);
  }

  /** What was given last was wrong. True: it makes sense to try again with something else. */
  refused(): boolean {
    if (!this.#last) return false;
    this.#tried.add(this.#last.from);
    if (this.#last.from === 'remembered') {
      this.#deps.remembered.refuse(this.#account('Password'));
      this.#deps.remembered.refuse(this.#account('User name'));
    }
    return true;
  }

  /** VNC's own passwords stand in the definition; those of users do not. */
  async #fromDefinition(wish: VncWish): Promise<VncAnswer | null> {
    if (wish.username || this.#tried.has('definition') || this.#host.connection.readOnly) return null;
    const { connection } = this.#host;
    const doing = connection.doing('Reading the password of the display of', this.#host.row(this.#uuid));
    // Whoever may open the console may not be allowed to see secrets: then the user is asked.
    const xml = await connection
      .call('domainXML', { uuid: this.#uuid, flags: XML.secure }, doing)
      .catch(() => null);
    const password = xml === null ? null : graphicsPassword(xml, this.#index);
    if (password === null) return null;
    return this.#give('definition', { username: '', password });
  }

  async #fromMemory(wish: VncWish): Promise<VncAnswer | null> {
    if (this.#tried.has('remembered')) return null;
    const password = await this.#deps.remembered.get(this.#account('Password'));
    const username = await this.#deps.remembered.get(this.#account('User name'));
    if (password === null || (wish.username && username === null)) return null;
    return this.#give('remembered', { username: username ?? '', password });
  }

  async #ask(wish: VncWish): Promise<VncAnswer | null> {
    const { connection } = this.#host;
    const { name } = this.#host.row(this.#uuid);
    const keyring = (await this.#deps.remembered.problem()) === null;
    const password = { key: 'password', label: 'Password', secret: true, defaultValue: '' };
    const user = { key: 'username', label: 'User name', secret: false, defaultValue: '' };
    const typed = await this.#deps.prompts.ask(
      {
        connection: this.#host.id,
        title: `Display of ${name}`,
        message: wish.username
          ? `The display of ${name} on ${connection.name} wants a user and a password.`
          : `The display of ${name} on ${connection.name} wants a password.`,
        fields: wish.username ? [user, password] : [password],
        remember: keyring ? 'keyring' : 'until-closed',
        ...(this.#last !== null && this.#tried.size > 0 && { problem: REFUSED[this.#last.from] }),
      },
      this.#signal,
    );
    if (!typed) return null;
    const { username = '', password: secret = '' } = typed.answers;
    return this.#give('typed', { username, password: secret }, typed.remember);
  }

  #give(from: Source, answer: VncAnswer, remember = false): VncAnswer {
    this.#last = { from, answer, remember };
    return answer;
  }

  #account(purpose: 'User name' | 'Password'): string {
    return accountOf(`${this.#host.connection.uri}#display-of-${this.#uuid}`, `Display ${purpose}`);
  }
}
