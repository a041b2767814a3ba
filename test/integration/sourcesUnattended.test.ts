import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { Unattended } from '../../contract/index.ts';
import { nodeProcessHost } from '../../main/libvirt/agent/nodeProcessHost.ts';
import { OsInfo } from '../../main/provision/osinfo/osinfo.ts';
import { answerFile } from '../../main/provision/sources/answerFile.ts';
import { withFiles } from '../../main/provision/sources/initrd.ts';
import { startApp } from './helpers/services/app.ts';

const program = fileURLToPath(new URL('../../dist/agent/agentMain.js', import.meta.url));
const INSTALLERS = '/usr/lib/debian-installer/images';
const unattended = Unattended.parse({
  profile: 'jeos',
  adminPassword: 'secret',
  hostname: 'unasked',
  userLogin: 'ann',
  userPassword: 'secret',
  // Of the right form, and of no use.
  productKey: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE',
});

/** Debian's installer for the network, where its package is installed. */
function installer(): string | undefined {
  const releases = existsSync(INSTALLERS) ? readdirSync(INSTALLERS).sort().reverse() : [];
  const folders = releases.map((one) => join(INSTALLERS, one, 'amd64/text/debian-installer/amd64'));
  return folders.find((folder) => existsSync(join(folder, 'linux')));
}

describe('an unattended installation', () => {
  // Builds the process of libosinfo.
  const app = startApp();
  const osInfo = new OsInfo(nodeProcessHost(program));
  afterAll(async () => {
    osInfo.stop();
    await app.stop();
  });

  const answers = async (id: string, tree: string | null, profile = 'jeos') => {
    const os = await osInfo.facts(id, 'x86_64');
    const wish = {
      os,
      unattended: { ...unattended, profile },
      machine: 'web1',
      arch: 'x86_64',
      tree,
      disk: 'vda',
      drivers: false,
    };
    return answerFile(wish, (request) => osInfo.generateScript(request));
  };

  it('carries Windows’ answers on a disk that its setup reads', async () => {
    const made = await answers('http://microsoft.com/win/10', null, 'desktop');
    expect(['floppy', 'cdrom', 'disk']).toContain(made.delivery);
    const bytes = Buffer.from(await made.content());
    expect(bytes.includes('<unattend') || bytes.includes(Buffer.from('<unattend', 'utf16le'))).toBe(true);
    expect(made.transform).toBeNull();
    expect(made.arguments).toBe('');
    // What the answers have Windows run when it is installed is where they say.
    expect(made.names).toEqual(['autounattend.xml', 'windows.cmd']);
    expect(bytes.toString('latin1')).toMatch(/cmd \/C E:\\windows\.cmd/);
  });

  it('reaches installers that look for a drive of a certain label', async () => {
    const fedora = await answers('http://fedoraproject.org/fedora/36', null);
    expect(fedora).toMatchObject({ delivery: 'cdrom', label: 'OEMDRV', names: ['ks.cfg'] });
    expect(fedora.arguments).toBe('inst.ks=hd:LABEL=OEMDRV:/ks.cfg');
    const suse = await answers('http://opensuse.org/opensuse/15.4', null);
    expect(suse).toMatchObject({ delivery: 'disk', label: 'OEMDRV', names: ['autoinst.xml'] });
    expect(suse.arguments).toBe('autoyast=label://OEMDRV/autoinst.xml');
  });

  it('has no script for systems that libosinfo has none for', async () => {
    await expect(answers('http://archlinux.org/archlinux/rolling', null)).rejects.toThrow(
      'There is no script',
    );
  });

  it('reaches Debian’s installer in its initrd', async (context) => {
    const folder = installer();
    if (folder === undefined) {
      if (process.env.CI) throw new Error('debian-installer-12-netboot-amd64 is not installed');
      console.warn('SKIPPED: debian-installer-12-netboot-amd64 is not installed');
      return context.skip();
    }
    const made = await answers('http://debian.org/debian/11', 'http://deb.debian.org/debian');
    expect(made.delivery).toBe('initrd');
    const initrd = readFileSync(join(folder, 'initrd.gz'));
    const withAnswers = Buffer.from((await made.transform?.(initrd)) ?? expect.unreachable());
    const script = firstFile(withAnswers.subarray(initrd.length + ((4 - (initrd.length % 4)) % 4)));
    expect(script).toMatch(/^d-i netcfg\/get_hostname string unasked$/m);
    // The same with a line more that tells on the console that the answers are read.
    const telling = `${script}\nd-i preseed/early_command string echo VIRTDECK-PRESEEDED $(debconf-get netcfg/get_hostname) >/dev/ttyS0\n`;
    const work = mkdtempSync(join(tmpdir(), 'virtdeck-preseed-'));
    onTestFinished(() => rmSync(work, { recursive: true, force: true }));
    writeFileSync(
      join(work, 'initrd'),
      withFiles(initrd, [{ name: 'preseed.cfg', bytes: Buffer.from(telling) }]),
    );
    const said = await boot(
      join(folder, 'linux'),
      join(work, 'initrd'),
      made.arguments,
      /VIRTDECK-PRESEEDED \w+\s/,
    );
    expect(said).toMatch(/VIRTDECK-PRESEEDED unasked/);
  }, 620_000);
});

/** The text of the first file in a cpio archive; what its header says where it is: cpio(5), "newc". */
function firstFile(archive: Buffer): string {
  const field = (index: number) =>
    Number.parseInt(archive.toString('latin1', 6 + index * 8, 14 + index * 8), 16);
  const start = Math.ceil((110 + field(11)) / 4) * 4;
  return archive.toString('utf8', start, start + field(6));
}

/** Boots a kernel in emulation until its console says something. */
function boot(kernel: string, initrd: string, words: string, until: RegExp): Promise<string> {
  const line = `console=ttyS0 auto=true priority=critical ${words}`;
  const args = [
    '-machine',
    'pc,accel=tcg',
    '-m',
    '768',
    '-kernel',
    kernel,
    '-initrd',
    initrd,
    '-append',
    line,
  ];
  const child = spawn('qemu-system-x86_64', [
    ...args,
    '-display',
    'none',
    '-nic',
    'none',
    '-serial',
    'stdio',
  ]);
  let said = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`It did not say ${until}: ${said.slice(-3000)}`));
    }, 600_000);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (until.test(said)) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      if (until.test(said)) resolve(said);
      else reject(new Error(`It ended: ${said.slice(-3000)}`));
    });
  });
}
