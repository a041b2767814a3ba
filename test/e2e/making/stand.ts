import { expect } from '@playwright/test';
import { guestMarker, type Host, labPools } from '../../hosts/index.ts';
import type { Application } from '../driver/application.ts';
import { removeGuest } from '../driver/guests.ts';
import type { TextPane } from '../pages/console.ts';
import type { MachinePage } from '../pages/machine.ts';
import { Shell } from '../pages/shell.ts';
import { type Method, type RestWish, Wizard } from '../pages/wizard.ts';

/** Where the guests' own files are on every host. */
export const IMAGES = '/var/lib/libvirt/images';

/** One machine that a test makes through the wizard, and what virsh says of it. */
export class MakingStand {
  readonly host: Host;
  readonly name: string;
  readonly wizard: Wizard;
  /** UUIDs of the machines that there were. */
  machinesBefore: string;
  readonly #afterwards: (() => Promise<unknown>)[] = [];
  readonly #application: Application;
  readonly #before: ReadonlySet<string>;

  private constructor(
    host: Host,
    name: string,
    application: Application,
    before: ReadonlySet<string>,
    machines: string,
  ) {
    this.machinesBefore = machines;
    this.host = host;
    this.name = name;
    this.#application = application;
    this.#before = before;
    this.wizard = new Wizard(application.page);
  }

  /** Waits for the application's only connection. */
  static async open(host: Host, name: string, application: Application): Promise<MakingStand> {
    await expect(new Shell(application.page).host(/Connected/)).toBeVisible({ timeout: 60_000 });
    const machines = await host.virsh(['list', '--all', '--uuid']);
    return new MakingStand(host, name, application, new Set(await volumesOf(host)), machines);
  }

  /** The wizard at its second step. Machines are of the older type: the quick guest knows no SATA. */
  async begin(method: Method, title = 'Media'): Promise<Wizard> {
    await this.wizard.open();
    await this.wizard.how(method, method.endsWith('container') ? {} : { machine: 'pc' });
    await this.wizard.next(title);
    return this.wizard;
  }

  /** From the second step to the review, and on to the machine's page. */
  async make(wish: Partial<RestWish> = {}): Promise<MachinePage> {
    await this.wizard.rest({ name: this.name, memoryMiB: 192, vcpus: 1, ...wish });
    return this.create();
  }

  /** From the review. `mine`: volumes that the test itself has made. */
  async create(mine: readonly string[] = []): Promise<MachinePage> {
    expect(await this.made(), 'nothing is made before Create').toEqual(mine);
    return this.wizard.createAndOpen(this.name, 120_000);
  }

  /** Waits until the machine says on its serial console, as Virtdeck shows it, where it was started from. */
  async startedFrom(machine: MachinePage, from: string): Promise<TextPane> {
    await machine.openConsole(/Serial/);
    const serial = machine.text('Serial 1');
    await serial.prompt(/tiny>$/, 150_000);
    await serial.type('marker');
    await serial.shows(new RegExp(`${guestMarker.source.replace(/from=\(.*?\)/, `from=${from}`)}`));
    return serial;
  }

  /** What virsh says of the machine: of its definition that stays, unless the running one is asked for. */
  xml(which: 'saved' | 'running' = 'saved'): Promise<string> {
    return this.host.virsh(['dumpxml', this.name, ...(which === 'saved' ? ['--inactive'] : [])]);
  }

  disks(which: 'saved' | 'running' = 'saved'): Promise<string> {
    return this.host.virsh(['domblklist', this.name, ...(which === 'saved' ? ['--inactive'] : [])]);
  }

  /** Volumes of all pools that were not there before, as "pool/volume". */
  async made(): Promise<string[]> {
    return (await volumesOf(this.host)).filter((volume) => !this.#before.has(volume));
  }

  /** Waits until exactly these volumes are left of what was made. */
  async leaves(volumes: readonly string[]): Promise<void> {
    await expect.poll(() => this.made(), { timeout: 60_000 }).toEqual([...volumes].sort());
  }

  /** What is to be taken back once the machine is gone, however the test ends. */
  afterwards(undo: () => Promise<unknown>): void {
    this.#afterwards.push(undo);
  }

  /** Ends the machine, and with it what was made for its first boot. */
  async remove(): Promise<void> {
    await removeGuest(this.host, this.name);
    for (const undo of this.#afterwards.toReversed()) await undo();
    for (const volume of await this.made()) {
      const [pool = '', name = ''] = volume.split('/');
      await this.host.virshAny(['vol-delete', '--pool', pool, name]);
    }
  }

  get page() {
    return this.#application.page;
  }
}

async function volumesOf(host: Host): Promise<string[]> {
  const found: string[] = [];
  for (const [pool] of labPools) {
    await host.virsh(['pool-refresh', pool]);
    for (const line of (await host.virsh(['vol-list', pool])).split('\n')) {
      const [name = ''] = line.trim().split(/\s+/);
      if (name !== '') found.push(`${pool}/${name}`);
    }
  }
  return found.sort();
}
