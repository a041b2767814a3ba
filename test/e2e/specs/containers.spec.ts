import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { MakingStand } from '../making/stand.ts';

test.use({ labOptions: { hosts: 1, cgroups: true } });

const name = 'box';
const ROOT = '/var/lib/libvirt/media/box';

const LINKS: readonly { title: string; uri: (host: Host) => string }[] = [
  { title: 'on a local host', uri: ({ uri }) => uri.unix.replace('qemu:', 'lxc:') },
  { title: 'over ssh, 50 ms away', uri: ({ uri }) => uri.ssh.replace('qemu+', 'lxc+') },
];

/** A root folder with a system of busybox alone, which writes down that it is up and gives a shell. */
async function furnishRoot(host: Host): Promise<void> {
  for (const folder of ['bin', 'sbin', 'etc', 'proc', 'sys', 'dev', 'run', 'tmp']) {
    mkdirSync(join(host.folder, ROOT, folder), { recursive: true });
  }
  const put = (path: string, text: string) => writeFileSync(join(host.folder, ROOT, path), text);
  put('etc/inittab', '::sysinit:/bin/sh /etc/boot\n::respawn:-/bin/sh\n');
  put('etc/boot', 'echo VIRTDECK-BOX $((6 * 7)) of $(hostname) >/run/up\n');
  await host.exec(
    `cp /bin/busybox ${ROOT}/bin/ && for name in sh hostname cat; do ln -sf busybox ${ROOT}/bin/$name; done && ln -sf ../bin/busybox ${ROOT}/sbin/init`,
  );
}

const lxc = (host: Host, ...args: string[]) => host.exec(`virsh -q -c lxc:///system ${args.join(' ')}`);

test.beforeAll(async ({ lab }) => {
  const hv1 = lab.host('hv1');
  const { version, names } = await hv1.controllers();
  const needed = { 0: ['any'], 1: ['cpuacct', 'devices', 'memory'], 2: ['memory'] }[version];
  const missing = needed.filter((controller) => !names.includes(controller));
  test.skip(missing.length > 0, `libvirt-lxc needs control groups that this machine has not: ${missing}`);
  await furnishRoot(hv1);
  await hv1.faults.slow({ latencyMs: 25 });
});
test.afterAll(async ({ lab }) => lab.host('hv1').faults.restore());
test.afterEach(async ({ hv1 }) => {
  rmSync(join(hv1.folder, ROOT, 'run/up'), { force: true });
  await hv1.execAny(`virsh -q -c lxc:///system destroy ${name}`);
  await hv1.execAny(`virsh -q -c lxc:///system undefine ${name}`);
});

for (const { title, uri } of LINKS) {
  test.describe(title, () => {
    test('a container is made that runs a program', async ({ launch, hv1 }) => {
      const stand = await MakingStand.open(hv1, name, await launch([uri(hv1)]));
      const wizard = await stand.begin('app-container', 'Container');
      await wizard.form.getByLabel('Program').fill('/bin/busybox');
      await wizard.form.getByLabel('Arguments').fill('sh\n-c\necho VIRTDECK-BOX runs; exec busybox sh');
      await wizard.rest({ name, memoryMiB: 64, vcpus: 1 });
      const machine = await stand.create();
      const console = machine.text('Console 1');
      await console.prompt(/[#$]$/, 60_000);
      await console.type('echo pid $$ of $(hostname)');
      await console.shows(/^pid 1 of /m);
      expect((await lxc(hv1, 'domstate', name)).trim()).toBe('running');
      const xml = await lxc(hv1, 'dumpxml', name, '--inactive');
      expect(xml).toContain('<init>/bin/busybox</init>');
      expect(xml).toContain('<initarg>-c</initarg>');
      expect(await stand.made()).toEqual([]);
    });

    test('a container is made with a system of its own', async ({ launch, hv1 }) => {
      const stand = await MakingStand.open(hv1, name, await launch([uri(hv1)]));
      const wizard = await stand.begin('os-container', 'Container');
      await wizard.form.getByLabel('Root folder').fill(ROOT);
      await wizard.form.getByLabel('Init').fill('/sbin/init');
      await wizard.rest({ name, memoryMiB: 64, vcpus: 1 });
      const machine = await stand.create();
      const console = machine.text('Console 1');
      await console.prompt(/[#$]$/, 60_000);
      await console.type('cat /run/up');
      await console.shows(/^VIRTDECK-BOX 42 of /m);
      await console.type('cat /proc/1/cmdline');
      await console.shows(/init/);
      expect((await lxc(hv1, 'domstate', name)).trim()).toBe('running');
      const xml = await lxc(hv1, 'dumpxml', name, '--inactive');
      expect(xml).toContain(`<source dir='${ROOT}'/>`);
      expect(xml).toContain("<target dir='/'/>");
      expect(await stand.made()).toEqual([]);
    });
  });
}
