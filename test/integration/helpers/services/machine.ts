import type { DomainRef, EditResult, MachineEditInput } from '../../../../contract/index.ts';
import { Domain } from '../../../../model/index.ts';
import { connected, startApp, type TestApp, type TestWindow, until } from './app.ts';

/** An application with one connection, and its window. */
export interface OpenApp {
  readonly app: TestApp;
  readonly window: TestWindow;
  /** The connection's id. */
  readonly connection: string;
}

/** Starts an application on a host, and waits until it is connected. */
export async function openApp(uri: string, ms?: number): Promise<OpenApp> {
  const app = startApp();
  try {
    const window = app.window();
    await app.start([uri]);
    return { app, window, connection: (await connected(window, ms)).id };
  } catch (error) {
    await app.stop();
    throw error;
  }
}

/** Waits for the row of a machine. */
export async function machineNamed(
  { window, connection }: Pick<OpenApp, 'window' | 'connection'>,
  name: string,
  ms?: number,
): Promise<TestMachine> {
  const row = () => [...window.rows.values()].find((one) => one.name === name);
  return new TestMachine(window, {
    connection,
    uuid: await until(`the row of ${name}`, () => row()?.uuid, ms),
  });
}

type EditOptions = Partial<Omit<MachineEditInput, keyof DomainRef | 'proposed'>>;

/** A machine as a window edits it. */
export class TestMachine {
  readonly ref: DomainRef;
  readonly #window: TestWindow;

  constructor(window: TestWindow, ref: DomainRef) {
    this.#window = window;
    this.ref = ref;
  }

  definitions(): Promise<{ live: string | null; saved: string | null }> {
    return this.#window.client.editing.definitions(this.ref);
  }

  /** Changes the saved definition, or the base that is given; in both definitions unless said otherwise. */
  async edit(change: (domain: Domain) => void, options: EditOptions = {}): Promise<EditResult> {
    const base = options.base ?? (await this.definitions()).saved ?? '';
    const domain = Domain.parse(base);
    change(domain);
    return this.apply(base, domain.toXml(), options);
  }

  /** Proposes a definition in place of the one that it began from. */
  apply(base: string, proposed: string, options: Omit<EditOptions, 'base'> = {}): Promise<EditResult> {
    const scope = { saved: true, live: true };
    return this.#window.client.editing.apply({
      scope,
      cause: 'Test',
      ...options,
      ...this.ref,
      base,
      proposed,
    });
  }
}
