import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { HostPlan } from './etc.ts';
import { labAddress, labFolder, scriptsFolder } from './places.ts';
import { run, until } from './run.ts';
import { isAlive, type LabRecord, type ProcessMark, processStart } from './slots.ts';

/** Starts the supervisor of a laboratory whose folders are furnished. It ends with this process. */
export function spawnSupervisor(record: LabRecord): ChildProcess {
  const folder = labFolder(record.slot);
  const log = openSync(join(folder, 'lab.log'), 'a');
  const child = spawn(
    'unshare',
    ['--net', '--mount', '--propagation', 'private', 'sh', join(scriptsFolder, 'lab.sh')],
    {
      cwd: '/',
      // Its own session: Ctrl+C reaches the owner, and the end of the owner reaches the supervisor by its pipe.
      detached: true,
      stdio: ['ignore', log, log, 'pipe'],
      env: {
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
        LAB: folder,
        SLOT: String(record.slot),
        HOSTS: String(record.hosts),
        SCRIPTS: scriptsFolder,
        OWNER_NET: String(process.pid),
        CGROUPS: record.cgroups ? '1' : '0',
      },
    },
  );
  closeSync(log);
  child.unref();
  return child;
}

/** Tells the supervisor that the laboratory outlives its owner. */
export function letStay(supervisor: ChildProcess): Promise<void> {
  const pipe = supervisor.stdio[3];
  if (!(pipe instanceof Writable)) throw new Error('the supervisor has no pipe');
  return new Promise((resolve, reject) => {
    pipe.once('error', reject);
    pipe.write('keep\n', () => resolve());
  });
}

function readLog(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}

/** Gives this machine its address in the laboratory's network. */
export async function connectClient(record: LabRecord): Promise<void> {
  const link = `vdlab${record.slot}`;
  await until(`link ${link}`, () => existsSync(`/sys/class/net/${link}`), 5_000, 10);
  await run('ip', ['addr', 'add', `${labAddress(record.slot, 1)}/24`, 'brd', '+', 'dev', link]);
  await run('ip', ['link', 'set', link, 'up']);
}

/** What a host and its daemons wrote, for the error message of one that did not start. */
function hostLogs(plan: HostPlan): string {
  return [
    join(labFolder(plan.slot), 'lab.log'),
    `${plan.folder}.log`,
    join(plan.folder, 'var/log/libvirt/libvirtd.log'),
  ]
    .map(readLog)
    .filter(Boolean)
    .join('\n');
}

/** Waits until all daemons of a host have started. Throws with what they wrote if they do not. */
export async function whenReady(plan: HostPlan, supervisor: ProcessMark): Promise<void> {
  const outer = await until(
    `${plan.name}'s process`,
    () => readLog(`${plan.folder}.pid`) || undefined,
    5_000,
    10,
  );
  await until(
    `${plan.name} to start`,
    () => {
      if (existsSync(join(plan.folder, 'ready'))) return true;
      if (!isAlive(supervisor) || processStart(Number(outer)) === undefined)
        throw new Error(`${plan.name} ended`);
      return false;
    },
    30_000,
    20,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${hostLogs(plan)}`);
  });
}
