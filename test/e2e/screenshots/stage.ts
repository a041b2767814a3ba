import { type Browser, chromium, expect, type Locator, type Page } from '@playwright/test';
import { type Host, type Lab, startLab } from '../../hosts/index.ts';
import { type Application, Home } from '../driver/application.ts';
import { browserPath, sandboxArguments } from '../driver/paths.ts';
import { launchWeb } from '../driver/web.ts';
import { ConnectionForm, type ConnectionWish } from '../pages/connections.ts';
import type { MachinePage } from '../pages/machine.ts';
import { Shell } from '../pages/shell.ts';
import { Keyring } from './keyring.ts';
import { furnishMachines } from './machines.ts';

/** How the hosts are called and treated in the list. */
const HOSTS: Readonly<Record<string, ConnectionWish>> = {
  hv1: { name: 'hv1', group: 'Berlin', colour: 'Teal' },
  hv2: { name: 'hv2', group: 'Berlin', colour: 'Orange', production: true },
  hv3: { name: 'hv3', group: 'Hamburg' },
};

/** How long a host may take to answer, in ms. */
const CONNECT_LIMIT = 60_000;

/** One laboratory and one running application, which the scenes go through one after the other. */
export class Stage {
  readonly lab: Lab;
  readonly browser: Browser;
  readonly shell: Shell;
  readonly #application: Application;
  readonly #home: Home;
  readonly #keyring: Keyring;
  readonly #furnished = new Set<string>();
  readonly #connected = new Set<string>();
  readonly #cleanups: (() => unknown)[] = [];

  private constructor(lab: Lab, browser: Browser, application: Application, home: Home, keyring: Keyring) {
    this.lab = lab;
    this.browser = browser;
    this.#application = application;
    this.#home = home;
    this.#keyring = keyring;
    this.shell = new Shell(application.page);
  }

  /** Starts everything; what was started ends again when something of it fails. */
  static async start(): Promise<Stage> {
    const undo: (() => Promise<void> | void)[] = [];
    try {
      const lab = await startLab({ hosts: 3 });
      undo.unshift(() => lab.down());
      const home = new Home();
      undo.unshift(() => home.remove());
      const env = home.environment();
      const keyring = await Keyring.start(env);
      undo.unshift(() => keyring.stop());
      const browser = await chromium.launch({ executablePath: browserPath(), args: sandboxArguments() });
      undo.unshift(() => browser.close());
      const application = await launchWeb(browser, {
        uris: [],
        env: { ...env, ...keyring.environment },
        // Hosts have names there, and the machine's own hypervisor is not seen.
        wrap: (program, args) => lab.client.wrap(program, args),
      });
      application.page.setDefaultTimeout(20_000);
      return new Stage(lab, browser, application, home, keyring);
    } catch (error) {
      for (const step of undo) await step();
      throw error;
    }
  }

  get page(): Page {
    return this.#application.page;
  }

  /** Where the application serves. */
  get address(): string {
    return this.#application.address ?? '';
  }

  host(name: string): Host {
    return this.lab.host(name);
  }

  /** Back to the fleet with nothing open or typed: the window is loaded again. */
  async reset(): Promise<void> {
    await this.page.goto(`${this.address}/#/`);
    await this.page.reload();
    await this.shell.navigation.waitFor();
    await this.page.mouse.move(640, 2);
  }

  /** Adds a connection with the form and waits for it to be open. */
  async add(uri: string, wish: ConnectionWish & { name: string }): Promise<void> {
    const form = await this.addLater(uri, wish);
    await expect(this.shell.host(new RegExp(`^${wish.name}, Connected`))).toBeVisible({
      timeout: CONNECT_LIMIT,
    });
    await form.dialog.waitFor({ state: 'hidden' });
  }

  /** Adds a connection and does not wait for what becomes of it. */
  async addLater(uri: string, wish: ConnectionWish): Promise<ConnectionForm> {
    const form = await ConnectionForm.add(this.page);
    await form.uri.fill(uri);
    await form.fill(wish);
    await form.send();
    return form;
  }

  /** Takes a connection out of the list. */
  async remove(name: string): Promise<void> {
    const line = this.shell.host(new RegExp(`^${name}, `));
    if (await line.isVisible()) await this.#removeLine(line);
  }

  /** Takes every connection out of the list: also the demo host that a first start shows. */
  async removeAll(): Promise<void> {
    const lines = this.shell.navigation.locator('[data-status]');
    for (let left = await lines.count(); left > 0; left -= 1) {
      await this.#removeLine(lines.first());
      await expect(lines).toHaveCount(left - 1);
    }
    this.#connected.clear();
  }

  async #removeLine(line: Locator): Promise<void> {
    await line.click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: 'Remove connection' }).click();
    const question = this.page.getByRole('dialog');
    await question.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(question).toBeHidden();
  }

  /** Opens a host of the laboratory as it is, if it is not open yet. */
  async connect(name: string): Promise<void> {
    if (this.#connected.has(name)) return;
    const host = this.host(name);
    await this.add(host.uri.named.ssh.replace(/\?.*/, ''), { ...HOSTS[name], name });
    this.#connected.add(name);
  }

  /** Opens hosts with their machines, if that has not been done yet, and shows the fleet. */
  async furnish(...names: readonly string[]): Promise<void> {
    if (this.#connected.size === 0) await this.removeAll();
    for (const name of names) {
      if (!this.#furnished.has(name)) {
        await furnishMachines(this.host(name));
        this.#furnished.add(name);
      }
      await this.connect(name);
    }
    await this.shell.openFleet();
  }

  /** A machine's page, from the fleet, where its host has been furnished. */
  async openMachine(name: string): Promise<MachinePage> {
    await this.shell.openFleet();
    return await this.shell.openMachine(name);
  }

  /** A host's page. */
  async openHost(name: string, tab?: 'Overview' | 'Machines' | 'Storage' | 'Networks'): Promise<void> {
    await this.shell.host(new RegExp(`^${name}, `)).click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
    if (tab) await this.page.getByRole('tablist', { name: 'Host' }).getByRole('tab', { name: tab }).click();
  }

  /** Mends what was broken on a host and waits until it is connected again. */
  async bringBack(name: string): Promise<void> {
    await this.host(name).faults.restore();
    if (!this.#connected.has(name)) return;
    const retry = this.shell.navigation.getByRole('button', { name: new RegExp(`^Retry.* ${name}$`) });
    await this.reset();
    if (await retry.isVisible()) await retry.click();
    await expect(this.shell.host(new RegExp(`^${name}, Connected`))).toBeVisible({ timeout: CONNECT_LIMIT });
  }

  /** Has something undone at the end, in the opposite order. */
  atEnd(cleanup: () => unknown): void {
    this.#cleanups.unshift(cleanup);
  }

  /** Ends the main process under the window, which stays and is told. */
  killMain(): void {
    process.kill(this.#application.pid, 'SIGKILL');
  }

  async close(): Promise<void> {
    const steps = [
      ...this.#cleanups,
      () => this.#application.close(),
      () => this.browser.close(),
      () => this.#keyring.stop(),
      () => this.#home.remove(),
      () => this.lab.down(),
    ];
    const failures: unknown[] = [];
    for (const step of steps)
      await Promise.resolve()
        .then(step)
        .catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be cleaned up');
  }
}
