import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '../../contract/index.ts';
import { Jobs } from '../../main/hypervisor/jobs.ts';
import { Leftovers } from '../../main/provision/make/leftovers.ts';
import { PathSource } from '../../main/provision/uploads/pathSource.ts';
import { Upload } from '../../main/provision/uploads/upload.ts';
import { buildParts } from '../fixtures/built.ts';
import { type Host, startLab } from '../hosts/index.ts';
import { run } from '../hosts/lab/run.ts';
import { rounded } from './lib/numbers.ts';
import { type MainStand, openInMain } from './lib/stand.ts';
import type { Bench } from './run.ts';

const MIB = 1024 * 1024;
const ROUNDS = 5;
const POOL = 'default';

interface Round {
  /** Seconds that the bytes took. */
  readonly moving: number;
  /** Seconds until the volume had its name, compared. */
  readonly whole: number;
}

/**
 * A file of this machine into a pool, by Virtdeck and by `virsh vol-upload`, in turns: through the UNIX socket, and over
 * TLS; the fastest round of each counts, as others use the machine too. `ratio` is of the time that the bytes take; `whole_mib_s` counts comparing and naming too, which virsh does not do.
 */
const upload: Bench = async (emit, [size = '384']) => {
  buildParts('agent', 'askpass');
  const lab = await startLab({ hosts: 1 });
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-bench-upload-'));
  try {
    const hv = lab.host('hv1');
    const file = join(folder, 'file');
    const mib = Number(size);
    const block = randomBytes(16 * MIB);
    for (let at = 0; at < mib; at += 16) writeFileSync(file, block, { flag: 'a' });
    for (const [line, uri] of [
      ['local', hv.uri.unix],
      ['tls', hv.uri.tls],
    ] as const) {
      const stand = await openInMain(uri);
      try {
        emit({ bench: 'upload', line, mib, ...(await measure(hv, stand, uri, file, mib, folder)) });
      } finally {
        await stand.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await lab.down();
  }
};

async function measure(
  hv: Host,
  stand: MainStand,
  uri: string,
  file: string,
  mib: number,
  folder: string,
): Promise<Record<string, number>> {
  const ours: Round[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await byVirsh(hv, uri, file, mib));
    ours.push(await byVirtdeck(hv, stand, file, mib, folder));
  }
  const moving = mib / Math.min(...ours.map((one) => one.moving));
  const virsh = mib / Math.min(...theirs);
  return {
    mib_s: rounded(moving),
    virsh_mib_s: rounded(virsh),
    ratio: rounded(moving / virsh, 2),
    whole_mib_s: rounded(mib / Math.min(...ours.map((one) => one.whole))),
  };
}

/** Seconds. The volume is there already, as it is when Virtdeck's bytes begin to move. */
async function byVirsh(hv: Host, uri: string, file: string, mib: number): Promise<number> {
  await hv.virsh(['vol-create-as', POOL, 'theirs', `${mib}M`, '--allocation', '0', '--format', 'raw']);
  const started = performance.now();
  await run('virsh', ['-q', '-c', uri, 'vol-upload', 'theirs', file, '--pool', POOL], { timeoutMs: 600_000 });
  const seconds = (performance.now() - started) / 1000;
  await hv.virsh(['vol-delete', 'theirs', POOL]);
  return seconds;
}

async function byVirtdeck(
  hv: Host,
  { hypervisor }: MainStand,
  file: string,
  mib: number,
  folder: string,
): Promise<Round> {
  const at: Record<string, number> = {};
  const jobs = new Jobs((name, payload) => {
    if (name !== 'jobChanged') return;
    const [word = ''] = (payload as Job).stage.split(' ');
    at[word] ??= performance.now();
  });
  const source = await PathSource.open(file, mib * MIB);
  const names = { pool: POOL, temporary: 'ours.part', volume: 'ours' };
  const one = new Upload({ host: hypervisor, ...names, source, leftovers: new Leftovers(folder) });
  const id = jobs.start({ kind: 'upload', title: 'upload', connection: null }, (job) => one.run(job));
  await jobs.wait(id);
  const ended = performance.now();
  const job = jobs.get(id);
  if (job?.state !== 'succeeded') throw new Error(`The upload failed: ${JSON.stringify(job)}`);
  await hv.virsh(['vol-delete', 'ours', POOL]);
  const { Making: began = 0, Uploading: moved = 0, Comparing: compared = 0 } = at;
  return { moving: (compared - moved) / 1000, whole: (ended - began) / 1000 };
}

export default upload;
