import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { attachLab, runningLabs, startLab, sweepDeadLabs } from './lab/lab.ts';
import { whyNoLab } from './lab/requirements.ts';
import { runAny, until } from './lab/run.ts';
import { listSlots, readRecord } from './lab/slots.ts';

const reason = whyNoLab();
if (reason) console.warn(`SKIPPED: life of a laboratory: ${reason}`);

/** Processes that were given the laboratory's folder, which its daemons and helpers all are. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`LAB=${folder}`);
      } catch {
        return false;
      }
    });
}

/** By what a laboratory is told from the next one with its number, which somebody else may start at any time. */
interface Traces {
  readonly slot: number;
  readonly folder: string;
  readonly inode: number | null;
  readonly link: string | null;
}

function tracesOf(slot: number): Traces {
  const folder = join(tmpdir(), `virtdeck-lab-${slot}`);
  const inode = statSync(folder, { throwIfNoEntry: false })?.ino ?? null;
  let link: string | null = null;
  try {
    link = readFileSync(`/sys/class/net/vdlab${slot}/ifindex`, 'utf8');
  } catch {
    // There is no link yet, or none any more.
  }
  return { slot, folder, inode, link };
}

async function expectNothingLeft(before: Traces): Promise<void> {
  const { slot, folder } = before;
  const taken = ({ inode, link }: Traces) =>
    (inode !== null && inode !== before.inode) ||
    (link !== null && before.link !== null && link !== before.link);
  await until(
    'everything to be gone',
    () => {
      const now = tracesOf(slot);
      return taken(now) || (now.inode === null && now.link === null && processesOf(folder).length === 0);
    },
    30_000,
  );
  if (taken(tracesOf(slot))) return;
  expect(readFileSync('/proc/mounts', 'utf8')).not.toContain(`virtdeck-lab-${slot}/`);
}

const cli = (...words: string[]) => runAny('npx', ['--no-install', 'tsx', 'test/hosts/cli.ts', ...words]);

/** A process that starts a laboratory, prints its number and waits. */
function ownerProcess() {
  const program = `import('./test/hosts/index.ts').then(async ({ startLab }) => {
    const lab = await startLab({ hosts: 2 });
    console.log('lab ' + lab.slot);
    setInterval(() => undefined, 1000);
  });`;
  const child = spawn('node', ['--import', 'tsx', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const slot = new Promise<number>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /lab (\d+)\n/.exec(text);
      if (found) resolve(Number(found[1]));
    });
    child.on('exit', () => reject(new Error('the owner ended early')));
  });
  return { child, slot };
}

