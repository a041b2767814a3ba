import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Addresses that were printed and not yet used; the oldest is forgotten. */
const MAX_TOKENS = 16;

/** A session: which browser a request comes from. */
export interface Session {
  readonly id: string;
}

/**
 * Who may use the web host. A token, from the address that was printed, is exchanged once for a session,
 * which the browser keeps in a cookie. Only hashes are kept here, and compared in constant time.
 */
export class WebAccess {
  readonly #cookieName: string;
  readonly #fixedSecret: string | null;
  #tokens: Buffer[] = [];
  readonly #sessions: Array<{ hash: Buffer; session: Session }> = [];

  /**
   * @param fixed `npm run dev` starts the host anew after every change, and its window should stay
   *   logged in: the same cookie in each of them. Otherwise both parts are random.
   */
  constructor(fixed?: { instance: string; secret: string }) {
    // Part of the cookie's name, since cookies are shared by all ports of an address.
    this.#cookieName = `virtdeck-${fixed?.instance ?? randomBytes(6).toString('hex')}`;
    this.#fixedSecret = fixed?.secret ?? null;
    if (fixed) this.#admit(fixed.secret);
  }

  /** A new token, good for one exchange. */
  createToken(): string {
    const token = randomBytes(32).toString('base64url');
    this.#tokens = [...this.#tokens, hash(token)].slice(-MAX_TOKENS);
    return token;
  }

  /** Uses a token up. False when it is wrong or was used before. */
  spendToken(token: string): boolean {
    const index = findEqual(this.#tokens, hash(token));
    if (index < 0) return false;
    this.#tokens.splice(index, 1);
    return true;
  }

  /** Makes a session; the answer is the Set-Cookie header that gives it to a browser. */
  createSession(): string {
    const secret = this.#fixedSecret ?? randomBytes(32).toString('base64url');
    this.#admit(secret);
    return `${this.#cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** The session of a request's Cookie header, or null. */
  sessionOf(cookieHeader: string | undefined): Session | null {
    for (const pair of cookieHeader?.split(';') ?? []) {
      const [name, value] = pair.trim().split('=', 2);
      if (name !== this.#cookieName || !value) continue;
      const index = findEqual(this.#hashes(), hash(value));
      if (index >= 0) return this.#sessions[index]?.session ?? null;
    }
    return null;
  }

  #admit(secret: string): void {
    const known = findEqual(this.#hashes(), hash(secret)) >= 0;
    if (!known) this.#sessions.push({ hash: hash(secret), session: { id: randomBytes(8).toString('hex') } });
  }

  #hashes(): Buffer[] {
    return this.#sessions.map((entry) => entry.hash);
  }
}

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Looks at every entry, whichever is equal. */
function findEqual(hashes: readonly Buffer[], wanted: Buffer): number {
  let found = -1;
  hashes.forEach((candidate, index) => {
    if (timingSafeEqual(candidate, wanted)) found = index;
  });
  return found;
}
