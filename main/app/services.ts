import { Consoles } from '../console/consoles.ts';
import { Prompts } from '../credentials/prompts.ts';
import { Remembered } from '../credentials/remembered.ts';
import { SystemKeychain } from '../credentials/systemKeychain.ts';
import { Doctor } from '../doctor/doctor.ts';
import { Connections } from '../hypervisor/connections.ts';
import { Editing } from '../hypervisor/editing/editing.ts';
import { Guests } from '../hypervisor/guests/guests.ts';
import { Jobs } from '../hypervisor/jobs.ts';
import { StartGate } from '../hypervisor/startGate.ts';
import { Statistics } from '../hypervisor/statistics.ts';
import { withoutUser } from '../hypervisor/uri.ts';
import { ByteLinks } from '../libvirt/agent/byteLinks.ts';
import { Machines } from '../provision/machines.ts';
import { FollowUps } from '../provision/make/followUps.ts';
import { Leftovers } from '../provision/make/leftovers.ts';
import { Maker } from '../provision/make/maker.ts';
import { OsInfo } from '../provision/osinfo/osinfo.ts';
import { planSources } from '../provision/sources/planSources.ts';
import { Uploads } from '../provision/uploads/uploads.ts';
import { Remote } from '../remote/remote.ts';
import { WakeWatch } from '../remote/wakeWatch.ts';
import { removeDeadFolders } from '../runtime/processFolders.ts';
import { DefinitionHistory } from '../settings/history.ts';
import { Recipes } from '../settings/recipes.ts';
import { SettingsStore } from '../settings/store.ts';
import { createHandlers } from './handlers.ts';
import { askpassProgram } from './paths.ts';
import type { Platform, Services } from './platform.ts';
import { Shows } from './show.ts';
import type { ShowWish } from './startRequest.ts';

/** How long jobs may take to clean up when the application ends, in ms. */
const JOBS_STOP_MS = 3_000;
/** How long connections may take to close after that, in ms. */
const CLOSE_MS = 3_500;

/** Builds everything that Virtdeck does, for a host that it knows nothing else of. */
export function createServices(platform: Platform): Services {
  const { paths, events } = platform;
  removeDeadFolders(paths.runtime);
  const emit = events.emit.bind(events);
  const notices: string[] = [];
  const notice = (message: string): void => {
    if (!notices.includes(message)) notices.push(message);
    platform.log(message);
    emit('notice', { message });
  };
  const settings = new SettingsStore(paths.config, notice);
  const recipes = new Recipes(paths.config, notice);
  const prompts = new Prompts(emit);
  const keychain = new Remembered(new SystemKeychain(undefined, undefined, notice));
  const remote = new Remote({
    prompts,
    remembered: keychain,
    runtime: paths.runtime,
    helper: platform.askpass ?? [process.execPath, askpassProgram],
  });
  const jobs = new Jobs(emit);
  const links = new ByteLinks(paths.runtime);
  const statistics = new Statistics({
    connection: (id) => connections.find(id),
    emitTo: (caller, name, tick) => events.emitTo(caller, name, tick),
    intervalS: () => settings.settings.statsInterval,
  });
  const leftovers = new Leftovers(paths.data);
  const followUps = new FollowUps({ jobs, leftovers, folder: paths.data, notice });
  const gate = new StartGate();
  const opening = { processHost: platform.processHost, links, prompts, keychain, remote, gate };
  const connections = new Connections({
    ...opening,
    settings,
    emit,
    dataFolder: paths.data,
    log: platform.log,
    isSeen: (id) => statistics.isSeen(id),
    onDeleted: (uuid) => {
      const exists = () => connections.all.some(({ inventory }) => inventory.row(uuid) !== undefined);
      consoles.lastFrames.forgetUnless(uuid, exists);
    },
    onAvailability: () => {
      statistics.update();
      followUps.look(connections.all);
    },
    onSlowCall: (uri, call) =>
      platform.log(`${call.name} took ${Math.round(call.ms)} ms on ${withoutUser(uri)}`),
  });
  const doctor = new Doctor({
    ...opening,
    emitTo: (caller, name, step) => events.emitTo(caller, name, step),
  });
  const shows = new Shows({ connections, events, notice });
  const wakeWatch = new WakeWatch({
    onWake: () => connections.wake(),
    needed: () => connections.anyRemote,
  });
  const history = new DefinitionHistory(paths.data);
  const osInfo = new OsInfo(platform.processHost);
  const maker = new Maker({ jobs, history, followUps, folder: paths.data });
  const machines = new Machines({
    sources: planSources(osInfo),
    make: (host, spec, plan) => maker.start(host, spec, plan),
  });
  const consoles = new Consoles(platform.bytes, {
    prompts,
    remembered: keychain,
    history,
    runtime: paths.runtime,
    folder: paths.data,
    tell: (change) => emit('consoleLogChanged', change),
    chooseFile: platform.chooseFile,
  });
  const handlers = createHandlers({
    platform,
    notices,
    settings,
    prompts,
    keychain,
    jobs,
    statistics,
    connections,
    shows,
    doctor,
    consoles,
    machines,
    osInfo,
    editing: new Editing({ history, log: platform.log }),
    guests: new Guests(),
    history,
    recipes,
    uploads: new Uploads({
      connections,
      jobs,
      tickets: platform.bytes,
      leftovers,
    }),
  });
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    shows.stop();
    doctor.stopAll();
    await followUps.stop();
    statistics.stop();
    await within(consoles.stop(), CLOSE_MS);
    await jobs.stop(JOBS_STOP_MS);
    wakeWatch.stop();
    await within(connections.stop(), CLOSE_MS);
    await within(remote.close(), CLOSE_MS);
    osInfo.stop();
    links.close();
    await Promise.all([settings.flush(), recipes.flush()]);
  };
  return {
    handlers,
    start: async (uris, wish = null) => {
      const named = urisOf(uris, wish);
      await connections.start(named);
      if (wish) await shows.show(wish, connections.openUris(named));
    },
    show: async (uris, wish = null) => {
      const opened = connections.openUris(urisOf(uris, wish));
      if (wish) await shows.show(wish, opened);
      else shows.showHost(opened[0]);
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** A host that is to be shown is opened like the others. */
function urisOf(uris: readonly string[], wish: ShowWish | null): string[] {
  return wish?.kind === 'host' ? [...uris.filter((uri) => uri !== wish.uri), wish.uri] : [...uris];
}

function within(work: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