describe.skipIf(reason !== undefined && !process.env.CI)('life of a laboratory', () => {
  it('is up with two hosts in at most 15 s and leaves nothing behind', async () => {
    const started = performance.now();
    const lab = await startLab({ hosts: 2 });
    const took = performance.now() - started;
    console.log(`up in ${Math.round(took)} ms`);
    await lab.host('hv1').exec('true');
    await lab.host('hv2').faults.slow({ latencyMs: 5 });
    const traces = tracesOf(lab.slot);
    const ended = performance.now();
    await lab.down();
    console.log(`down in ${Math.round(performance.now() - ended)} ms`);
    expect(took).toBeLessThan(15_000);
    await expectNothingLeft(traces);
    await lab.down();
  });

  it.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('ends with its owner, by %s', async (signal) => {
    const { child, slot } = ownerProcess();
    onTestFinished(() => void child.kill('SIGKILL'));
    const number = await slot;
    expect(runningLabs().map((record) => record.slot)).toContain(number);
    await attachLab(number).host('hv1').faults.slow({ latencyMs: 5 });
    const traces = tracesOf(number);
    child.kill(signal);
    await expectNothingLeft(traces);
  });

  it('leaves no process when its supervisor is killed, and the folder to the next sweep', async () => {
    const { child, slot } = ownerProcess();
    onTestFinished(() => void child.kill('SIGKILL'));
    const number = await slot;
    const record = runningLabs().find((each) => each.slot === number);
    await attachLab(number).host('hv2').faults.slow({ latencyMs: 5 });
    const traces = tracesOf(number);
    process.kill(record!.supervisor!.pid, 'SIGKILL');
    await until(
      'its processes to be gone',
      () => processesOf(join(tmpdir(), `virtdeck-lab-${number}`)).length === 0,
      30_000,
    );
    // Somebody else's laboratory that starts now sweeps it too.
    sweepDeadLabs();
    await expectNothingLeft(traces);
  });

  it('keeps several laboratories apart', async () => {
    const [one, other] = await Promise.all([startLab(), startLab()]);
    try {
      expect(one.slot).not.toBe(other.slot);
      await one.host('hv1').exec('virsh -q pool-destroy media');
      expect(await one.host('hv1').virsh(['pool-list'])).not.toContain('media');
      expect(await other.host('hv1').virsh(['pool-list'])).toContain('media');
    } finally {
      await Promise.all([one.down(), other.down()]);
    }
  });

  it('touches nothing of the machine', async () => {
    const lab = await startLab();
    try {
      const host = lab.host('hv1');
      expect((await host.execAny('touch /usr/made-by-a-test')).code).not.toBe(0);
      expect((await host.execAny('touch /var/made-by-a-test')).code).not.toBe(0);
      // The root of a host is its own too, and shows nothing of the machine's but its programs.
      await host.exec('touch /made-by-a-test');
      expect(existsSync('/made-by-a-test')).toBe(false);
      expect((await host.exec(`ls -d ${process.cwd()} || echo absent`)).trim()).toBe('absent');
      await host.exec(
        'echo changed >/etc/made-by-a-test; touch /var/log/made-by-a-test /root/made-by-a-test /dev/made',
      );
      for (const folder of ['/etc', '/var/log', '/root', '/dev']) {
        expect(readdirSync(folder).filter((name) => name.startsWith('made'))).toEqual([]);
      }
      expect(await host.exec('ls /dev')).not.toMatch(/^(vd|sd|loop|nvme)/m);
      expect(await host.exec('ip -o link')).not.toMatch(/\b(ens|enp|wlan)/);
    } finally {
      await lab.down();
    }
  });

  it('does not stay when its owner is killed before it is up, though it was to stay', async () => {
    const program = `import('./test/hosts/index.ts').then(({ startLab }) => startLab({ hosts: 3, keep: true }))`;
    const before = new Set(listSlots());
    const child = spawn('node', ['--import', 'tsx', '--eval', program], { stdio: 'inherit' });
    onTestFinished(() => void child.kill('SIGKILL'));
    const slot = await until(
      'its folder',
      () => listSlots().find((each) => !before.has(each) && readRecord(each)?.owner.pid === child.pid),
      60_000,
      5,
    );
    await until('its supervisor', () => readRecord(slot)?.supervisor, 60_000, 5);
    const traces = tracesOf(slot);
    child.kill('SIGKILL');
    await expectNothingLeft(traces);
  });

  it('starts, shows and ends one by the command', async () => {
    const up = await cli('up', '--hosts', '2', '--latency', '5ms');
    expect(up.stderr).not.toContain('Error');
    const slot = /laboratory (\d+) in/.exec(up.stdout)?.[1] ?? '';
    onTestFinished(async () => {
      if (runningLabs().some((record) => record.slot === Number(slot))) await attachLab(Number(slot)).down();
    });
    expect((await cli('status')).stdout).toContain(`laboratory ${slot} in`);
    expect((await cli('--lab', slot, 'shell', 'hv2', 'hostname')).stdout).toBe('hv2\n');
    expect((await cli('--lab', slot, 'virsh', 'hv1', '-q', 'net-list')).stdout).toContain('default');
    expect((await cli('--lab', slot, 'cut', 'hv1')).code).toBe(0);
    expect((await cli('--lab', slot, 'restore')).code).toBe(0);
    expect(await cli('--lab', slot, 'shell', 'hv9')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('hv1, hv2'),
    });
    const traces = tracesOf(Number(slot));
    expect((await cli('--lab', slot, 'down')).code).toBe(0);
    await expectNothingLeft(traces);
  });
});
