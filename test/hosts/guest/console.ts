import { type ChildProcess, spawn } from 'node:child_process';
import type { Host } from '../lab/host.ts';

const prompt = 'tiny> ';

/** What the tiny guest prints on screen and serial when it is up. */
export const guestMarker = /VIRTDECK-GUEST ready name=(\S+) from=(\S+) mem=(\d+) cpus=(\d+)/;

/**
 * The first serial port of a running guest, by the pseudo-terminal of its QEMU, past libvirt. Do not use it while
 * something else reads the same console: each byte goes to one of the two.
 */
export class GuestConsole {
  #text = '';
  readonly #child: ChildProcess;
  readonly #waiting = new Set<() => void>();

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.setEncoding('utf8');
    child.stdout?.on('data', (chunk: string) => {
      this.#text += chunk.replaceAll('\r', '');
      for (const wake of this.#waiting) wake();
    });
    child.stdin?.on('error', () => undefined);
  }

  /** Opens the console of a running domain. */
  static async open(host: Host, domain: string): Promise<GuestConsole> {
    const pty = (await host.virsh(['ttyconsole', domain])).trim();
    if (!pty.startsWith('/dev/')) throw new Error(`${domain} on ${host.name} has no serial pseudo-terminal`);
    const relay = 'cat <"$0" & reader=$!; cat >"$0"; kill "$reader"';
    const child = spawn('nsenter', host.enter(['sh', '-c', relay, pty]), {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return new GuestConsole(child);
  }

  /** Everything the guest has said since the console was opened. */
  get text(): string {
    return this.#text;
  }

  send(text: string): void {
    this.#child.stdin?.write(text);
  }

  /** Waits for the guest to say something that matches, at or after the offset `from` in {@link text}. */
  async wait(pattern: RegExp, timeoutMs = 30_000, from = 0): Promise<RegExpExecArray> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const match = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).exec(
        this.#text.slice(from),
      );
      if (match) return match;
      const left = deadline - performance.now();
      if (left <= 0)
        throw new Error(`no ${pattern} in ${timeoutMs} ms from:\n${this.#text.slice(from).slice(-2000)}`);
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, left);
        this.#waiting.add(wake);
      });
    }
  }

  /**
   * Waits until the guest takes commands and gives its marker line. It presses Enter again and again, because what
   * a guest says while nobody reads its console is lost.
   */
  async ready(timeoutMs = 60_000): Promise<RegExpExecArray> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      this.send('\n');
      const prompted = await this.wait(new RegExp(`\\n${prompt}$`), 700).catch(() => undefined);
      if (prompted) break;
      if (performance.now() > deadline)
        throw new Error(`the guest is not ready after ${timeoutMs} ms:\n${this.#text}`);
    }
    // What was typed in vain so far may be answered late.
    for (let length = -1; length !== this.#text.length; ) {
      length = this.#text.length;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const match = guestMarker.exec(await this.command('marker'));
    if (!match) throw new Error(`the guest has no marker:\n${this.#text}`);
    return match;
  }

  /** Types a command and gives the answer, without the echo and the prompt. Throws what the guest calls an error. */
  async command(line: string, timeoutMs = 15_000): Promise<string> {
    const from = this.#text.length;
    this.send(`${line}\n`);
    await this.wait(new RegExp(`\\n[^]*${prompt}$`), timeoutMs, from);
    const said = this.#text.slice(from);
    // The echo of the command need not come first: the guest also says things on its own.
    const echo = said.indexOf(`${line}\n`);
    const answer = said.slice(echo < 0 ? 0 : echo + line.length + 1, -prompt.length).trimEnd();
    if (answer.startsWith('error:')) throw new Error(`${line}: ${answer}`);
    return answer;
  }

  close(): void {
    this.#child.stdin?.end();
    this.#child.kill();
  }
}
