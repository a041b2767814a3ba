import { WebSocket } from 'ws';
import { z } from 'zod';
import { sleep } from './numbers.ts';

/** So much of a script is shown when it fails, in letters. */
const SHOWN = 200;
const Targets = z.array(z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }));
const Answer = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const Evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z
    .object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() })
    .optional(),
});

/**
 * A page of a browser that Virtdeck started by itself, over the DevTools protocol and nothing more:
 * Playwright would make the page believe that it is always seen.
 */
export class DevTools {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: z.infer<typeof Answer>) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const answer = Answer.safeParse(JSON.parse(String(data)));
      if (answer.success) this.#waiting.get(answer.data.id)?.(answer.data);
    });
  }

  /** Connects to the first page whose address begins so, as soon as there is one. */
  static async attach(port: number, address: string, timeoutMs: number): Promise<DevTools> {
    for (const deadline = performance.now() + timeoutMs; performance.now() < deadline; await sleep(10)) {
      const url = await findPage(port, address);
      if (url) return DevTools.connect(url);
    }
    throw new Error(`the browser showed no page of ${address} within ${timeoutMs} ms`);
  }

  /** Connects to whatever speaks the protocol at this address: a page, or a process of Node's. */
  static async connect(url: string): Promise<DevTools> {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new DevTools(socket);
  }

  /** Connects to the page with this number (Target.createTarget). */
  static attachTo(port: number, target: string): Promise<DevTools> {
    return DevTools.connect(`ws://127.0.0.1:${port}/devtools/page/${target}`);
  }

  /** @throws Error when the browser refuses, the page goes away, or no answer comes */
  async send(method: string, params: object = {}, timeoutMs = 120_000): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = await new Promise<z.infer<typeof Answer>>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${method}: ${why}`));
      const timer = setTimeout(() => fail(`no answer in ${timeoutMs} ms`), timeoutMs);
      const closed = () => fail('the page is gone');
      this.#socket.once('close', closed);
      this.#waiting.set(id, (message) => {
        clearTimeout(timer);
        this.#socket.off('close', closed);
        resolve(message);
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    }).finally(() => this.#waiting.delete(id));
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  }

  /** The value of an expression, awaited. */
  async evaluate(expression: string, timeoutMs?: number): Promise<unknown> {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = Evaluated.parse(
      await this.send('Runtime.evaluate', params, timeoutMs),
    );
    if (!exceptionDetails) return result.value;
    const { text, exception } = exceptionDetails;
    throw new Error(`${expression.slice(0, SHOWN)}: ${text} ${exception?.description ?? ''}`);
  }

  close(): void {
    this.#socket.close();
  }
}

async function findPage(port: number, address: string): Promise<string | null> {
  try {
    const list = Targets.parse(
      await (await fetch(`http://127.0.0.1:${port}/json`, { signal: AbortSignal.timeout(2000) })).json(),
    );
    return (
      list.find(({ type, url }) => type === 'page' && url.startsWith(address))?.webSocketDebuggerUrl ?? null
    );
  } catch {
    return null;
  }
}
