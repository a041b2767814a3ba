/** What a keychain keeps: service, account, secret (design, section 8). */
export interface KeychainEntry {
  readonly account: string;
  readonly secret: string;
}

/** Where remembered secrets live. Secrets never leave main. */
export interface Keychain {
  /** Null when secrets survive the end of the application, else why they do not, in words. */
  problem(): Promise<string | null>;
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  /** Whether there was one. */
  delete(account: string): Promise<boolean>;
  /** The accounts that have a secret, sorted. */
  accounts(): Promise<string[]>;
}

/** Secrets until the application ends: for tests, and where no Secret Service answers. */
export class MemoryKeychain implements Keychain {
  readonly #secrets = new Map<string, string>();
  readonly #problem: string;

  constructor(problem = 'Secrets are kept until Virtdeck is closed.') {
    this.#problem = problem;
  }

  async problem(): Promise<string> {
    return this.#problem;
  }

  async get(account: string): Promise<string | null> {
    return this.#secrets.get(account) ?? null;
  }

  async set(account: string, secret: string): Promise<void> {
    this.#secrets.set(account, secret);
  }

  async delete(account: string): Promise<boolean> {
    return this.#secrets.delete(account);
  }

  async accounts(): Promise<string[]> {
    return [...this.#secrets.keys()].sort();
  }
}
