import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Job } from '../../contract/index.ts';
import { failure, until } from '../integration/helpers/services/app.ts';
import { until as eventually } from './lab/run.ts';
import { RemoteStand } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

const MIB = 1024 * 1024;
const SIZE = 40 * MIB;

describeLab('uploads into pools', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-uploads-'));
  const path = join(folder, 'disc.iso');
  const content = randomBytes(SIZE);
  // A hole in the middle: it is left out on the way and has to come out as zeros.
  content.fill(0, 10 * MIB, 14 * MIB);
  const digest = createHash('sha256').update(content).digest('hex');
  let stand: RemoteStand;

  beforeAll(async () => {
    writeFileSync(path, content);
    stand = await RemoteStand.start(lab());
  });
  afterAll(async () => {
    await stand?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await hv1().faults.restore();
    await stand.reset();
    for (const name of await volumes()) {
      if (name.startsWith('disc')) await hv1().virsh(['vol-delete', name, 'default']);
    }
    expect((await volumes()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  const volumes = async (pool = 'default'): Promise<string[]> => {
    await hv1().virsh(['pool-refresh', pool]);
    const lines = (await hv1().virsh(['vol-list', pool])).split('\n');
    return lines.map((line) => line.trim().split(/\s+/)[0] ?? '').filter((name) => name !== '');
  };
  const digestThere = async (name: string): Promise<string | undefined> =>
    (await hv1().exec(`sha256sum /var/lib/libvirt/images/${name}`)).split(' ')[0];
  const job = (id: string): Job | undefined =>
    stand.window.told.findLast((one) => one.name === 'jobChanged' && (one.payload as Job).id === id)
      ?.payload as Job;
  const ended = (id: string, ms = 90_000): Promise<Job> =>
    until(
      `the end of the job, not ${JSON.stringify(job(id))}`,
      () => (job(id)?.endedAt ? job(id) : undefined),
      ms,
    );
  const open = async (uri: string): Promise<string> => {
    const id = await stand.add(uri);
    await stand.connected(id);
    return id;
  };
  const uploads = () => stand.window.client.uploads;
  const request = (connection: string) => ({
    connection,
    pool: 'default',
    volume: 'disc.iso',
    size: SIZE,
    path,
  });
  const halfway = (id: string) =>
    until(
      'half of it to be sent',
      () => (job(id)?.fraction ?? 0) >= 0.5 && job(id)?.stage.startsWith('Uploading'),
      60_000,
    );
  const lossNoticed = (id: string) =>
    until(
      'the loss to be noticed',
      () => {
        if (job(id)?.endedAt) throw new Error(`It has ended: ${JSON.stringify(job(id))}`);
        return job(id)?.log.at(-1)?.startsWith('Waiting for the connection');
      },
      60_000,
    );
  /** So slow that there is time to do something in between. */
  const slowly = () => hv1().faults.slow({ latencyMs: 1, bitsPerSecond: 60_000_000 });

  it('puts a file under its name, the same as here, and leaves nothing else', async () => {
    const connection = await open(hv1().uri.unix);
    const before = await volumes();
    const { job: id, ticket, offset } = await uploads().begin(request(connection));
    expect({ ticket, offset }).toEqual({ ticket: null, offset: 0 });
    const result = await ended(id);
    expect(result).toMatchObject({ state: 'succeeded', kind: 'upload', error: null });
    expect(result.log.join('\n')).toContain(`SHA-256 ${digest}: the same here and on the host`);
    expect(await volumes()).toEqual([...before, 'disc.iso'].sort());
    expect(await digestThere('disc.iso')).toBe(digest);
    expect(await hv1().virsh(['vol-dumpxml', 'disc.iso', 'default'])).toContain(`<format type='raw'/>`);
    const again = await failure(uploads().begin(request(connection)));
    expect(again).toMatchObject({ kind: 'exists', message: expect.stringContaining('disc.iso already') });
  });

  it('renames the file over ssh instead of copying it', async () => {
    const connection = await open(hv1().uri.ssh);
    const { job: id } = await uploads().begin(request(connection));
    const result = await ended(id);
    expect(result).toMatchObject({ state: 'succeeded', error: null });
    expect(result.log.join('\n')).toContain('Renamed disc.iso.');
    expect(await digestThere('disc.iso')).toBe(digest);
  });

  it('goes on by itself when the line has been cut at 50 %', async () => {
    const connection = await open(hv1().uri.tls);
    await slowly();
    const { job: id } = await uploads().begin(request(connection));
    await halfway(id);
    await hv1().faults.cut();
    await lossNoticed(id);
    await hv1().faults.restore();
    const result = await ended(id);
    expect(result).toMatchObject({ state: 'succeeded', error: null });
    expect(await digestThere('disc.iso')).toBe(digest);
  });

  it('goes on by itself when libvirtd was killed', async () => {
    const connection = await open(hv1().uri.tls);
    await slowly();
    const { job: id } = await uploads().begin(request(connection));
    await halfway(id);
    await hv1().faults.kill('libvirtd');
    await lossNoticed(id);
    await hv1().faults.restore();
    expect(await ended(id)).toMatchObject({ state: 'succeeded', error: null });
    expect(await digestThere('disc.iso')).toBe(digest);
  });

  it('takes the bytes of a window, and goes on where the window before was when it went', async () => {
    const connection = await open(hv1().uri.unix);
    const first = await uploads().begin({ ...request(connection), path: null });
    const channel = await stand.window.openBytes(first.ticket ?? '');
    channel.onData(() => {});
    const send = async (to: typeof channel, from: number, end: number) => {
      for (let at = from; at < end; at += MIB) {
        to.send(content.subarray(at, Math.min(end, at + MIB)));
        await to.drained();
      }
    };
    await send(channel, 0, SIZE / 2);
    channel.close({ kind: 'error', message: 'The window is gone' });
    await until('it to be noticed', () => job(first.job)?.stage.startsWith('Waiting: the window'), 30_000);
    const second = await uploads().begin({ ...request(connection), path: null });
    expect(second).toMatchObject({ id: first.id, job: first.job });
    expect(second.offset).toBeGreaterThan(SIZE / 4);
    const further = await stand.window.openBytes(second.ticket ?? '');
    await send(further, second.offset, SIZE);
    expect(await ended(first.job)).toMatchObject({ state: 'succeeded', error: null });
    expect(await digestThere('disc.iso')).toBe(digest);
  });

  it('leaves nothing when it is cancelled half-way', async () => {
    const connection = await open(hv1().uri.tls);
    const before = await volumes();
    await slowly();
    const { id, job: jobId } = await uploads().begin(request(connection));
    await halfway(jobId);
    expect((await volumes()).some((name) => name.endsWith('.part'))).toBe(true);
    await uploads().cancel({ id });
    expect(await ended(jobId)).toMatchObject({ state: 'cancelled', error: null });
    expect(await volumes()).toEqual(before);
  });

  it('leaves a volume alone that took its name meanwhile', async () => {
    const connection = await open(hv1().uri.tls);
    await slowly();
    const { job: id } = await uploads().begin(request(connection));
    await halfway(id);
    await hv1().virsh(['vol-create-as', 'default', 'disc.iso', '1M', '--format', 'raw']);
    expect((await ended(id)).error).toMatchObject({ kind: 'exists', hint: 'Choose another name.' });
    expect((await volumes()).filter((name) => name.startsWith('disc'))).toEqual(['disc.iso']);
    expect(await hv1().virsh(['vol-info', 'disc.iso', 'default', '--bytes'])).toContain(String(MIB));
  });

  it('says so when the pool runs full meanwhile, and leaves nothing', async () => {
    const connection = await open(hv1().uri.tls);
    const before = await volumes('small');
    await slowly();
    const { job: id } = await uploads().begin({ ...request(connection), pool: 'small' });
    await halfway(id);
    await hv1().faults.full();
    const { error } = await ended(id);
    expect(error).toMatchObject({ kind: 'no-space' });
    await hv1().faults.restore();
    expect(await volumes('small')).toEqual(before);
  });

  it('refuses what cannot work, in plain words', async () => {
    const connection = await open(hv1().uri.unix);
    const says = async (change: object) => failure(uploads().begin({ ...request(connection), ...change }));
    expect(await says({ pool: 'nope' })).toMatchObject({ kind: 'not-found' });
    expect(await says({ pool: 'small', size: 999 * MIB })).toMatchObject({ kind: 'no-space' });
    expect(await says({ path: join(folder, 'gone') })).toMatchObject({ kind: 'not-found' });
    expect(await says({ size: 5 })).toMatchObject({ kind: 'conflict' });
    expect(await failure(uploads().cancel({ id: 'nope' }))).toMatchObject({ kind: 'not-found' });
  });

  it('removes what an application that ended unexpectedly has left', async () => {
    await hv1().virsh(['vol-create-as', 'default', 'disc.iso.0123abcd.part', '1M', '--format', 'raw']);
    const { unix } = hv1().uri;
    const left = [{ uri: unix, pool: 'default', volume: 'disc.iso.0123abcd.part' }];
    const data = join(folder, 'other', 'data');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'temporary-volumes.json'), JSON.stringify(left));
    const { startApp } = await import('../integration/helpers/services/app.ts');
    const app = startApp({ folder: join(folder, 'other') });
    app.window();
    await app.start([unix]);
    await eventually(
      'it to be gone',
      async () => !(await volumes()).some((name) => name.endsWith('.part')),
      30_000,
    );
    await app.stop();
  });
});
