import { homedir } from 'node:os';
import { join } from 'node:path';
import type { HostSuggestion, HostSuggestions } from '../../contract/index.ts';
import { placeOfName, readKnownHosts } from './hostKeys.ts';
import { libvirtConfPath, readUriAliases } from './libvirtConf.ts';
import { configuredHosts } from './sshConfigFile.ts';

export interface SuggestionPlaces {
  readonly home: string;
  readonly libvirtConf: string;
}

const MAX_HOSTS = 1000;

/**
 * Hosts to offer while a URI is typed: those that the user's ssh configuration names, those that known_hosts
 * has in the clear, and libvirt's own aliases. Nothing is asked of the network.
 */
export async function hostSuggestions(places: Partial<SuggestionPlaces> = {}): Promise<HostSuggestions> {
  const { home = homedir(), libvirtConf = libvirtConfPath() } = places;
  const [configured, known, aliases] = await Promise.all([
    fromConfig(home),
    fromKnownHosts(home),
    readUriAliases(libvirtConf),
  ]);
  const named = new Set(configured.flatMap(({ host, detail }) => [host, detail]));
  const hosts = [...configured, ...known.filter((one) => !named.has(one.host))];
  return { hosts: hosts.slice(0, MAX_HOSTS), aliases };
}

async function fromConfig(home: string): Promise<HostSuggestion[]> {
  const hosts = await configuredHosts(join(home, '.ssh/config'), home);
  return hosts.map(({ name, hostName, user, port }) => ({
    host: name,
    user,
    port,
    source: 'ssh-config',
    detail: hostName ?? name,
  }));
}

async function fromKnownHosts(home: string): Promise<HostSuggestion[]> {
  const files = ['known_hosts', 'known_hosts2'].map((name) => readKnownHosts(join(home, '.ssh', name)));
  const keys = (await Promise.all(files)).flat();
  const found = new Map<string, HostSuggestion>();
  for (const key of keys) {
    if (key.marker !== null) continue;
    // A line's names are one host's: the first is the name, the others mostly addresses.
    const name = key.names.find((one) => !/[*?!]/.test(one));
    if (name === undefined || found.has(name)) continue;
    const { host, port } = placeOfName(name);
    found.set(name, { host, user: null, port, source: 'known-hosts', detail: key.names.join(', ') });
  }
  return [...found.values()];
}
