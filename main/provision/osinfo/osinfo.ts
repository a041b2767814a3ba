import {
  apiError,
  type InjectionMethod,
  type MediaGuess,
  type OsDatabaseInfo,
  type OsEntry,
  type OsFacts,
  type OsScript,
  type OsSource,
  type TreeGuess,
  type Unattended,
} from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { ProcessHost } from '../../libvirt/agent/processHost.ts';
import { builtInSystems, genericFacts } from './generic.ts';
import { guessMedium, NO_GUESS, type Recogniser } from './guess.ts';
import { HEAD_MS, readHead } from './heads.ts';
import { archOfName, systemByName } from './names.ts';
import { OsinfoFailure, OsinfoProcess } from './osinfoProcess.ts';
import type { KnownFiles, MadeScript, MediumLabels } from './protocol.ts';
import { hasValues, type ScriptPlaces, scriptValues } from './scriptValues.ts';

/** What to install, by the names of Debian, Fedora, Arch and openSUSE. */
const INSTALL =
  'Install it with apt install libosinfo-1.0-0 osinfo-db, dnf install libosinfo osinfo-db, pacman -S libosinfo or zypper install libosinfo-1_0-0 osinfo-db.';

/** What an answer file is wanted for. */
export interface ScriptRequest {
  readonly osId: string;
  readonly arch: string;
  readonly answers: Unattended;
  /** Where things are, by how the script reaches the installer. */
  readonly places: (injection: InjectionMethod) => ScriptPlaces;
  readonly source: 'media' | 'network';
  /** How the script is to reach the installer; null: whatever fits the source. */
  readonly injection: InjectionMethod | null;
  /** As identify() has told it; null: not known. */
  readonly medium: Pick<MediaGuess, keyof MediumLabels> | null;
}

/** An answer file, with what it has the new system run. */
export interface MadeScripts extends MadeScript {
  readonly companions: readonly Pick<MadeScript, 'filename' | 'content'>[];
}

/** Knows operating systems: through libosinfo, and a few things without it. */
export class OsInfo {
  readonly #process: OsinfoProcess;
  readonly #now: () => Date;
  #systems: { day: string; systems: OsEntry[] } | null = null;
  #files: readonly KnownFiles[] | null = null;
  readonly #facts = new Map<string, OsFacts>();

  constructor(
    processHost: ProcessHost,
    options: { now?: () => Date; answerMs?: number; idleMs?: number } = {},
  ) {
    this.#process = new OsinfoProcess(processHost, options);
    this.#now = options.now ?? (() => new Date());
  }

  /** The process that holds the library, while it runs. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** The database, or why there is none and what to install. Never fails. */
  async info(): Promise<OsDatabaseInfo> {
    try {
      const info = await this.#process.ask('info', {});
      return info.available ? info : { ...info, reason: `${info.reason ?? ''} ${INSTALL}`.trim() };
    } catch (error) {
      const reason = isMissing(error)
        ? `libosinfo is not installed: systems are not recognised, and a new machine gets general settings. ${INSTALL}`
        : `libosinfo does not work: ${wordsOf(error)}`;
      return { available: false, reason, version: null, folders: [], count: 0 };
    }
  }

  /** All systems, newest first within a distribution; without the database a few general ones. */
  async list(): Promise<OsEntry[]> {
    const known = await this.#known();
    return known ? known.systems : [...builtInSystems];
  }

  /** What a new machine has to know. Never fails: what is not known gets cautious values, `generic`. */
  async facts(id: string | null, arch: string): Promise<OsFacts> {
    if (id === null) return genericFacts(null, arch);
    const key = `${arch} ${id}`;
    const known = this.#facts.get(key);
    if (known) return known;
    const facts = await this.#process.ask('facts', { id, arch }).catch(() => null);
    if (!facts) return genericFacts(id, arch);
    this.#facts.set(key, facts);
    return facts;
  }

