import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compare, Domain } from '../../../model/index.ts';
import type { TestApp, TestWindow } from '../../integration/helpers/services/app.ts';
import { machineNamed, openApp } from '../../integration/helpers/services/machine.ts';
import { GuestConsole } from '../guest/console.ts';
import { type GuestWish, guestXml } from '../guest/domain.ts';
import type { Host } from '../lab/host.ts';
import { describeLab } from '../vitest.ts';

type Edit = (domain: Domain) => void;

/** A kind of device, or a section, that is added, changed and removed on a real machine. */
export interface DeviceCase {
  readonly what: string;
  /** Makes the machine one that can have it; is saved before anything is looked at. */
  readonly prepare?: Edit;
  readonly add: Edit;
  readonly change?: Edit;
  readonly remove?: Edit;
  /** On the host, before: files, pools. */
  readonly setUp?: (host: Host) => Promise<unknown>;
}

type Live = 'done' | 'unchanged' | 'next-boot' | 'never' | 'failed';

/**
 * The same on a machine that runs: what the changes of each step come to there, `done` unless said otherwise. Where
 * one of them is done, virsh has to show all that was asked for.
 */
export interface RunningCase extends DeviceCase {
  readonly live?: Partial<Record<Step, Live | readonly Live[]>>;
  /** What the running machine shows of a step, where libvirt writes it otherwise there than in a definition. */
  readonly shows?: Partial<Record<Step, readonly string[]>>;
  /** The controller of control groups that it needs, by all its names: without it every step fails, and says why. */
  readonly needs?: readonly string[];
  /** Looks at the running machine after a step. */
  readonly look?: Partial<Record<Step, (host: Host, name: string) => Promise<unknown>>>;
}

type Step = 'add' | 'change' | 'remove';

interface Suite {
  /** A name for the guests of it. */
  readonly guest: string;
  /** The machine that is off; q35 if left out. */
  readonly wish?: Partial<GuestWish>;
  readonly saved: readonly DeviceCase[];
  /** The host has control groups. */
  readonly cgroups?: boolean;
  /** The machine that runs, and boots; of the type `pc` if left out. */
  readonly runningWish?: Partial<GuestWish>;
  /** Makes the definition of the running machine one that can have these. */
  readonly runningPrepare?: Edit;
  readonly running?: readonly RunningCase[];
}

