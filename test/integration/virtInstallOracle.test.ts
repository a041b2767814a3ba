import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MachinePreview, MachineSpec, type OsFacts } from '../../contract/index.ts';
import { planMachine } from '../../main/provision/plan/planMachine.ts';
import { previewOf } from '../../main/provision/plan/preview.ts';
import { describeLab } from '../hosts/vitest.ts';
import { connected, startApp, type TestApp, type TestWindow } from './helpers/services/app.ts';
import { inTurn, invalid, output } from './model-tools.ts';
import {
  ON_LAB,
  ourWords,
  type Place,
  PRETENDED,
  theirWords,
  titleOf,
  type Wish,
} from './oracle/combinations.ts';
import { differences, type Found } from './oracle/compareDefinitions.ts';
import { explanations, INTENDED, type Intended } from './oracle/differences.ts';
import { planSourcesOfNothing, pretendedHost, pretendedUri } from './oracle/pretended.ts';

/** What both have made of a wish. */
interface Result {
  readonly wish: Wish;
  readonly title: string;
  readonly uri: string;
  readonly preview: MachinePreview;
  /** The definition that stays, and that of the first boot where there is another. */
  readonly theirs: string[];
  /** By the command that Virtdeck shows. */
  readonly commanded: string[];
}

const MINUTES = 60_000;

