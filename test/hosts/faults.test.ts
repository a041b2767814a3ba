import { createConnection } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Lab } from './lab/lab.ts';
import { runAny } from './lab/run.ts';
import { describeLab } from './vitest.ts';

/** Milliseconds until virsh has opened the URI and asked for the host's name; it must succeed. */
async function timeToOpen(lab: Lab, uri: string): Promise<number> {
  const started = performance.now();
  await lab.client.run('virsh', ['-q', '-c', uri, 'hostname'], { timeoutMs: 20_000 });
  return performance.now() - started;
}

describeLab('faults of a host', { hosts: 2 }, (lab) => {
  const hv1 = () => lab().host('hv1');

  /** Whether hv1 answers over TLS within three seconds. */
  async function answers(): Promise<boolean> {
    const { code } = await lab().client.runAny('virsh', ['-q', '-c', hv1().uri.tls, 'hostname'], {
      timeoutMs: 3000,
    });
    return code === 0;
  }

  /** Milliseconds that a TCP connection takes, which is one round trip. */
  function roundTrip(): Promise<number> {
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const socket = createConnection(22, hv1().address, () => {
        resolve(performance.now() - started);
        socket.destroy();
      });
      socket.once('error', reject);
    });
  }

  afterEach(async () => {
    await hv1().faults.restore();
    expect(await answers()).toBe(true);
  });

  it('freezes one daemon: connections are accepted and nothing answers', async () => {
    await hv1().faults.freeze('libvirtd');
    expect(await answers()).toBe(false);
    expect(await lab().client.run('ssh', ['root@hv1', 'hostname'])).toBe('hv1\n');
    await hv1().faults.thaw();
    expect(await answers()).toBe(true);
  });

  it('freezes a whole host and not its neighbour', async () => {
    await hv1().faults.freeze();
    expect(await answers()).toBe(false);
    expect((await lab().client.runAny('ssh', ['root@hv1', 'hostname'], { timeoutMs: 2000 })).code).not.toBe(
      0,
    );
    expect(await lab().client.run('ssh', ['root@hv2', 'hostname'])).toBe('hv2\n');
  });

  it('kills a daemon: connections are refused', async () => {
    await hv1().faults.kill('libvirtd');
    const result = await lab().client.runAny('virsh', ['-c', hv1().uri.tls, 'hostname']);
    expect(result.stderr).toContain('Connection refused');
    expect(await hv1().daemons.pid('libvirtd')).toBeUndefined();
  });

  it('kills sshd with its sessions', async () => {
    const session = runAny(...lab().client.wrap('ssh', ['root@hv1', 'sleep 30']));
    await hv1().exec(
      'for i in $(seq 50); do grep -laqs "^sleep.30" /proc/[0-9]*/cmdline && exit; sleep 0.1; done; exit 1',
    );
    await hv1().faults.kill('sshd');
    expect((await session).code).toBe(255);
    expect((await lab().client.runAny('ssh', ['root@hv1', 'hostname'])).stderr).toContain('refused');
  });

  it('cuts the cable: packets are lost in silence', async () => {
    await hv1().faults.cut();
    expect(await answers()).toBe(false);
    expect(await hv1().virsh(['hostname'])).toBe('hv1\n');
    await hv1().faults.mend();
    expect(await answers()).toBe(true);
  });

  it('slows the line by so many milliseconds each way', async () => {
    const fastest = async () => Math.min(...[await roundTrip(), await roundTrip(), await roundTrip()]);
    const before = await fastest();
    await hv1().faults.slow({ latencyMs: 100 });
    const after = await fastest();
    expect(after).toBeGreaterThan(195);
    expect(after - before).toBeLessThan(260);
    expect(await timeToOpen(lab(), hv1().uri.tls)).toBeGreaterThan(600);
  });

  it('limits how much goes through', async () => {
    await hv1().faults.slow({ latencyMs: 1, bitsPerSecond: 8_000_000 });
    const started = performance.now();
    await lab().client.run('sh', ['-c', 'head -c 2000000 /dev/zero | ssh root@hv1 "cat >/dev/null"']);
    const seconds = (performance.now() - started) / 1000;
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(8);
  });

  it('fills a pool: no volume can be made until it is freed', async () => {
    await hv1().faults.full();
    const create = ['vol-create-as', 'small', 'one.img', '1M', '--format', 'raw', '--allocation', '1M'];
    expect((await hv1().virshAny(create)).stderr).toContain('No space left on device');
    await hv1().virsh(['pool-refresh', 'small']);
    expect(await hv1().virsh(['pool-info', 'small'])).toMatch(/Available: +0/);
    await hv1().faults.restore();
    await hv1().virsh(create);
    await hv1().virsh(['vol-delete', 'one.img', '--pool', 'small']);
  });
});
