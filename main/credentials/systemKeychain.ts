import { type Keychain, MemoryKeychain } from './keychain.ts';

/**
 * The functions of keytar that are used; it stores in the desktop's Secret Service. Its findCredentials is not among
 * them: with a locked keyring it ends the process with a segmentation fault.
 */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** The name under which secrets are found in the keyring. */
const SERVICE = 'virtdeck';
/** The entry that says which others there are. */
const INDEX = 'list of accounts';
/** A locked keyring may wait for its own dialog for ever; after this, memory is used. */
const PATIENCE_MS = 60_000;

/**
 * The desktop's keyring, tried when a secret is first needed, never before. Where it is missing,
 * locked or silent, secrets stay in memory until the application ends, and problem() says so.
 */
export class SystemKeychain implements Keychain {
  readonly #load: () => Promise<Keytar>;
  readonly #patience: number;
  readonly #onProblem: (problem: string) => void;
  /** Changes of the index, one after another. */
  #indexing: Promise<unknown> = Promise.resolve();
  #memory: MemoryKeychain | null = null;
  #keytar: Promise<Keytar | null> | null = null;

  /** @param onProblem told once, when something that was to be kept cannot be */
  constructor(
    load: () => Promise<Keytar> = loadKeytar,
    patienceMs = PATIENCE_MS,
    onProblem: (problem: string) => void = () => {},
  ) {
    this.#load = load;
    this.#patience = patienceMs;
    this.#onProblem = onProblem;
  }

  async problem(): Promise<string | null> {
    await this.#open();
    return this.#memory === null ? null : this.#memory.problem();
  }

  get(account: string): Promise<string | null> {
    return this.#use(
      (keytar) => keytar.getPassword(SERVICE, account),
      (memory) => memory.get(account),
    );
  }

  async set(account: string, secret: string): Promise<void> {
    const before = this.#memory;
    await this.#use(
      async (keytar) => {
        await keytar.setPassword(SERVICE, account, secret);
        await this.#reindex(keytar, (accounts) => accounts.add(account));
      },
      (memory) => memory.set(account, secret),
    );
    if (this.#memory && !before) this.#onProblem(await this.#memory.problem());
  }

  delete(account: string): Promise<boolean> {
    return this.#use(
      async (keytar) => {
        const deleted = await keytar.deletePassword(SERVICE, account);
        if (deleted) await this.#reindex(keytar, (accounts) => accounts.delete(account));
        return deleted;
      },
      (memory) => memory.delete(account),
    );
  }

  accounts(): Promise<string[]> {
    return this.#use(
      async (keytar) => [...(await readIndex(keytar))].sort(),
      (memory) => memory.accounts(),
    );
  }

  #reindex(keytar: Keytar, change: (accounts: Set<string>) => void): Promise<void> {
    const work = this.#indexing.then(async () => {
      const accounts = await readIndex(keytar);
      change(accounts);
      await keytar.setPassword(SERVICE, INDEX, JSON.stringify([...accounts]));
    });
    this.#indexing = work.catch(() => {});
    return work;
  }

  async #use<T>(
    inKeyring: (keytar: Keytar) => Promise<T>,
    inMemory: (memory: MemoryKeychain) => Promise<T>,
  ): Promise<T> {
    const keytar = await this.#open();
    if (keytar !== null && this.#memory === null) {
      try {
        return await inTime(inKeyring(keytar), this.#patience);
      } catch (error) {
        this.#giveUp(error);
      }
    }
    return inMemory(this.#giveUp(null));
  }

  /** Loads keytar once and asks it something: only an answer proves that a Secret Service is there. */
  #open(): Promise<Keytar | null> {
    this.#keytar ??= this.#load()
      .then(async (keytar) => {
        await inTime(keytar.getPassword(SERVICE, INDEX), this.#patience);
        return keytar;
      })
      .catch((error: unknown) => {
        this.#giveUp(error);
        return null;
      });
    return this.#keytar;
  }

  #giveUp(error: unknown): MemoryKeychain {
    const why = error instanceof Error ? ` (${error.message})` : '';
    this.#memory ??= new MemoryKeychain(
      `The desktop's keyring does not answer${why}. Secrets are kept until Virtdeck is closed.`,
    );
    return this.#memory;
  }
}

async function readIndex(keytar: Keytar): Promise<Set<string>> {
  const text = (await keytar.getPassword(SERVICE, INDEX)) ?? '[]';
  try {
    const value: unknown = JSON.parse(text);
    return new Set(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set();
  }
}

/** keytar is native and optional: nothing of it is loaded before a secret is needed. */
async function loadKeytar(): Promise<Keytar> {
  const module = await import('keytar');
  return module.default;
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${Math.round(ms / 1000)} s`)), ms);
    timer.unref();
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
