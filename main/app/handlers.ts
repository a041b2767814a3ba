import { join } from 'node:path';
import { type DomainAction, type Handlers, type HostCapabilities, Settings } from '../../contract/index.ts';
import { makeCertificates } from '../certificates/make.ts';
import type { Consoles } from '../console/consoles.ts';
import { forgetRemembered, listRemembered } from '../credentials/accounts.ts';
import type { Keychain } from '../credentials/keychain.ts';
import type { Prompts } from '../credentials/prompts.ts';
import { ownPublicKeys } from '../credentials/publicKeys.ts';
import type { Doctor } from '../doctor/doctor.ts';
import { findClientLibrary } from '../hypervisor/clientLibrary.ts';
import type { Connections } from '../hypervisor/connections.ts';
import { actOnDomain, setAutostart } from '../hypervisor/domains.ts';
import type { Editing } from '../hypervisor/editing/editing.ts';
import { backingChain, diskUsage } from '../hypervisor/guests/disks.ts';
import type { Guests } from '../hypervisor/guests/guests.ts';
import { readHostDetails } from '../hypervisor/hostDetails.ts';
import { hostNetworking } from '../hypervisor/hostNetworking.ts';
import { domainCapabilities, nodeDevices } from '../hypervisor/hostQuestions.ts';
import type { Jobs } from '../hypervisor/jobs.ts';
import type { Statistics } from '../hypervisor/statistics.ts';
import { listNetworks, listPools, listVolumes } from '../hypervisor/storage.ts';
import { storageUse } from '../hypervisor/uses/storageUse.ts';
import type { Caller } from '../ipc/caller.ts';
import { machineHandlers } from '../provision/handlers/machines.ts';
import { osinfoHandlers } from '../provision/handlers/osinfo.ts';
import { recipeHandlers } from '../provision/handlers/recipes.ts';
import { sourceHandlers } from '../provision/handlers/sources.ts';
import { uploadHandlers } from '../provision/handlers/uploads.ts';
import type { Machines } from '../provision/machines.ts';
import type { OsInfo } from '../provision/osinfo/osinfo.ts';
import type { Uploads } from '../provision/uploads/uploads.ts';
import { hostSuggestions } from '../remote/hostSuggestions.ts';
import type { DefinitionHistory } from '../settings/history.ts';
import type { Recipes } from '../settings/recipes.ts';
import type { SettingsStore } from '../settings/store.ts';
import { openGuestLink } from './guestLinks.ts';
import type { Platform } from './platform.ts';
import type { Shows } from './show.ts';

/** What the handlers hand calls to. */
export interface HandlerDeps {
  readonly platform: Platform;
  /** What went wrong at the start. */
  readonly notices: readonly string[];
  readonly settings: SettingsStore;
  readonly prompts: Prompts;
  readonly keychain: Keychain;
  readonly jobs: Jobs;
  readonly statistics: Statistics;
  readonly connections: Connections;
  readonly shows: Shows;
  readonly doctor: Doctor;
  readonly consoles: Consoles;
  readonly machines: Machines;
  readonly osInfo: OsInfo;
  readonly editing: Editing;
  readonly guests: Guests;
  /** Definitions that were replaced. */
  readonly history: DefinitionHistory;
  readonly recipes: Recipes;
  readonly uploads: Uploads;
}

