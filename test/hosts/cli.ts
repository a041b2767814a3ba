import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Host, virshEnvironment } from './lab/host.ts';
import { attachLab, type Lab, runningLabs, startLab, sweepDeadLabs } from './lab/lab.ts';
import { whyNoLab } from './lab/requirements.ts';

const help = `Real hypervisors to test against. Usage: npm run hosts -- COMMAND

  up [--hosts N]            start a laboratory of 1 to 3 hosts (hv1, hv2, hv3) that stays until "down"
  status                    the laboratories that run, and their addresses
  shell HOST [COMMAND...]   a shell on a host, or one command
  virsh HOST ARGUMENTS...   virsh against a host, from outside
  down [--all]              end a laboratory; --all: every one on this machine, and what dead ones left

Where several laboratories run, --lab N says which one is meant.`;

/** A mistake in the command line: its message is all that is printed. */
class UsageError extends Error {}

function chosenLab(number: string | undefined): Lab {
  if (number !== undefined) return attachLab(Number(number));
  const running = runningLabs();
  const only = running[0];
  if (!only) throw new UsageError('No laboratory is running: npm run hosts -- up');
  if (running.length > 1) {
    throw new UsageError(
      `Several run; add --lab with one of: ${running.map((each) => each.slot).join(', ')}`,
    );
  }
  return attachLab(only.slot);
}

function chosenHost(lab: Lab, name: string | undefined): Host {
  if (name === undefined)
    throw new UsageError(`Which host? ${lab.hosts.map((host) => host.name).join(', ')}`);
  return lab.host(name);
}

function overview(lab: Lab): string {
  const hosts = lab.hosts.map((host) =>
    [
      `  ${host.name} ${host.address}`,
      ...Object.entries(host.uri).map(([kind, uri]) => `    ${kind} ${uri}`),
    ].join('\n'),
  );
  return [`laboratory ${lab.slot}: ${lab.folder}`, ...hosts].join('\n');
}

/** Runs a program on this terminal and gives its status. */
function interact(program: string, args: readonly string[], env = process.env): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', env });
    // Ctrl+C is the program's to handle.
    process.on('SIGINT', () => undefined);
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 130));
  });
}

async function up(hosts: string | undefined): Promise<number> {
  const started = performance.now();
  const lab = await startLab({ hosts: Number(hosts ?? 1), keep: true });
  console.log(`${overview(lab)}\nup in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return 0;
}

async function down(all: boolean, number: string | undefined): Promise<number> {
  if (!all) {
    await chosenLab(number).down();
    return 0;
  }
  for (const record of runningLabs()) await attachLab(record.slot).down();
  sweepDeadLabs();
  return 0;
}

async function main(argv: readonly string[]): Promise<number> {
  const options = { hosts: { type: 'string' }, lab: { type: 'string' }, all: { type: 'boolean' } } as const;
  // What follows a host's name belongs to the command that is run there.
  const cut = ['shell', 'virsh'].includes(argv[0] ?? '')
    ? argv.findIndex((word, i) => i > 0 && /^hv\d/.test(word)) + 1
    : 0;
  const { values, positionals } = parseArgs({
    args: cut > 0 ? argv.slice(0, cut) : [...argv],
    options,
    allowPositionals: true,
  });
  const [command, hostName] = positionals;
  const rest = cut > 0 ? argv.slice(cut) : [];
  const reason = whyNoLab();
  if (reason && command !== undefined && command !== 'help') throw new UsageError(reason);
  switch (command) {
    case 'up':
      return up(values.hosts);
    case 'status':
      for (const record of runningLabs()) console.log(overview(attachLab(record.slot)));
      return 0;
    case 'shell': {
      const host = chosenHost(chosenLab(values.lab), hostName);
      return interact('nsenter', host.enter(rest.length > 0 ? rest : ['bash']));
    }
    case 'virsh': {
      const host = chosenHost(chosenLab(values.lab), hostName);
      return interact('virsh', ['-c', host.uri.unix, ...rest], virshEnvironment(host.folder));
    }
    case 'down':
      return down(values.all ?? false, values.lab);
    default:
      console.log(help);
      return command === undefined || command === 'help' ? 0 : 2;
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof UsageError ? error.message : error);
    process.exit(1);
  },
);
