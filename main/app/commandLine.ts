import { parseArgs } from 'node:util';
import type { ShowWish, StartRequest } from './startRequest.ts';

/** What the command line asks for. */
export type CommandLine =
  | {
      readonly command: 'start';
      /** No window: print the address and serve. The web host only. */
      readonly serve: boolean;
      /** 0: any free port. The web host only. */
      readonly port: number;
      readonly request: StartRequest;
    }
  | { readonly command: 'help' | 'version' }
  | DoctorCommand
  | CertificatesCommand;

export interface DoctorCommand {
  readonly command: 'doctor';
  readonly uri: string;
  readonly readOnly: boolean;
  readonly json: boolean;
}

export interface CertificatesCommand {
  readonly command: 'make-certificates';
  readonly folder: string;
  /** The names of each server. */
  readonly servers: readonly (readonly string[])[];
  readonly clients: readonly string[];
  readonly days: number | null;
  readonly json: boolean;
}

/** Everything but `start` runs without a window. */
export type WindowlessCommand = Exclude<CommandLine, { command: 'start' }>;

/** A mistake in the command line: its message is for the user, and the exit code is 2. */
export class UsageError extends Error {}

export const usage = `Usage: virtdeck [options] [URI...]

Opens the connections to these libvirt URIs (qemu:///system, test:///default,
qemu+ssh://user@host/system...) and a window. Where Virtdeck runs already, that
one opens and shows them.

  --show-console NAME  show the console of this machine, on the hosts named, or
                       on any
  --new                make a new machine, on the first host named
  --host URI           open this connection and show its host

  --serve, --no-open   no window: print an address that opens Virtdeck in one
                       browser; another start, or SIGUSR2, prints another
  --port N             listen on this port of 127.0.0.1 (default: any free one)

Without a window:

  --doctor URI         check a connection step by step, and say how to mend what
                       fails; exit code 0: all is good, 1: something fails,
                       2: wrong use
      --read-only      as a read-only connection
      --json           as JSON

  --make-certificates FOLDER
                       make an authority (or use the one in the folder) and
                       certificates for TLS connections, and say where they go
      --server NAMES   for a server: its names and addresses, with commas
                       between them; may be repeated
      --client NAME    for a client; may be repeated
      --days N         how long they are good (default 1095)
      --json           as JSON

  --version            print the version
  --help               print this
`;

const OPTIONS = {
  'show-console': { type: 'string' },
  new: { type: 'boolean' },
  host: { type: 'string' },
  serve: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  port: { type: 'string' },
  doctor: { type: 'string' },
  'read-only': { type: 'boolean' },
  json: { type: 'boolean' },
  'make-certificates': { type: 'string' },
  server: { type: 'string', multiple: true },
  client: { type: 'string', multiple: true },
  days: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
}

/** Options that belong to one command only. */
const BELONG: Readonly<Record<CommandLine['command'], readonly (keyof Values)[]>> = {
  start: ['show-console', 'new', 'host', 'serve', 'no-open', 'port'],
  doctor: ['doctor', 'read-only', 'json'],
  'make-certificates': ['make-certificates', 'server', 'client', 'days', 'json'],
  help: ['help'],
  version: ['version'],
};

/** Reads the command line. @throws UsageError */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  if (values.doctor !== undefined) return doctor(values.doctor, values, positionals);
  if (values['make-certificates'] !== undefined) {
    return certificates(values['make-certificates'], values, positionals);
  }
  refuseOthers('start', values);
  return {
    command: 'start',
    serve: values.serve === true || values['no-open'] === true,
    port: parseNumber('--port', values.port, 0, 65535) ?? 0,
    request: { uris: positionals, show: showWish(values) },
  };
}

/**
 * Electron's command line without what is Chromium's, which stands among ours, and without the
 * application's folder, which comes first before there is a package (`defaultApp`).
 */
export function ownArguments(argv: readonly string[], defaultApp: boolean): string[] {
  const own: string[] = [];
  const words = argv.slice(1);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return [...own, ...words.slice(at)];
    if (!word.startsWith('-')) own.push(word);
    else if (word === '-h') own.push(word);
    const option = word.startsWith('--') ? optionNamed(word.slice(2).split('=')[0] ?? '') : null;
    if (!option) continue;
    own.push(word);
    if (option.type === 'string' && !word.includes('=') && at + 1 < words.length) own.push(words[++at] ?? '');
  }
  const folder = defaultApp ? own.findIndex((word) => !word.startsWith('-')) : -1;
  return folder < 0 ? own : own.toSpliced(folder, 1);
}

function optionNamed(name: string): { type: 'string' | 'boolean' } | null {
  const found = Object.entries(OPTIONS).find(([key]) => key === name);
  return found ? found[1] : null;
}

function parsed(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    // Node's own words end with advice about "--" that helps nobody here.
    const words = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : String(error);
    throw new UsageError(`${words}. See virtdeck --help.`);
  }
}

function doctor(uri: string, values: Values, rest: readonly string[]): DoctorCommand {
  refuseOthers('doctor', values);
  if (rest.length > 0) throw new UsageError(`--doctor takes one URI; "${rest[0]}" is another.`);
  if (uri.trim() === '') throw new UsageError('--doctor takes the URI of a connection.');
  return {
    command: 'doctor',
    uri,
    readOnly: values['read-only'] === true,
    json: values.json === true,
  };
}

function certificates(folder: string, values: Values, rest: readonly string[]): CertificatesCommand {
  refuseOthers('make-certificates', values);
  if (rest.length > 0) throw new UsageError(`--make-certificates does not know what "${rest[0]}" is.`);
  const servers = (values.server ?? []).map((names) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
  const clients = values.client ?? [];
  if (folder.trim() === '') throw new UsageError('--make-certificates takes a folder.');
  if (servers.length + clients.length === 0) {
    throw new UsageError('--make-certificates needs at least one --server NAMES or --client NAME.');
  }
  if (servers.some((names) => names.length === 0)) throw new UsageError('--server takes at least one name.');
  return {
    command: 'make-certificates',
    folder,
    servers,
    clients,
    days: parseNumber('--days', values.days, 1, 3650),
    json: values.json === true,
  };
}

function refuseOthers(command: CommandLine['command'], values: Values): void {
  const stranger = Object.keys(values).find((name) => !BELONG[command].some((own) => own === name));
  if (stranger === undefined) return;
  const owners = Object.entries(BELONG).filter(([, own]) => own.some((name) => name === stranger));
  const places = owners.map(([owner]) => (owner === 'start' ? 'a window' : `--${owner}`));
  throw new UsageError(`--${stranger} goes with ${places.join(' or ')} only.`);
}

function showWish(values: Values): ShowWish | null {
  const wishes: ShowWish[] = [];
  if (values['show-console'] !== undefined) wishes.push({ kind: 'console', machine: values['show-console'] });
  if (values.new) wishes.push({ kind: 'new' });
  if (values.host !== undefined) wishes.push({ kind: 'host', uri: values.host });
  if (wishes.length > 1) {
    throw new UsageError('Only one of --show-console, --new and --host can be shown.');
  }
  const [wish = null] = wishes;
  if (wish?.kind === 'console' && wish.machine === '') throw new UsageError('--show-console takes a name.');
  if (wish?.kind === 'host' && wish.uri === '') throw new UsageError('--host takes a URI.');
  return wish;
}

function parseNumber(option: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a number from ${least} to ${most}, not "${text}".`);
}
