import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Host } from './host.ts';
import { until } from './run.ts';
import { isAlive, type ProcessMark } from './slots.ts';

/** How slow a host's line is. */
export interface Line {
  /** Milliseconds that each packet takes, each way. */
  latencyMs: number;
  /** Bits per second, each way; default no limit. */
  bitsPerSecond?: number;
}

const stateSchema = z.object({ pid: z.number().int(), start: z.string() });

const statePath = (host: Host) => join(host.folder, 'slow.json');

/** "25ms" and "10mbit" as a line. Throws on anything else. */
export function parseLine(latency: string, rate?: string): Line {
  const ms = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(latency);
  if (!ms) throw new Error(`"${latency}" is no latency: write it as 25ms or 0.5s, each way`);
  const latencyMs = Number(ms[1]) * (ms[2] === 's' ? 1000 : 1);
  if (rate === undefined) return { latencyMs };
  const bits = /^(\d+(?:\.\d+)?)(k|m|g)bit$/.exec(rate);
  if (!bits) throw new Error(`"${rate}" is no rate: write it as 256kbit, 10mbit or 1gbit`);
  const unit = { k: 1e3, m: 1e6, g: 1e9 }[z.enum(['k', 'm', 'g']).parse(bits[2])];
  return { latencyMs, bitsPerSecond: Number(bits[1]) * unit };
}

function delayProcess(host: Host): ProcessMark | undefined {
  if (!existsSync(statePath(host))) return undefined;
  const mark = stateSchema.parse(JSON.parse(readFileSync(statePath(host), 'utf8')));
  return isAlive(mark) ? mark : undefined;
}

/**
 * Puts a process between the host's cable and the switch that holds every packet back for a while (the traffic
 * shaper that does this in the kernel, netem, is often absent).
 */
export async function slowDown(host: Host, supervisor: ProcessMark, line: Line): Promise<void> {
  await speedUp(host);
  const log = openSync(join(host.folder, 'slow.log'), 'w');
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = join(dirname(fileURLToPath(import.meta.url)), 'delay.ts');
  const options = {
    state: statePath(host),
    port: `port-${host.name}`,
    name: host.name,
    supervisor,
    latencyMs: line.latencyMs,
    bitsPerSecond: line.bitsPerSecond ?? null,
  };
  const child = spawn(
    'nsenter',
    ['-t', String(supervisor.pid), '-n', process.execPath, '--import', tsx, program, JSON.stringify(options)],
    // The folder is how helpers of a laboratory are told from other processes.
    { stdio: ['ignore', log, log], detached: true, env: { ...process.env, LAB: dirname(host.folder) } },
  );
  closeSync(log);
  child.unref();
  await until(`the line of ${host.name} to be slow`, () => existsSync(statePath(host)), 10_000, 20).catch(
    (error: Error) => {
      throw new Error(`${error.message}\n${readFileSync(join(host.folder, 'slow.log'), 'utf8')}`);
    },
  );
}

/** Takes the delaying process out again. Does nothing if there is none. */
export async function speedUp(host: Host): Promise<void> {
  const mark = delayProcess(host);
  if (mark) {
    process.kill(mark.pid, 'SIGTERM');
    await until(`the line of ${host.name} to be fast`, () => !isAlive(mark), 5_000, 10);
  }
  rmSync(statePath(host), { force: true });
}
