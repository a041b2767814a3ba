import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Connection, Prompt } from '../../contract/index.ts';
import { buildParts } from '../fixtures/built.ts';
import { startApp, type TestApp, type TestWindow, until } from '../integration/helpers/services/app.ts';
import type { Client } from './lab/client.ts';
import type { Lab } from './lab/lab.ts';

/** The whole main side as a user of the laboratory's client machine has it, with one window. */
export class RemoteStand {
  readonly app: TestApp;
  readonly window: TestWindow;

  private constructor(app: TestApp) {
    this.app = app;
    this.window = app.window();
  }

  static async start(lab: Lab): Promise<RemoteStand> {
    buildParts('askpass');
    takeSshOf(lab.client);
    const app = startApp();
    const stand = new RemoteStand(app);
    await app.start(['test:///default']);
    return stand;
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  /** Takes away what a test has left, so that its failure is its own. */
  async reset(): Promise<void> {
    const added = [...this.window.connections.values()].filter((one) => one.saved);
    await Promise.all(added.map((one) => this.remove(one.id)));
  }

  now(id: string): Connection | undefined {
    return this.window.connections.get(id);
  }

  /** Adds a connection, which opens it. */
  async add(uri: string, more: { readOnly?: boolean; name?: string } = {}): Promise<string> {
    const { id } = await this.window.client.connections.add({ uri, ...more });
    return id;
  }

  async remove(id: string): Promise<void> {
    await this.window.client.connections.remove({ connection: id });
  }

  connected(id: string, ms = 30_000): Promise<Connection> {
    return until(
      `${id} to be connected, not ${JSON.stringify(this.now(id))}`,
      () => {
        const now = this.now(id);
        if (now?.status === 'disconnected' && now.error) throw new Error(JSON.stringify(now.error));
        return now?.status === 'connected' ? now : undefined;
      },
      ms,
    );
  }

  /** Waits until an attempt has ended without a connection. */
  refused(id: string, ms = 30_000): Promise<Connection> {
    return until(
      `the refusal of ${id}`,
      () => {
        const now = this.now(id);
        if (now?.status === 'connected') throw new Error('It was let in');
        return now?.status === 'disconnected' && now.stage === null ? now : undefined;
      },
      ms,
    );
  }

  /** Opens a connection that cannot be, gives the error, and forgets it. */
  async refusal(uri: string, more: { readOnly?: boolean; name?: string } = {}): Promise<Connection['error']> {
    const id = await this.add(uri, more);
    const { error } = await this.refused(id);
    await this.remove(id);
    return error;
  }

  /** Opens a connection, gives what is known of it, and closes it. */
  async visit(uri: string, more: { readOnly?: boolean } = {}): Promise<Connection> {
    const id = await this.add(uri, more);
    const found = await this.connected(id);
    await this.remove(id);
    return found;
  }

  /** Questions that wait now. */
  get prompts(): Prompt[] {
    const gone = new Set(
      this.window.told.flatMap((one) => (one.name === 'promptRemoved' ? [idOf(one.payload)] : [])),
    );
    return this.window.told.flatMap((one) => {
      if (one.name !== 'promptAdded') return [];
      const prompt = one.payload as Prompt;
      return gone.has(prompt.id) ? [] : [prompt];
    });
  }

  prompt(connection?: string): Promise<Prompt> {
    return until('a question', () =>
      this.prompts.find((one) => connection === undefined || one.connection === connection),
    );
  }

  /** Answers the next question: secrets with the text, others with their default; null cancels. */
  async answer(text: string | null, options: { remember?: boolean; user?: string } = {}): Promise<Prompt> {
    const prompt = await this.prompt();
    const values = prompt.fields.map(({ key, secret, defaultValue }): [string, string] => [
      key,
      secret ? (text ?? '') : (options.user ?? defaultValue),
    ]);
    await this.window.client.prompts.answer({
      id: prompt.id,
      answers: text === null ? null : Object.fromEntries(values),
      remember: options.remember ?? false,
    });
    return prompt;
  }
}

function idOf(payload: unknown): string {
  return (payload as { id: string }).id;
}

/** From now on `ssh` is one with the laboratory's configuration, for this process and all that it starts. */
export function takeSshOf(client: Client): void {
  const folder = join(client.folder, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F '${client.sshConfig}' "$@"\n`);
  chmodSync(join(folder, 'ssh'), 0o755);
  const path = process.env.PATH ?? '';
  if (!path.split(delimiter).includes(folder)) process.env.PATH = `${folder}${delimiter}${path}`;
}