  /** Recognises a medium or a disk image. Never fails but when it is cancelled: what is wrong is in the answer. */
  async identify(host: Hypervisor, source: OsSource, signal?: AbortSignal): Promise<MediaGuess> {
    const limit = AbortSignal.timeout(HEAD_MS);
    const either = signal ? AbortSignal.any([signal, limit]) : limit;
    try {
      const head = await readHead(host, source, either);
      return await guessMedium(head, this.#recogniser());
    } catch (error) {
      if (signal?.aborted) throw apiError('cancelled', 'Cancelled.');
      const detail = limit.aborted ? 'Reading it took too long.' : wordsOf(error);
      return this.#byNameOnly(source, detail);
    }
  }

  /**
   * Recognises an installation tree.
   * @param treeinfo text of its .treeinfo or treeinfo file; null: it has none
   * @param location where it is
   */
  async identifyTree(treeinfo: string | null, location: string): Promise<TreeGuess> {
    const nothing = { os: null, arch: null, variants: [], kernel: null, initrd: null, bootIso: null };
    if (treeinfo === null) return { ...nothing, os: await this.#systemByTreeUrl(location) };
    try {
      const today = this.#today();
      const { family, version, ...guess } = await this.#process.ask('tree', { treeinfo, location, today });
      if (guess.os) return guess;
      const known = await this.#known();
      const named = known && systemByName(`${family ?? ''} ${version ?? ''}`, known.systems);
      return { ...guess, os: named?.os ?? null };
    } catch {
      return nothing;
    }
  }

  /** Makes the answer file for an unattended installation, and what belongs to it. @throws ApiError why there is none */
  async generateScript(request: ScriptRequest): Promise<MadeScripts> {
    const { osId, arch, answers } = request;
    const { scripts, name } = await this.facts(osId, arch);
    const ofProfile = scripts.filter(({ profile }) => profile === answers.profile);
    const [script, ...others] = ofProfile;
    if (!script) {
      const has = scripts.map(({ profile }) => profile).join(', ');
      const why = has === '' ? 'has none' : `has only ${has}`;
      throw apiError('unsupported', `There is no script “${answers.profile}” for ${name}: libosinfo ${why}.`);
    }
    const injection = choose(request, script.injectionMethods);
    if (!injection) throw apiError('unsupported', `The script for ${name} cannot be given to its installer.`);
    const made = await this.#make(script, injection, request, name);
    const companions: MadeScript[] = [];
    for (const other of others) {
      const fits = other.injectionMethods.includes(injection) && other.expectedFilename !== made.filename;
      if (fits && hasValues(other, answers, request.places(injection))) {
        companions.push(await this.#make(other, injection, request, name));
      }
    }
    return { ...made, companions };
  }

  async #make(
    script: OsScript,
    injection: InjectionMethod,
    request: ScriptRequest,
    name: string,
  ): Promise<MadeScript> {
    const { osId, arch, answers, source, medium } = request;
    const config = scriptValues(script, answers, request.places(injection));
    const labels = medium && labelsOf(medium);
    const wish = { osId, scriptId: script.id, arch, source, injection, medium: labels, config };
    try {
      return await this.#process.ask('script', wish);
    } catch (error) {
      throw apiError('internal', `libosinfo could not make the script for ${name}: ${wordsOf(error)}`);
    }
  }

  /** Ends the process for good. */
  stop(): void {
    this.#process.stop();
  }

  #today(): string {
    return this.#now().toISOString().slice(0, 10);
  }

  /** Null: there is no database. */
  async #known(): Promise<{ systems: OsEntry[]; files: readonly KnownFiles[] } | null> {
    const day = this.#today();
    try {
      if (this.#systems?.day !== day) {
        this.#systems = { day, systems: await this.#process.ask('list', { today: day }) };
      }
      const { systems } = this.#systems;
      this.#files ??= await this.#process.ask('files', {});
      return systems.length > 0 ? { systems, files: this.#files } : null;
    } catch {
      return null;
    }
  }

  #recogniser(): Recogniser {
    return {
      systems: () => this.#known(),
      medium: (labels) => this.#process.ask('medium', { labels, today: this.#today() }).catch(() => null),
    };
  }

  /** What cannot be read still has a name. */
  async #byNameOnly(source: OsSource, detail: string): Promise<MediaGuess> {
    const name =
      source.kind === 'volume' ? source.volume : source.kind === 'header' ? source.name : source.path;
    const known = await this.#known();
    const named = known && systemByName(name, known.systems, known.files);
    const guess = { ...NO_GUESS, arch: archOfName(name), detail };
    if (!named) return { ...guess, reason: 'unreadable' };
    return { ...guess, os: named.os, exact: named.exact, reason: null, by: 'name' };
  }

  /** Trees without a .treeinfo: mirrors keep the distributions' own names of folders. */
  async #systemByTreeUrl(location: string): Promise<OsEntry | null> {
    const known = await this.#known();
    const path = location.replace(/^[a-z]+:\/\/[^/]*/i, '');
    return (known && systemByName(path.replaceAll('/', ' '), known.systems))?.os ?? null;
  }
}

/** With a kernel of its own the initrd can carry it; else a second drive does. */
function choose(
  { injection, source }: ScriptRequest,
  methods: readonly InjectionMethod[],
): InjectionMethod | null {
  const wanted: InjectionMethod[] =
    injection !== null
      ? [injection]
      : source === 'network'
        ? ['initrd', 'cdrom', 'disk', 'floppy']
        : ['cdrom', 'disk', 'floppy', 'initrd'];
  return wanted.find((method) => methods.includes(method)) ?? null;
}

function labelsOf(medium: MediumLabels): MediumLabels {
  const { volumeId, systemId, publisherId, applicationId, volumeSize } = medium;
  return { volumeId, systemId, publisherId, applicationId, volumeSize };
}

function isMissing(error: unknown): boolean {
  return error instanceof OsinfoFailure && error.missing;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