describeLab('virt-install as an oracle', { hosts: 1 }, (lab) => {
  const results: Result[] = [];
  const lost: string[] = [];
  let app: TestApp;
  let window: TestWindow;
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'virtdeck-oracle-'));
    await writeFile(join(folder, 'kernel'), Buffer.alloc(64 * 1024));
    await writeFile(join(folder, 'a.iso'), Buffer.alloc(64 * 1024));
    app = startApp();
    window = app.window();
    const { unix } = lab().host('hv1').uri;
    await app.start([unix]);
    const connection = (await connected(window)).id;
    const { systems } = await window.client.osinfo.list({});
    const idOf = (name: string | null) =>
      name === null
        ? null
        : (systems.find((os) => os.shortId === name || os.aliases.includes(name))?.id ?? name);
    const onLab = async (wish: Wish): Promise<Result> => {
      const place = {
        pool: 'default',
        folder: '/var/lib/libvirt/images',
        iso: '/var/lib/libvirt/media/tiny.iso',
        kernel: join(folder, 'kernel'),
      };
      const preview = await window.client.machines.plan({
        ...ourWords(wish, idOf(wish.os), place),
        connection,
      });
      return result(wish, unix, preview, place);
    };
    const pretended = async (wish: Wish): Promise<Result> => {
      const kernel = join(folder, 'kernel');
      const place = { pool: 'default-pool', folder: '/default-pool', iso: join(folder, 'a.iso'), kernel };
      const facts: OsFacts | null =
        wish.os === null ? null : await window.client.osinfo.facts({ id: idOf(wish.os), arch: wish.arch });
      const spec = MachineSpec.parse(ourWords(wish, idOf(wish.os), place));
      const host = pretendedHost(wish);
      const plan = await planMachine(host, spec, facts, planSourcesOfNothing);
      const uri = await pretendedUri(folder, wish, plan.platform.machine);
      const { virtInstall, ...rest } = previewOf(host, plan);
      // What the command is told of the address is the only thing that is not the user's.
      const preview = {
        ...rest,
        virtInstall: virtInstall.map((one) => one.replace(host.connection.uri, uri)),
      };
      return result(wish, uri, preview, place);
    };
    const add = (make: (wish: Wish) => Promise<Result>) => async (wish: Wish) => {
      try {
        results.push(await make(wish));
      } catch (error) {
        lost.push(`${titleOf(wish)}: ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    await inTurn(ON_LAB, 2, add(onLab));
    await inTurn(PRETENDED, 2, add(pretended));
  }, 10 * MINUTES);

  afterAll(async () => {
    await app?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('answers at least 40 wishes, as Virtdeck does', () => {
    expect(lost).toEqual([]);
    expect(
      results.filter(({ preview }) => preview.problems.length > 0).map((one) => one.preview.problems),
    ).toEqual([]);
    expect(new Set(results.map((one) => one.title)).size).toBe(ON_LAB.length + PRETENDED.length);
    expect(results.length).toBeGreaterThanOrEqual(40);
  });

  const used = new Set<Intended>();

  it('agrees with Virtdeck in devices, models, buses, features and clock, but for what is meant to differ', () => {
    expect(results.flatMap((one) => unlisted(one, one.theirs, () => true, used))).toEqual([]);
  });

  it('makes the same machine of the command that Virtdeck shows', () => {
    const asked = results.filter(({ wish }) => tried(wish));
    expect(asked.length).toBeGreaterThanOrEqual(30);
    const alike = ({ command }: Intended) => command;
    expect(asked.flatMap((one) => unlisted(one, one.commanded, alike, used))).toEqual([]);
  });

  it('differs in everything that is listed', () => {
    expect(INTENDED.filter((one) => !used.has(one)).map((one) => one.what)).toEqual([]);
  });

  it('makes the disk and the machine by the virsh commands that Virtdeck shows', async () => {
    const host = lab().host('hv1');
    const shown = results.find(({ wish }) => ON_LAB.includes(wish) && wish.method === 'iso')?.preview;
    const [makes] = shown?.makes ?? [];
    await writeFile(join(folder, 'machine.qcow2.xml'), makes?.xml ?? '');
    await writeFile(join(folder, 'machine-install.xml'), shown?.installXml ?? '');
    const commands = shown?.virsh ?? [];
    const end = commands.findIndex((one) => one.includes(' start '));
    await output('bash', ['-ec', [`cd ${folder}`, ...commands.slice(0, end)].join('\n')]);
    expect(await host.virsh(['domblklist', 'machine'])).toContain('/var/lib/libvirt/images/machine.qcow2');
    const eject = commands.filter((one) => one.includes('change-media'));
    await output('bash', ['-ec', eject.join('\n')]);
    expect(await host.virsh(['domblklist', 'machine'])).not.toContain('tiny.iso');
    await host.virsh(['undefine', 'machine', '--remove-all-storage']);
  });

  it('has every intended difference and its reason in the page about them', async () => {
    const page = (await readFile('docs/decisions/virt-install-differences.md', 'utf8')).replaceAll(
      /\s+/g,
      ' ',
    );
    const missing = INTENDED.filter((one) => !page.includes(`| ${one.what} | ${one.reason} |`));
    expect(missing.map((one) => one.what)).toEqual([]);
  });

  it(
    'is not needed for definitions that libvirt takes: all pass its validation',
    async () => {
      const host = lab().host('hv1');
      const file = join(folder, 'machine.xml');
      for (const { wish, preview } of results) {
        if (!ON_LAB.includes(wish)) continue;
        for (const xml of [preview.xml, preview.installXml]) {
          if (xml === null) continue;
          await writeFile(file, xml);
          await host.virsh(['define', '--validate', file]);
          await host.virsh(['undefine', '--nvram', 'machine']);
        }
      }
      const others = new Map(
        results
          .filter(({ wish }) => PRETENDED.includes(wish))
          .flatMap(({ title, preview }) => [
            [title, preview.xml] as const,
            ...(preview.installXml === null ? [] : [[`${title}, first boot`, preview.installXml] as const]),
          ]),
      );
      expect(await invalid('domain', others)).toEqual([]);
    },
    5 * MINUTES,
  );
});

async function result(wish: Wish, uri: string, preview: MachinePreview, place: Place): Promise<Result> {
  const theirs = await output('virt-install', ['--connect', uri, '--print-xml', ...theirWords(wish, place)]);
  const command = preview.virtInstall.at(-1) ?? '';
  const commanded = tried(wish)
    ? await output('bash', ['-c', `${command} --print-xml --dry-run --check all=off`])
    : '';
  return {
    wish,
    title: titleOf(wish),
    uri,
    preview,
    theirs: lastFirst(theirs),
    commanded: lastFirst(commanded),
  };
}

/** Its command is tried of every other machine, and of all those that are not x86. */
function tried(wish: Wish): boolean {
  return wish.vcpus !== undefined || wish.arch !== 'x86_64' || ON_LAB.indexOf(wish) % 2 !== 1;
}

/** virt-install prints the definition for the installation, and then the one that stays. */
function lastFirst(printed: string): string[] {
  return printed
    .split(/(?<=<\/domain>\n)/)
    .filter((xml) => xml.includes('<domain'))
    .reverse();
}

/** Stands for the comparison with what virt-install does by itself, which has two phases of its own. */
const EJECTED = { what: '', keys: [], command: false, reason: '' };

/** Differences that no entry explains, in words; entries that explain one are noted. */
function unlisted(
  { wish, title, preview }: Result,
  printed: readonly string[],
  counts: (entry: Intended) => boolean,
  used: Set<Intended>,
): string[] {
  const [final = '', install = final] = printed;
  // A command that makes one definition makes that of the first boot; the rest is done when it is over.
  const both = printed.length > 1 || counts(EJECTED) || preview.installXml === null;
  const found: Found[] = [
    ...(both ? differences(final, preview.xml) : []),
    ...(preview.installXml === null ? [] : differences(install, preview.installXml)),
  ];
  return found.flatMap((one) => {
    const reasons = explanations(one, wish).filter(counts);
    for (const reason of reasons) used.add(reason);
    return reasons.length > 0
      ? []
      : [`${title}: ${one.key}: ${one.theirs || 'nothing'} -> ${one.ours || 'nothing'}`];
  });
}
