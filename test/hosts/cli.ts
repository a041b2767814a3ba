import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { faultCommand, faultHelp } from './cli-faults.ts';
import { guestXml } from './guest/domain.ts';
import { type Host, virshEnvironment } from './lab/host.ts';
import { attachLab, type Lab, runningLabs, startLab, sweepDeadLabs } from './lab/lab.ts';
import { whyNoLab } from './lab/requirements.ts';
import { parseLine } from './lab/slow.ts';
import { writeScaleHost } from './scale.ts';

const help = `Real hypervisors to test against. Usage: npm run hosts -- COMMAND

  up [--hosts N] [--latency 25ms] [--cgroups]
                             start a laboratory of 1 to 3 hosts (hv1, hv2, hv3) that stays until "down"
  status                     the laboratories that run, and their addresses
  shell HOST [COMMAND...]    a shell on a host, or one command
  virsh HOST ARGUMENTS...    virsh against a host, from outside
  client [COMMAND...]        a shell, or one command, that sees the hosts' names and the laboratory's ssh keys
  guest HOST NAME [cdrom|disk|pxe]
                             start a tiny guest; without a word it boots its kernel directly
${faultHelp}
  down [--all]               end a laboratory; --all: every one on this machine, and what dead ones left
  scale DOMAINS FILE         write a host with that many domains for libvirt's test driver (needs no laboratory)

Where several laboratories run, --lab N says which one is meant.`;

/** A mistake in the command line: its message is all that is printed. */
export class UsageError extends Error {}

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
  const hosts = lab.hosts.map((host) => {
    const { named, ...uris } = host.uri;
    const lines = Object.entries(uris).map(([kind, uri]) => `    ${kind.padEnd(7)}${uri}`);
    return [`  ${host.name} ${host.address}`, ...lines].join('\n');
  });
  return [`laboratory ${lab.slot} in ${lab.folder}, client ${lab.client.address}`, ...hosts].join('\n');
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

async function startGuest(host: Host, name: string | undefined, boot: string | undefined): Promise<number> {
  if (name === undefined) throw new UsageError('What shall the guest be called?');
  if (boot !== undefined && boot !== 'cdrom' && boot !== 'disk' && boot !== 'pxe') {
    throw new UsageError(`A guest starts from cdrom, disk or pxe, not ${boot}`);
  }
  const disks = boot === 'disk' ? [{ path: await host.bootDisk(name) }] : [];
  await host.define(guestXml({ name, boot: boot ?? 'kernel', networks: ['default'], agent: true, disks }));
  await host.virsh(['start', name]);
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

const flags = {
  hosts: { type: 'string' },
  latency: { type: 'string' },
  cgroups: { type: 'boolean' },
  lab: { type: 'string' },
  all: { type: 'boolean' },
} as const;

/** How many of our own words stand before a command that is to be run somewhere. */
const wordsBefore: ReadonlyMap<string, number> = new Map([
  ['shell', 2],
  ['virsh', 2],
  ['client', 1],
]);

/** Separates our words from those of a command that is to be run somewhere. */
function split(argv: readonly string[]): [own: string[], rest: string[]] {
  const words = [...argv.entries()].filter(([i, word]) => !word.startsWith('-') && argv[i - 1] !== '--lab');
  const command = words[0]?.[1] ?? '';
  const count = wordsBefore.get(command);
  const last = count === undefined ? undefined : words[count - 1]?.[0];
  const next = last === undefined ? argv.length : last + 1;
  return [argv.slice(0, next), argv.slice(next)];
}

async function main(argv: readonly string[]): Promise<number> {
  const [own, rest] = split(argv);
  const { values, positionals } = parseArgs({ args: own, options: flags, allowPositionals: true });
  const [command, first, second, third] = positionals;
  if (command === undefined || command === 'help') {
    console.log(help);
    return 0;
  }
  if (command === 'scale') {
    if (!Number(first) || !second) throw new UsageError('scale DOMAINS FILE');
    console.log(writeScaleHost(second, { domains: Number(first) }));
    return 0;
  }
  const reason = whyNoLab();
  if (reason) throw new UsageError(reason);
  const lab = () => chosenLab(values.lab);
  const hostOf = (name: string | undefined) => chosenHost(lab(), name);
  switch (command) {
    case 'up': {
      const started = performance.now();
      const line = values.latency === undefined ? {} : { line: parseLine(values.latency) };
      const made = await startLab({
        hosts: Number(values.hosts ?? 1),
        cgroups: values.cgroups ?? false,
        keep: true,
        ...line,
      });
      console.log(`${overview(made)}\nup in ${((performance.now() - started) / 1000).toFixed(1)} s`);
      return 0;
    }
    case 'status':
      for (const record of runningLabs()) console.log(overview(attachLab(record.slot)));
      return 0;
    case 'shell':
      return interact('nsenter', hostOf(first).enter(rest.length > 0 ? rest : ['bash']));
    case 'virsh':
      return interact(
        'virsh',
        ['-c', hostOf(first).uri.unix, ...rest],
        virshEnvironment(hostOf(first).folder),
      );
    case 'client': {
      const { client } = lab();
      const [program = 'bash', ...args] = rest;
      return interact(...client.wrap(program, args), client.environment());
    }
    case 'guest':
      return startGuest(hostOf(first), second, third);
    case 'down':
      return down(values.all ?? false, values.lab);
    default:
      return faultCommand(lab(), positionals);
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
