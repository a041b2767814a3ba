import type { CredentialRequest, Lane } from './protocol.ts';

type Ask = (requests: CredentialRequest[]) => Promise<(string | null)[] | null>;

/** One question, as libvirt would ask it again. */
function keyOf(request: CredentialRequest): string {
  return JSON.stringify([request.type, request.prompt, request.challenge]);
}

/**
 * Answers the questions of further connections, those for jobs, with what was given for the first, so that
 * the user is asked once. Kept in memory while the agent lives. An attempt gets the kept answers once; when
 * it asks again they were refused, and the user is asked.
 */
export class CredentialReplay {
  readonly #given = new Map<string, string | null>();
  #replayedFor = -1;

  clear(): void {
    this.#given.clear();
  }

  /** @param attempt the same for all questions of one attempt to open */
  async answer(
    lane: Lane,
    attempt: number,
    requests: CredentialRequest[],
    ask: Ask,
  ): Promise<(string | null)[] | null> {
    if (lane === 'job' && attempt !== this.#replayedFor) {
      this.#replayedFor = attempt;
      const keys = requests.map(keyOf);
      if (keys.every((key) => this.#given.has(key))) return keys.map((key) => this.#given.get(key) ?? null);
    }
    const results = await ask(requests);
    results?.forEach((result, index) => {
      const request = requests[index];
      if (request) this.#given.set(keyOf(request), result);
    });
    return results;
  }
}
