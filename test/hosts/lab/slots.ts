import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { labAddress, labFolder } from './places.ts';

const recordSchema = z.object({
  slot: z.number().int(),
  hosts: z.number().int(),
  cgroups: z.boolean().default(false),
  /** Process that asked for the laboratory. */
  owner: z.object({ pid: z.number().int(), start: z.string() }),
  /** The supervisor; absent while the laboratory is being prepared. */
  supervisor: z.object({ pid: z.number().int(), start: z.string() }).optional(),
  since: z.string(),
});

/** What is written down about a laboratory, for other processes to find and judge it. */
export type LabRecord = z.infer<typeof recordSchema>;

/** A process that can be told from a later one with the same number. */
export interface ProcessMark {
  pid: number;
  start: string;
}

/** When a process started (clock ticks since boot), or undefined if there is none or it is only a zombie. */
export function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** What tells a process from another one that gets its number later. */
export function markProcess(pid: number): ProcessMark {
  const start = processStart(pid);
  if (start === undefined) throw new Error(`process ${pid} is gone`);
  return { pid, start };
}

/** Whether the process of a mark still runs. */
export function isAlive(mark: ProcessMark): boolean {
  return processStart(mark.pid) === mark.start;
}

/** Children of a process, oldest first. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

const recordPath = (slot: number) => join(labFolder(slot), 'lab.json');

/** Writes down what a laboratory is made of, for others and for its end. */
export function writeRecord(record: LabRecord): void {
  writeFileSync(recordPath(record.slot), JSON.stringify(record));
}

/** What is known of the laboratory `slot`, or undefined if there is none (or only a folder without a record). */
export function readRecord(slot: number): LabRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(recordPath(slot), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Numbers of all laboratories that have a folder, living or dead. */
export function listSlots(): number[] {
  return readdirSync(tmpdir())
    .map((name) => /^virtdeck-lab-(\d+)$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

/** Whether somebody still runs the laboratory of a record. */
export function isLabAlive(record: LabRecord): boolean {
  return record.supervisor ? isAlive(record.supervisor) : isAlive(record.owner);
}

/**
 * Takes a free number and makes its folder. Making the folder is what decides between two processes that want the
 * same number.
 */
export function takeSlot(hosts: number, cgroups = false): LabRecord {
  const used = new Set(
    Object.values(networkInterfaces())
      .flat()
      .map((address) => address?.address),
  );
  for (let slot = 1; slot < 250; slot += 1) {
    if (used.has(labAddress(slot, 1)) || existsSync(labFolder(slot))) continue;
    try {
      mkdirSync(labFolder(slot), { mode: 0o755 });
    } catch {
      continue;
    }
    const record = { slot, hosts, cgroups, owner: markProcess(process.pid), since: new Date().toISOString() };
    writeRecord(record);
    return record;
  }
  throw new Error('all 249 laboratory numbers are taken: run "npm run hosts -- down --all"');
}

/**
 * Whether a folder without a record that can be read belongs to nobody: neither to a laboratory that is just being made
 * nor to one that lives and was started by another version of this code.
 */
export function isAbandoned(slot: number): boolean {
  if (existsSync(`/sys/class/net/vdlab${slot}`)) return false;
  try {
    return Date.now() - statSync(labFolder(slot)).ctimeMs > 30_000;
  } catch {
    return false;
  }
}

/** Removes the control groups that a dead laboratory's supervisor could not remove. */
function dropCgroups(slot: number): void {
  for (const name of existsSync(labFolder(slot)) ? readdirSync(labFolder(slot)) : []) {
    if (!name.endsWith('.cgroups')) continue;
    for (const group of readFileSync(join(labFolder(slot), name), 'utf8')
      .split('\n')
      .filter(Boolean)) {
      if (!group.includes(`/virtdeck-lab-${slot}-`) || !existsSync(group)) continue;
      spawnSync('find', [group, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', '+'], { stdio: 'ignore' });
    }
  }
}

/** Removes the folder of a dead laboratory. Its processes and mounts are gone with its supervisor. */
export function dropSlot(slot: number): void {
  dropCgroups(slot);
  rmSync(labFolder(slot), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