/** The calls of the contract, each handed to the service that does it. */
export function createHandlers(deps: HandlerDeps): Handlers<Caller> {
  const { connections, jobs } = deps;
  const host = (id: string) => connections.get(id);
  return {
    app: appHandlers(deps),
    connections: {
      offers: () => connections.offers(),
      hostSuggestions: () => hostSuggestions(),
      add: (settings) => connections.add(settings),
      update: ({ connection, settings }) => connections.update(connection, settings),
      remove: async ({ connection }) => {
        await connections.remove(connection);
        return done(deps.consoles.leave(connection));
      },
      open: ({ connection }) => done(host(connection).connection.open()),
      close: ({ connection }) => done(host(connection).connection.close()),
      diagnose: (wish, caller) => deps.doctor.diagnose(caller, wish),
      stopDiagnosis: ({ run }, caller) => done(deps.doctor.stop(caller, run)),
    },
    certificates: {
      make: (wish) =>
        makeCertificates({ ...wish, folder: wish.folder ?? join(deps.platform.paths.data, 'certificates') }),
    },
    hosts: {
      details: ({ connection }) => readHostDetails(host(connection)),
      domainCapabilities: async ({ connection, ...question }) => ({
        xml: await domainCapabilities(host(connection), question),
      }),
      nodeDevices: ({ connection, kinds }) => nodeDevices(host(connection), kinds),
      networking: ({ connection }) => hostNetworking(host(connection)),
    },
    prompts: {
      answer: ({ id, answers, remember }) => done(deps.prompts.answer(id, answers, remember)),
    },
    credentials: {
      list: () => listRemembered(deps.keychain),
      forget: ({ id }) => done(forgetRemembered(deps.keychain, id)),
      publicKeys: () => ownPublicKeys(),
    },
    inventory: {
      snapshot: ({ connection }) => host(connection).inventory.snapshot(),
      looking: ({ connection, uuids }) => done(host(connection).looking(uuids)),
    },
    stats: {
      watch: ({ connections: ids }, caller) => done(deps.statistics.watch(caller, ids)),
    },
    domains: domainHandlers(deps),
    editing: editingHandlers(deps),
    history: historyHandlers(deps),
    storage: {
      pools: ({ connection }) => listPools(host(connection)),
      volumes: ({ connection, pool, refresh }) => listVolumes(host(connection), pool, refresh),
      use: ({ connection, path }) => storageUse(host(connection), path),
    },
    networks: {
      list: ({ connection }) => listNetworks(host(connection)),
    },
    consoles: consoleHandlers(deps),
    machines: machineHandlers(deps.machines, connections),
    recipes: recipeHandlers(deps.recipes),
    uploads: uploadHandlers(deps.uploads),
    sources: sourceHandlers(deps),
    osinfo: osinfoHandlers(deps.osInfo, connections),
    jobs: {
      cancel: ({ id }) => done(jobs.cancel(id)),
      dismiss: ({ id }) => done(jobs.dismiss(id)),
    },
    settings: settingsHandlers(deps),
  };
}

function appHandlers(deps: HandlerDeps): Handlers<Caller>['app'] {
  const { platform, settings } = deps;
  // Asked once: the library does not come or go while Virtdeck runs, and every window asks.
  let library: ReturnType<typeof findClientLibrary> | null = null;
  const capabilities = async (): Promise<HostCapabilities> => {
    library ??= findClientLibrary();
    const { version, problem } = await library;
    return { ...platform.capabilities, libvirtVersion: version, libvirtProblem: problem };
  };
  return {
    hello: async () => {
      const known = await capabilities();
      // Read together and last: events that follow are newer than all of it.
      return {
        capabilities: known,
        settings: settings.settings,
        uiState: settings.uiState,
        connections: deps.connections.list,
        jobs: deps.jobs.list,
        prompts: deps.prompts.list,
        notices: [...deps.notices],
        show: deps.shows.take(),
      };
    },
    setVisible: ({ visible }, caller) => {
      caller.visible = visible;
      deps.statistics.update();
      return {};
    },
    openExternal: ({ url }) => done(platform.openExternal(url)),
    openGuestLink: ({ url }) => openGuestLink(platform, url),
  };
}

