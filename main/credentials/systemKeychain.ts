import { type Keychain, MemoryKeychain } from './keychain.ts';

/** The functions of keytar that are used; it stores in the desktop's Secret Service. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
  findCredentials(service: string): Promise<{ account: string; password: string }[]>;
}

/** The name under which secrets are found in the keyring. */
const SERVICE = 'virtdeck';
/** A locked keyring may wait for its own dialog for ever; after this, memory is used. */
const PATIENCE_MS = 60_000;

/**
 * The desktop's keyring, tried when a secret is first needed, never before. Where it is missing,
 * locked or silent, secrets stay in memory until the application ends, and problem() says so.
 */
export class SystemKeychain implements Keychain {
  readonly #load: () => Promise<Keytar>;
  readonly #patience: number;
  #memory: MemoryKeychain | null = null;
  #keytar: Promise<Keytar | null> | null = null;

  constructor(load: () => Promise<Keytar> = loadKeytar, patienceMs = PATIENCE_MS) {
    this.#load = load;
    this.#patience = patienceMs;
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

  set(account: string, secret: string): Promise<void> {
    return this.#use(
      (keytar) => keytar.setPassword(SERVICE, account, secret),
      (memory) => memory.set(account, secret),
    );
  }

  delete(account: string): Promise<boolean> {
    return this.#use(
      (keytar) => keytar.deletePassword(SERVICE, account),
      (memory) => memory.delete(account),
    );
  }

  accounts(): Promise<string[]> {
    return this.#use(
      async (keytar) => (await keytar.findCredentials(SERVICE)).map((one) => one.account).sort(),
      (memory) => memory.accounts(),
    );
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
        await inTime(keytar.getPassword(SERVICE, 'probe'), this.#patience);
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
