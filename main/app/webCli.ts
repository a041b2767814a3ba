import { parseArgs } from 'node:util';

export interface WebArguments {
  /** No window: print the address and serve. */
  readonly serve: boolean;
  /** 0: any free port. */
  readonly port: number;
  readonly uris: readonly string[];
  readonly show: 'help' | 'version' | null;
}

export const usage = `Usage: virtdeck [options] [URI...]

Opens the connections to these libvirt URIs (qemu:///system, test:///default,
qemu+ssh://user@host/system...) and a window.

  --serve       no window: print an address that opens Virtdeck in one browser
  --no-open     the same
  --port N      listen on this port of 127.0.0.1 (default: any free one)
  --version     print the version
  --help        print this

While serving, SIGUSR2 makes it print another address.
`;

/** Reads the command line. @throws Error with a sentence for the user */
export function parseArguments(args: readonly string[]): WebArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      serve: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  return {
    serve: values.serve || values['no-open'],
    port: parsePort(values.port),
    uris: positionals,
    show: values.help ? 'help' : values.version ? 'version' : null,
  };
}

function parsePort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 0 && port <= 65535)) throw new Error(`--port takes a number from 0 to 65535, not "${text}"`);
  return port;
}
