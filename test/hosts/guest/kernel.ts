import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../lab/cache.ts';
import { run } from '../lab/run.ts';

/**
 * `fast` is Debian's cloud kernel: quick to unpack under TCG, virtio and IDE only, text screen. `full` is Debian's
 * ordinary kernel: SATA, USB, e1000, framebuffers; its decompression alone takes seconds under TCG.
 */
export type KernelKind = 'fast' | 'full';

export interface Kernel {
  kind: KernelKind;
  release: string;
  /** The bootable image. */
  image: string;
  /** `/lib/modules/<release>`, or a copy of it. */
  modules: string;
}

function installed(kind: KernelKind, root = '/'): Kernel | undefined {
  const pattern = kind === 'fast' ? /^vmlinuz-(.*-cloud-amd64)$/ : /^vmlinuz-(\d[\d.]*-\d+-amd64)$/;
  const boot = join(root, 'boot');
  if (!existsSync(boot)) return undefined;
  const releases = readdirSync(boot)
    .map((file) => pattern.exec(file)?.[1])
    .filter((release) => release !== undefined)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  for (const release of releases) {
    const modules = ['lib/modules', 'usr/lib/modules']
      .map((part) => join(root, part, release))
      .find(existsSync);
    if (modules) return { kind, release, image: join(boot, `vmlinuz-${release}`), modules };
  }
  return undefined;
}

async function fetchPackage(name: string, folder: string): Promise<void> {
  mkdirSync(folder);
  await run('apt-get', ['-q', '-o', 'APT::Sandbox::User=root', 'download', name], {
    cwd: folder,
    timeoutMs: 300_000,
  });
  const file = readdirSync(folder).find((entry) => entry.endsWith('.deb'));
  if (!file) throw new Error(`apt-get download ${name} left no package`);
  await run('dpkg-deb', ['-x', join(folder, file), folder], { timeoutMs: 120_000 });
  rmSync(join(folder, file));
  await run('depmod', ['-b', folder, name.replace('linux-image-', '')]);
}

/** Debian's ordinary kernel, fetched into the cache without installing it. */
async function fetched(): Promise<Kernel> {
  const depends = await run('apt-cache', ['depends', 'linux-image-amd64']);
  const name = /Depends: (linux-image-\d\S+)/.exec(depends)?.[1];
  if (!name)
    throw new Error('no full kernel for test guests: apt-get update, or apt-get install linux-image-amd64');
  const folder = await cached('kernel', name, (output) => fetchPackage(name, output));
  const kernel = installed('full', folder);
  if (!kernel) throw new Error(`${name} has no kernel that can be used`);
  return kernel;
}

/** The kernel to make guests with. Throws with the remedy when there is none. */
export async function findKernel(kind: KernelKind): Promise<Kernel> {
  const kernel = installed(kind);
  if (kernel) return kernel;
  if (kind === 'full') return fetched();
  throw new Error('no cloud kernel for test guests: apt-get install linux-image-cloud-amd64');
}

/**
 * Paths of these modules (those that exist and are not built in) and of what they need, below
 * {@link Kernel.modules}, in the order of loading.
 */
export function resolveModules(kernel: Kernel, names: readonly string[]): string[] {
  const needs = new Map<string, string[]>();
  const pathOf = new Map<string, string>();
  for (const line of readFileSync(join(kernel.modules, 'modules.dep'), 'utf8').split('\n')) {
    const [path, rest] = line.split(':');
    if (path === undefined || rest === undefined) continue;
    needs.set(path, rest.trim().split(' ').filter(Boolean));
    const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.ko(\.\w+)?$/, '');
    pathOf.set(base.replaceAll('-', '_'), path);
  }
  const order: string[] = [];
  for (const name of names) {
    const path = pathOf.get(name);
    if (path === undefined) continue;
    // modules.dep lists the needed ones with the deepest last.
    for (const part of [...(needs.get(path) ?? []).toReversed(), path])
      if (!order.includes(part)) order.push(part);
  }
  return order;
}