/** Controllers that libvirt adds by itself when a device needs a place: they are nobody's change. */
const OWN = /^controllers\[(?:pci|usb|virtio-serial|ccid|scsi|sata|ide|fdc)\b[^/]*$/;

/**
 * Proves edits of devices: each is made by main's own `editing.apply`, and `virsh dumpxml` shows afterwards exactly
 * what was asked for, and nothing else. One lab; the machine of saved cases never starts.
 */
export function describeDevices(title: string, suite: Suite): void {
  describeLab(title, { hosts: 1, cgroups: suite.cgroups ?? false }, (lab) => {
    const hv1 = () => lab().host('hv1');
    let app: TestApp;
    let window: TestWindow;
    let connection = '';

    beforeAll(async () => {
      await hv1().define(savedXml(suite));
      ({ app, window, connection } = await openApp(hv1().uri.unix));
    }, 120_000);
    afterAll(async () => {
      await app?.stop();
    });

    const machine = (name: string) => new Machine(hv1(), window, connection, name);

    describe('saved', () => {
      beforeEach(async () => void (await hv1().define(savedXml(suite))));
      it.each(suite.saved.map((one) => [one.what, one] as const))(
        '%s',
        async (_what, one) => {
          await one.setUp?.(hv1());
          await machine(suite.guest).goThrough(one);
        },
        60_000,
      );
    });

    if (suite.running) {
      describe('running', () => {
        let guest: GuestConsole;
        const name = `${suite.guest}-on`;
        beforeAll(async () => {
          const domain = Domain.parse(guestXml({ name, graphics: 'none', ...suite.runningWish }));
          suite.runningPrepare?.(domain);
          await hv1().define(domain.toXml());
          await hv1().virsh(['start', name]);
          guest = await GuestConsole.open(hv1(), name);
          await guest.ready();
          await guest.command('settled');
        }, 180_000);
        afterAll(() => guest?.close());

        it.each((suite.running ?? []).map((one) => [one.what, one] as const))(
          '%s',
          async (_what, one) => {
            await one.setUp?.(hv1());
            await machine(name).goThroughRunning(one);
          },
          120_000,
        );
      });
    }
  });
}

function savedXml({ guest, wish }: Suite): string {
  const uuid = '1a6e7a40-0e61-4d3c-9a57-6d0c6a3c9d70';
  const xml = guestXml({ name: guest, graphics: 'none', machine: 'q35', ...wish });
  return xml.replace('</name>', `</name><uuid>${uuid}</uuid>`);
}

/** A machine of the host, edited through a window and looked at with virsh. */
class Machine {
  readonly #host: Host;
  readonly #window: TestWindow;
  readonly #connection: string;
  readonly #name: string;

  constructor(host: Host, window: TestWindow, connection: string, name: string) {
    this.#host = host;
    this.#window = window;
    this.#connection = connection;
    this.#name = name;
  }

  async goThrough({ prepare, add, change, remove }: DeviceCase): Promise<void> {
    if (prepare) await this.#prepare(prepare);
    const first = await this.#dump('--inactive');
    for (const step of [add, change, remove]) {
      if (step) await this.#saved(step);
    }
    if (remove) expect(changed(first, await this.#dump('--inactive'))).toEqual([]);
  }

  async goThroughRunning({ live, shows, needs, look, ...steps }: RunningCase): Promise<void> {
    const there = needs && (await this.#host.controllers()).names;
    const can = there === undefined || there.some((name) => needs?.includes(name));
    for (const name of ['add', 'change', 'remove'] as const) {
      const step = steps[name];
      if (!step) continue;
      await this.#running(step, can ? (live?.[name] ?? 'done') : 'failed', shows?.[name]);
      if (can) await look?.[name]?.(this.#host, this.#name);
    }
  }

  async #prepare(edit: Edit): Promise<void> {
    const domain = await this.#dump('--inactive');
    edit(domain);
    await this.#host.define(domain.toXml());
  }

  async #saved(edit: Edit): Promise<void> {
    const before = await this.#dump('--inactive');
    const { result, asked } = await this.#apply(edit, { saved: true, live: false });
    expect(result.refused, JSON.stringify(result.refused)).toBeNull();
    expect(result.changes.filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(changed(before, await this.#dump('--inactive'), asked)).toEqual(asked);
  }

  async #running(edit: Edit, outcome: Live | readonly Live[], shown?: readonly string[]): Promise<void> {
    const wanted: readonly Live[] = typeof outcome === 'string' ? [outcome] : outcome;
    const before = { saved: await this.#dump('--inactive'), live: await this.#dump() };
    const { result, asked } = await this.#apply(edit, { saved: true, live: true });
    const after = { saved: await this.#dump('--inactive'), live: await this.#dump() };
    const told = result.changes.map(({ words, live, problem }) => ({ words, live, problem }));
    expect([...new Set(result.changes.map(({ live }) => live))], JSON.stringify(told)).toEqual(wanted);
    expect(changed(before.saved, after.saved, asked)).toEqual(asked);
    const visible = wanted.includes('done') ? (shown ?? asked) : [];
    expect(changed(before.live, after.live, asked)).toEqual(visible);
  }

  async #apply(edit: Edit, scope: { saved: boolean; live: boolean }) {
    const window = { window: this.#window, connection: this.#connection };
    const machine = await machineNamed(window, this.#name);
    const base = (await machine.definitions()).saved ?? '';
    const domain = Domain.parse(base);
    edit(domain);
    const proposed = domain.toXml();
    const result = await machine.apply(base, proposed, { scope });
    return { result, asked: keys(Domain.parse(base), Domain.parse(proposed)) };
  }

  async #dump(...flags: string[]): Promise<Domain> {
    return Domain.parse(await this.#host.virsh(['dumpxml', this.#name, '--security-info', ...flags]));
  }
}

/** What is between two documents, without the controllers that libvirt made for devices to sit on. */
function changed(before: Domain, after: Domain, asked: readonly string[] = []): string[] {
  return keys(before, after).filter(
    (key) => asked.includes(key) || !(OWN.test(key) || isNewPlace(key, asked)),
  );
}

/** A device on another bus, or of another model, gets another place from libvirt. */
function isNewPlace(key: string, asked: readonly string[]): boolean {
  const [device, inAddress] = key.split('/address/');
  return (
    inAddress !== undefined && ['bus', 'model', 'type'].some((field) => asked.includes(`${device}/${field}`))
  );
}

function keys(before: Domain, after: Domain): string[] {
  return compare(before, after)
    .map(({ key }) => key)
    .sort();
}
