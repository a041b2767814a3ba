import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MediaGuess, OsSource } from '../../contract/index.ts';
import { bootCatalog, isoHeader } from '../fixtures/isoHeader.ts';
import { RemoteStand } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

const GIB = 1024 ** 3;
/** Far behind the first 64 KiB, as on media of distributions. */
const CATALOG = 500_000;

describeLab('recognising systems on hosts', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let stand: RemoteStand;
  beforeAll(async () => {
    stand = await RemoteStand.start(lab());
    medium('/var/lib/libvirt/images/netinst.iso');
    medium("/home/admin/it's mine.iso");
    medium('/root/hidden.iso');
    await hv1().exec(
      'chmod 755 /home/admin && chmod 700 /root && chown admin /home/admin/*.iso && mkfifo /home/admin/pipe.iso',
    );
    await hv1().exec('qemu-img create -q -f qcow2 /var/lib/libvirt/images/debian-11-generic-amd64.qcow2 1G');
    await hv1().virsh(['pool-refresh', 'default']);
  });
  afterAll(async () => {
    await hv1().faults.restore();
    await stand?.stop();
  });

  /** A medium of 2 GiB, nearly all of it a hole. */
  function medium(path: string): void {
    const file = join(hv1().folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const fd = openSync(file, 'w');
    const header = isoHeader({
      volumeId: 'Debian 11.5.0 amd64 n',
      sectors: (2 * GIB) / 2048,
      catalogSector: CATALOG,
    });
    writeSync(fd, header, 0, header.length, 0);
    const catalog = bootCatalog([0, 0xef]);
    writeSync(fd, catalog, 0, catalog.length, CATALOG * 2048);
    ftruncateSync(fd, 2 * GIB);
    closeSync(fd);
  }

  const debian = {
    os: { shortId: 'debian11' },
    by: 'media',
    format: 'iso',
    arch: 'x86_64',
    boots: { bios: true, efi: true },
    truncated: false,
  };
  const identify = (connection: string, source: OsSource): Promise<MediaGuess> =>
    stand.window.client.osinfo.identify({ connection, source });
  const volume = { kind: 'volume', pool: 'default', volume: 'netinst.iso' } as const;
  const path = (text: string) => ({ kind: 'path', path: text }) as const;

  /** Bytes that the host has sent on its cable. */
  async function sent(): Promise<number> {
    const text = await hv1().exec('cat /proc/net/dev');
    return text
      .split('\n')
      .filter((line) => line.includes(':') && !/^\s*(lo|virbr\d*|vnet\d*):/.test(line))
      .reduce((sum, line) => sum + Number(line.split(':')[1]?.trim().split(/\s+/)[8]), 0);
  }

  it.each([
    ['ssh', () => 'qemu+ssh://admin@hv1/system'],
    ['TLS', () => `qemu+tls://${hv1().address}/system?pkipath=${lab().client.pki('good')}`],
  ])('reads 64 KiB of a volume over %s, quickly on a slow line', async (_, uri) => {
    const id = await stand.add(uri());
    await stand.connected(id);
    // The database is loaded once, and that is not what is measured.
    await stand.window.client.osinfo.list({});
    await hv1().faults.slow({ latencyMs: 25 });
    try {
      const before = await sent();
      const start = performance.now();
      expect(await identify(id, volume)).toMatchObject(debian);
      const ms = performance.now() - start;
      const bytes = (await sent()) - before;
      expect(bytes).toBeGreaterThan(64 * 1024);
      expect(bytes).toBeLessThan(110 * 1024);
      // About ten round trips of 50 ms.
      expect(ms).toBeLessThan(5_000);
      const image = { kind: 'volume', pool: 'default', volume: 'debian-11-generic-amd64.qcow2' } as const;
      expect(await identify(id, image)).toMatchObject({
        os: { shortId: 'debian11' },
        by: 'name',
        format: 'qcow2',
      });
    } finally {
      await hv1().faults.restore();
    }
    expect(await identify(id, path('/var/lib/libvirt/images/netinst.iso'))).toMatchObject(debian);
    await stand.remove(id);
  });

  it('reads files that no pool has over ssh, as far as the user may', async () => {
    const id = await stand.add('qemu+ssh://admin@hv1/system');
    await stand.connected(id);
    expect(await identify(id, path("/home/admin/it's mine.iso"))).toMatchObject(debian);
    const why = async (file: string) => {
      const { reason, detail } = await identify(id, path(file));
      return `${reason}: ${detail}`;
    };
    expect(await why('/home/admin/none.img')).toMatch(/^unreadable: There is no file .* on /);
    expect(await why('/root/hidden.iso')).toMatch(
      /^unreadable: (There is no file|The user who is signed in)/,
    );
    expect(await why('/home/admin')).toMatch(/^unreadable: .* is no file/);
    expect(await why('/home/admin/pipe.iso')).toMatch(/^unreadable: .* is no file/);
    expect(await why('/home/admin/$(touch /tmp/never).iso')).toMatch(/^unreadable: There is no file/);
    expect(await hv1().exec('ls /tmp')).not.toContain('never');
    await stand.remove(id);
  });

  it('says what to do where nothing leads to a file', async () => {
    const id = await stand.add(`qemu+tls://${hv1().address}/system?pkipath=${lab().client.pki('good')}`);
    await stand.connected(id);
    expect(await identify(id, path('/home/admin/debian-11-netinst.iso'))).toMatchObject({
      os: { shortId: 'debian11' },
      by: 'name',
      detail: expect.stringContaining('no storage pool'),
    });
    expect(await identify(id, { kind: 'volume', pool: 'default', volume: 'gone.iso' })).toMatchObject({
      reason: 'unreadable',
      detail: expect.stringContaining('no volume gone.iso'),
    });
    await stand.remove(id);
  });
});
