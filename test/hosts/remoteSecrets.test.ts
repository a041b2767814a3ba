import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RememberedCredentials } from '../../contract/index.ts';
import { until } from './lab/run.ts';
import { RemoteStand } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

/** A password that stands nowhere else. */
const MARKER = `marker-${process.pid}-Zq7xW`;

describeLab('secrets', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let stand: RemoteStand;
  beforeAll(async () => {
    // Nothing may hold the marker that is not under test: it goes to the host by standard input.
    await hv1().exec('chpasswd', { input: `admin:${MARKER}\n` });
    const words = 'saslpasswd2 -p -c -a libvirt -u hv1 -f /etc/libvirt/passwd.db marked';
    await hv1().exec(words, { input: MARKER });
    stand = await RemoteStand.start(lab());
  });
  afterAll(() => stand?.stop());

  /** Processes of the whole machine whose arguments or environment have the marker. */
  function leaks(): string[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) =>
        ['cmdline', 'environ'].flatMap((file) => {
          try {
            return readFileSync(`/proc/${pid}/${file}`, 'latin1').includes(MARKER) ? [`${pid} ${file}`] : [];
          } catch {
            return [];
          }
        }),
      );
  }

  /** Files below a folder that have the marker. */
  function written(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .filter((path) => readFileSync(path, 'latin1').includes(MARKER));
  }

  it('would be found where they do not belong', async () => {
    const careless = spawn('sleep', ['5'], { env: { SECRET: MARKER } });
    await until('it to be found', () => leaks().length > 0);
    careless.kill();
    await until('it to be gone', () => leaks().length === 0);
  });

  it.each([
    ['ssh', (): string => 'qemu+ssh://admin@hv1/system', undefined],
    [
      'libssh',
      (): string =>
        `qemu+libssh://admin@${hv1().address}/system?sshauth=password&known_hosts=${lab().client.knownHosts}`,
      undefined,
    ],
    ['SASL', (): string => `qemu+tcp://${hv1().address}/system`, 'marked'],
  ] as const)(
    'given to %s stand in no argument, environment, file, log and message',
    async (_name, uri, user): Promise<void> => {
      await lab().client.chooseSsh({ key: 'none' });
      const found = new Set<string>();
      const looking = setInterval(() => {
        for (const leak of leaks()) found.add(leak);
      }, 40);
      const id = await stand.add(uri());
      await stand.answer(MARKER, { remember: true, ...(user && { user }) });
      await stand.connected(id);
      const kept = (): Promise<RememberedCredentials> => stand.window.client.credentials.list({});
      await until('it to be kept', async () =>
        (await kept()).entries.some((one) => one.purpose === 'Password'),
      );
      // A restart of the daemon makes main give it once more.
      await hv1().daemons.restart('libvirtd');
      await until('lost', () => stand.now(id)?.status !== 'connected');
      await stand.connected(id);
      clearInterval(looking);
      const said = [
        await stand.window.client.app.hello({}),
        await kept(),
        stand.window.told,
        stand.app.logged,
      ];
      expect(JSON.stringify(said)).not.toContain(MARKER);
      expect([...found, ...leaks()]).toEqual([]);
      expect(written(stand.app.folder)).toEqual([]);
      for (const { id: entry } of (await kept()).entries)
        await stand.window.client.credentials.forget({ id: entry });
      await stand.remove(id);
      await lab().client.chooseSsh();
    },
  );

  it('of a wrong kind do not come back in errors', async () => {
    const id = await stand.add(`qemu+tcp://${hv1().address}/system`);
    await stand.answer(MARKER, { user: 'nobody' });
    const { error } = await stand.refused(id);
    expect(JSON.stringify(error)).not.toContain(MARKER);
    await stand.remove(id);
  });
});
