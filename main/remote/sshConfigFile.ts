import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { glob, readFile } from './files.ts';

/** A host that somebody gave a name in an ssh configuration. */
export interface ConfiguredHost {
  /** The name after `Host`. */
  readonly name: string;
  readonly hostName: string | null;
  readonly user: string | null;
  readonly port: number | null;
}

/** As in ssh itself (readconf.c). */
const MAX_DEPTH = 16;
const MAX_HOSTS = 2000;

interface Reading {
  readonly hosts: Map<string, ConfiguredHost>;
  /** The hosts that the lines read now are about; null: none that can be offered. */
  names: string[];
}

/**
 * The hosts that an ssh configuration names (ssh_config(5)), with the files that it includes. Patterns and
 * `Match` sections name no host. This is for suggestions: what holds for a host, ssh itself says (`ssh -G`).
 */
export async function configuredHosts(file: string, home: string = homedir()): Promise<ConfiguredHost[]> {
  const reading: Reading = { hosts: new Map(), names: [] };
  await readInto(reading, file, home, 0);
  return [...reading.hosts.values()];
}

async function readInto(reading: Reading, file: string, home: string, depth: number): Promise<void> {
  const text = await readFile(file);
  for (const line of text?.split('\n') ?? []) {
    const [keyword = '', ...words] = wordsOf(line);
    switch (keyword.toLowerCase()) {
      case 'host':
        reading.names = words.filter((word) => !/[*?!]/.test(word)).slice(0, MAX_HOSTS);
        for (const name of reading.names) remember(reading, name, {});
        break;
      case 'match':
        reading.names = [];
        break;
      case 'hostname':
        for (const name of reading.names) remember(reading, name, { hostName: words[0] ?? null });
        break;
      case 'user':
        for (const name of reading.names) remember(reading, name, { user: words[0] ?? null });
        break;
      case 'port':
        for (const name of reading.names) remember(reading, name, { port: toPort(words[0]) });
        break;
      case 'include':
        if (depth < MAX_DEPTH) await includeAll(reading, words, file, home, depth);
        break;
    }
  }
}

/** What an included file says about `Host` holds for that file only. */
async function includeAll(
  reading: Reading,
  patterns: readonly string[],
  file: string,
  home: string,
  depth: number,
): Promise<void> {
  const { names } = reading;
  for (const pattern of patterns) {
    const path = pattern.startsWith('~/') ? join(home, pattern.slice(2)) : pattern;
    const place = isAbsolute(path) ? path : join(dirname(file), path);
    for (const found of await glob(place)) {
      await readInto(reading, found, home, depth + 1);
      reading.names = names;
    }
  }
}

/** In ssh's configuration the first value counts. */
function remember(reading: Reading, name: string, more: Partial<ConfiguredHost>): void {
  const known = reading.hosts.get(name);
  if (!known && reading.hosts.size >= MAX_HOSTS) return;
  const before = known ?? { name, hostName: null, user: null, port: null };
  reading.hosts.set(name, {
    name,
    hostName: before.hostName ?? more.hostName ?? null,
    user: before.user ?? more.user ?? null,
    port: before.port ?? more.port ?? null,
  });
}

/** `Keyword value "quoted value"` or `Keyword=value`; nothing for comments. */
function wordsOf(line: string): string[] {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return [];
  const [, keyword = '', rest = ''] = /^([^\s="]+)(?:\s*=\s*|\s+)?(.*)$/.exec(trimmed) ?? [];
  const values = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
  const comment = values.findIndex((value) => value.startsWith('#'));
  return [keyword, ...(comment < 0 ? values : values.slice(0, comment))];
}

function toPort(text: string | undefined): number | null {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65536 ? port : null;
}
