import { accountOf } from './accounts.ts';
import type { Keychain } from './keychain.ts';

/**
 * What has been answered before: until the connection is closed by the user, so that one that was lost comes back
 * without asking, and for good in the keychain where the user wanted that.
 */
export class Remembered implements Keychain {
  readonly #keychain: Keychain;
  /** Answers that were right, by account. */
  readonly #session = new Map<string, string>();
  /** Accounts whose kept secret was refused: not to be taken from the keychain again. */
  readonly #refused = new Set<string>();
  /** Accounts whose last answer was wrong. */
  readonly #wrong = new Set<string>();

  constructor(keychain: Keychain) {
    this.#keychain = keychain;
  }

  problem(): Promise<string | null> {
    return this.#keychain.problem();
  }

  async get(account: string): Promise<string | null> {
    const known = this.#session.get(account);
    if (known !== undefined) return known;
    return this.#refused.has(account) ? null : this.#keychain.get(account);
  }

  /** Keeps it for good. */
  set(account: string, secret: string): Promise<void> {
    this.#refused.delete(account);
    return this.#keychain.set(account, secret);
  }

  async delete(account: string): Promise<boolean> {
    this.#session.delete(account);
    return this.#keychain.delete(account);
  }

  accounts(): Promise<string[]> {
    return this.#keychain.accounts();
  }

  /** It was right: keeps it until {@link endSession}. */
  keep(account: string, secret: string): void {
    this.#wrong.delete(account);
    this.#session.set(account, secret);
  }

  /** It was wrong: asks the next time. What the keychain has stays until another answer replaces it. */
  refuse(account: string): void {
    this.#session.delete(account);
    this.#refused.add(account);
    this.#wrong.add(account);
  }

  /** Whether the last answer for it was wrong. */
  wasRefused(account: string): boolean {
    return this.#wrong.has(account);
  }

  /** Forgets what is kept in memory for these accounts. */
  endSession(accounts: Iterable<string>): void {
    for (const account of accounts) {
      this.#session.delete(account);
      this.#wrong.delete(account);
    }
  }

  /** The same for everything of one place. */
  endPlace(place: string): void {
    const prefix = accountOf(place, '');
    this.endSession([...this.#session.keys(), ...this.#wrong].filter((one) => one.startsWith(prefix)));
  }
}
