import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { labPassword } from './lab/etc.ts';
import { run, until } from './lab/run.ts';
import { RemoteStand } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

describeLab('the way to a host', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let stand: RemoteStand;
  beforeAll(async () => {
    stand = await RemoteStand.start(lab());
  });
  afterAll(() => stand?.stop());
  afterEach(async () => {
    await hv1().faults.restore();
    await stand.reset();
  });

  const ssh = () => `qemu+ssh://admin@${hv1().address}/system`;
  const tls = () => `qemu+tls://${hv1().address}/system?pkipath=${lab().client.pki('good')}`;
  const ask = (connection: string) => stand.window.client.storage.pools({ connection });
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const lost = (id: string, ms: number) =>
    until(`${id} to be lost`, () => stand.now(id)?.status === 'lost', ms);

  it('cut for 5 s: nothing is lost, and it answers within 3 s after', async () => {
    const ids = await Promise.all([ssh(), tls()].map((uri) => stand.add(uri)));
    await Promise.all(ids.map((id) => stand.connected(id)));
    await hv1().faults.cut();
    await pause(500);
    const asked = ids.map((id) => ask(id));
    await pause(4_500);
    await hv1().faults.mend();
    const mended = performance.now();
    await Promise.all(asked);
    const took = performance.now() - mended;
    expect(took).toBeLessThan(await atMost(3_000));
    expect(ids.map((id) => stand.now(id)?.status)).toEqual(['connected', 'connected']);
  });

  it('cut until it is noticed: everything is back within 3 s after', async () => {
    const ids = await Promise.all([ssh(), tls()].map((uri) => stand.add(uri)));
    await Promise.all(ids.map((id) => stand.connected(id)));
    await hv1().faults.cut();
    await Promise.all(ids.map((id) => lost(id, 40_000)));
    expect(stand.now(ids[0]!)?.lastSeen).toBeGreaterThan(0);
    // Long enough for attempts to be under way that got no answer.
    await pause(6_000);
    await hv1().faults.mend();
    const mended = performance.now();
    await Promise.all(ids.map((id) => stand.connected(id)));
    const took = performance.now() - mended;
    console.log(`back after ${Math.round(took)} ms`);
    expect(took).toBeLessThan(await atMost(3_000));
    await Promise.all(ids.map(ask));
  });

  it('daemon killed: lost at once; started again: back', async () => {
    const ids = await Promise.all([ssh(), tls()].map((uri) => stand.add(uri)));
    await Promise.all(ids.map((id) => stand.connected(id)));
    await hv1().faults.kill('libvirtd');
    await Promise.all(ids.map((id) => lost(id, 3_000)));
    await pause(1_500);
    await hv1().daemons.start('libvirtd');
    await Promise.all(ids.map((id) => stand.connected(id, 8_000)));
  });

  it('daemon frozen: lost after the keepalive; thawed: back', async () => {
    const id = await stand.add(tls());
    await stand.connected(id);
    await hv1().faults.freeze('libvirtd');
    await lost(id, 40_000);
    await pause(2_000);
    await hv1().faults.thaw();
    const thawed = performance.now();
    await stand.connected(id);
    const took = performance.now() - thawed;
    expect(took).toBeLessThan(await atMost(5_000));
  });

  it('daemon stopped: says that nothing listens, and connects when somebody does', async () => {
    await hv1().daemons.stop('libvirtd');
    const error = await stand.refusal(tls());
    expect(error).toMatchObject({ kind: 'unavailable' });
    await hv1().daemons.start('libvirtd');
    await stand.visit(tls());
  });

  it('changed network: what is lost is tried at once', async () => {
    const id = await stand.add(tls());
    await stand.connected(id);
    await hv1().faults.kill('libvirtd');
    await lost(id, 3_000);
    // Until the pauses between attempts have grown.
    await until('a long pause', () => (stand.now(id)?.retryAt ?? 0) - Date.now() > 3_000, 30_000);
    const before = stand.window.told.length;
    await run('ip', ['addr', 'add', '192.0.2.77/32', 'dev', `vdlab${lab().slot}`]);
    await until(
      'an attempt',
      () => stand.window.told.slice(before).some((one) => /reconnecting/.test(JSON.stringify(one.payload))),
      4_000,
    );
    await run('ip', ['addr', 'del', '192.0.2.77/32', 'dev', `vdlab${lab().slot}`]);
  });

  it('with twenty connections at once of which five hang: the others can be used within 2 s', async () => {
    await hv1().daemons.configure({ auth_tcp: 'none', max_clients: 100, max_anonymous_clients: 100 });
    // Two hosts that take connections and say nothing, and three of which nothing comes back at all.
    const mute = createServer();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    await hv1().exec('iptables -A INPUT -p tcp --dport 7777 -j DROP');
    const place = (where: string, n: number) => `qemu+tcp://${where}/system?n=${n}`;
    const hanging = [
      ...[1, 2, 3].map((n) => place(`${hv1().address}:7777`, n)),
      ...[4, 5].map((n) => place(`127.0.0.1:${port}`, n)),
    ];
    const working = Array.from({ length: 15 }, (_, n) => place(hv1().address, n + 10));
    const before = await crowding();
    const ownBefore = process.cpuUsage();
    const agentsBefore = stand.app.agents.length;
    const started = performance.now();
    const ids = await Promise.all([...hanging, ...working].map((uri) => stand.add(uri)));
    const good = ids.slice(hanging.length);
    const times = await Promise.all(
      good.map(async (id) => {
        await stand.connected(id);
        await ask(id);
        return Math.round(performance.now() - started);
      }),
    );
    const last = Math.max(...times);
    const own = process.cpuUsage(ownBefore);
    const agents = stand.app.agents.slice(agentsBefore);
    const work = (own.user + own.system) / 1000 + agents.reduce((sum, one) => sum + cpuMs(one.pid), 0);
    const crowd = Math.max(before, await crowding());
    console.log(
      `15 of 20 used after ${Math.min(...times)} to ${last} ms, ${Math.round(work)} ms of processor time; ` +
        `the machine was ${crowd.toFixed(1)} times slower than alone`,
    );
    for (const id of ids.slice(0, hanging.length)) {
      expect(stand.now(id)?.status).toBe('connecting');
      expect(stand.now(id)?.stage).toBeTruthy();
    }
    // Others may use this machine: what can always be judged is the work, which four processors do in less than 2 s
    // even when they are shared, and that nobody waits for those who hang.
    expect(work).toBeLessThan(6_000);
    expect(agents.length).toBeLessThanOrEqual(working.length + 4);
    if (crowd < 1.3 && availableParallelism() >= 4) expect(last).toBeLessThan(2_000);
    const closing = performance.now();
    await stand.reset();
    expect(performance.now() - closing).toBeLessThan(4_000 * crowd);
    mute.close();
    await hv1().exec('iptables -D INPUT -p tcp --dport 7777 -j DROP');
    await hv1().daemons.configure({ auth_tcp: 'sasl', max_clients: null, max_anonymous_clients: null });
  });

  it('asks nobody again after a cut, with a password', async () => {
    await lab().client.chooseSsh({ key: 'none' });
    const id = await stand.add(ssh());
    await stand.answer(labPassword);
    await stand.connected(id);
    await hv1().faults.cut();
    await lost(id, 40_000);
    await hv1().faults.mend();
    const mended = performance.now();
    await stand.connected(id);
    const took = performance.now() - mended;
    expect(took).toBeLessThan(await atMost(3_000));
    await lab().client.chooseSsh();
  });
});

/** How many times longer work takes on all processors now than it would with nobody else on the machine. */
async function crowding(): Promise<number> {
  const work = `const usage = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
    const before = usage(), started = performance.now();
    for (let i = 0, sum = 0; i < 1e8; i += 1) sum += i % 7;
    console.log((performance.now() - started) / (usage() - before));`;
  const workers = Array.from({ length: availableParallelism() }, () => run('node', ['-e', work]));
  return Math.max(1, ...(await Promise.all(workers)).map(Number));
}

/** A time that holds on a machine of one's own, longer where others use it too. */
async function atMost(ms: number): Promise<number> {
  return ms * (await crowding());
}

/** Processor time of a process so far, in ms (proc(5): ticks of 10 ms). */
function cpuMs(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