function domainHandlers({ connections, editing, guests }: HandlerDeps): Handlers<Caller>['domains'] {
  const action =
    (name: DomainAction) =>
    ({ connection, uuid }: { connection: string; uuid: string }) =>
      done(actOnDomain(connections.get(connection), uuid, name));
  return {
    start: ({ connection, uuid, resetNvram = false }) =>
      done(actOnDomain(connections.get(connection), uuid, 'start', { resetNvram })),
    shutdown: action('shutdown'),
    reboot: action('reboot'),
    reset: action('reset'),
    destroy: action('destroy'),
    suspend: action('suspend'),
    resume: action('resume'),
    setAutostart: ({ connection, uuid, autostart }) =>
      done(setAutostart(connections.get(connection), uuid, autostart)),
    xml: async ({ connection, uuid, inactive }) => ({
      xml: await connections.get(connection).xml(uuid, inactive),
    }),
    events: ({ connection, uuid }) => connections.get(connection).events.of(uuid),
    setTexts: ({ connection, uuid, texts }) =>
      done(editing.changeTexts(connections.get(connection), uuid, texts)),
    rename: ({ connection, uuid, name }) => done(editing.rename(connections.get(connection), uuid, name)),
    guest: ({ connection, uuid }) => guests.look(connections.get(connection), uuid),
    diskUsage: ({ connection, uuid }) => diskUsage(connections.get(connection), uuid),
    backingChain: ({ connection, uuid, target }) => backingChain(connections.get(connection), uuid, target),
  };
}

function editingHandlers({ connections, editing }: HandlerDeps): Handlers<Caller>['editing'] {
  return {
    definitions: ({ connection, uuid }) => editing.definitions(connections.get(connection), uuid),
    apply: (edit) => editing.apply(connections.get(edit.connection), edit),
    resizeDisk: ({ connection, uuid, target, bytes }) =>
      done(editing.resizeDisk(connections.get(connection), uuid, target, bytes)),
    defineAgain: ({ connection, uuid, xml }) =>
      done(editing.defineAgain(connections.get(connection), uuid, xml)),
  };
}

function historyHandlers({ connections, editing }: HandlerDeps): Handlers<Caller>['history'] {
  return {
    list: ({ connection, uuid }) => editing.history(connections.get(connection), uuid),
    xml: async ({ connection, uuid, id }) => ({
      xml: await editing.historyXml(connections.get(connection), uuid, id),
    }),
    restore: ({ connection, uuid, id, resolutions }) =>
      editing.restore(connections.get(connection), uuid, id, resolutions),
  };
}

function consoleHandlers({ connections, consoles }: HandlerDeps): Handlers<Caller>['consoles'] {
  return {
    list: ({ connection, uuid }) => consoles.list(connections.get(connection), uuid),
    openGraphics: ({ connection, uuid, key }, caller) =>
      consoles.openGraphics(connections.get(connection), uuid, key, caller),
    openText: async ({ connection, uuid, key, force }, caller) => ({
      ticket: await consoles.openText(connections.get(connection), uuid, key, force, caller),
    }),
    logFolder: () => ({ folder: consoles.logFolder }),
    startLog: ({ connection, uuid, ...wish }) => consoles.startLog(connections.get(connection), uuid, wish),
    stopLog: ({ connection, uuid, key }) => done(consoles.stopLog(connections.get(connection), uuid, key)),
    log: ({ connection, uuid, key }) => ({ log: consoles.logOf(connections.get(connection), uuid, key) }),
    keepFrame: ({ uuid, key, picture }) => done(consoles.lastFrames.keep(uuid, key, picture)),
    lastFrame: async ({ uuid, key }) => ({ frame: await consoles.lastFrames.read(uuid, key) }),
    openViewer: ({ connection, uuid, key }) =>
      done(consoles.openViewer(connections.get(connection), uuid, key)),
    addVnc: ({ connection, uuid }) => consoles.addVnc(connections.get(connection), uuid),
  };
}

function settingsHandlers({ settings, platform, statistics }: HandlerDeps): Handlers<Caller>['settings'] {
  return {
    update: async (input) => {
      const taken = Settings.parse(input);
      const written = settings.setSettings(taken);
      platform.events.emit('settingsChanged', taken);
      statistics.update();
      return done(written);
    },
    saveUiState: (state) => done(settings.changeUiState(state)),
  };
}

/** The answer of calls that only do something. */
async function done(work: unknown): Promise<Record<string, never>> {
  await work;
  return {};
}
