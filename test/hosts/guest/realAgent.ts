import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cached } from '../lab/cache.ts';
import { run } from '../lab/run.ts';
import { digestOf, guestKernel } from './initramfs.ts';

const PROGRAM = '/usr/sbin/qemu-ga';

/** Takes the place of the tiny guest's own agent. Its port has no name in /dev without udev. */
const START = `#!/bin/sh
mkdir -p /var/run /run
for entry in /sys/class/virtio-ports/*; do
  [ "$(cat "$entry/name" 2>/dev/null)" = org.qemu.guest_agent.0 ] || continue
  exec ${PROGRAM} -m virtio-serial -p "/dev/\${entry##*/}" -t /run -f /run/qemu-ga.pid
done
`;

const OS_RELEASE = `ID=virtdeck-test
NAME="Virtdeck test guest"
PRETTY_NAME="Virtdeck test guest 7"
VERSION_ID="7"
`;

/**
 * An initramfs of the tiny guest in which QEMU's own guest agent runs: Debian's package with the libraries of this
 * machine, in a second archive behind the first.
 */
export async function realAgentInitrd(): Promise<string> {
  const { initrd } = await guestKernel();
  const policy = await run('apt-cache', ['policy', 'qemu-guest-agent']);
  const version = /Candidate: (\S+)/.exec(policy)?.[1] ?? 'none';
  const digest = digestOf(initrd, version, START, OS_RELEASE);
  return cached('initrd-agent', digest, (output) => build(initrd, output));
}

async function build(initrd: string, output: string): Promise<void> {
  const root = mkdtempSync(`${output}.`);
  const download = mkdtempSync(`${output}.deb.`);
  try {
    const program = await findProgram(download);
    install(program, join(root, PROGRAM));
    for (const library of await librariesOf(program)) install(library.file, join(root, library.name));
    write(join(root, 'lib/tiny/agent'), START, 0o755);
    write(join(root, 'etc/os-release'), OS_RELEASE, 0o644);
    await run('sh', ['-c', `find . | cpio -o -H newc -R 0:0 --quiet | gzip -n -6 >"$0"`, `${root}.gz`], {
      cwd: root,
    });
    writeFileSync(`${root}.both`, Buffer.concat([readFileSync(initrd), readFileSync(`${root}.gz`)]));
    renameSync(`${root}.both`, output);
  } finally {
    for (const path of [root, `${root}.gz`, download]) rmSync(path, { recursive: true, force: true });
  }
}

/** The installed agent, or that of Debian's package, which is not installed for it. */
async function findProgram(folder: string): Promise<string> {
  if (existsSync(PROGRAM)) return PROGRAM;
  await run('apt-get', ['-q', '-o', 'APT::Sandbox::User=root', 'download', 'qemu-guest-agent'], {
    cwd: folder,
    timeoutMs: 120_000,
  });
  const file = readdirSync(folder).find((entry) => entry.endsWith('.deb'));
  if (!file) throw new Error('apt-get download qemu-guest-agent left no package');
  await run('dpkg-deb', ['-x', join(folder, file), folder]);
  return join(folder, PROGRAM);
}

/** What the dynamic linker would load, and the linker itself, each under the name that it is looked for. */
async function librariesOf(program: string): Promise<{ name: string; file: string }[]> {
  const listed = await run('ldd', [program]);
  const names = [...listed.matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, path]) => path ?? '');
  return names.map((name) => ({ name, file: realpathSync(name) }));
}

function install(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, 0o755);
}

function write(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
}
