import { apiError, type BackingChain, type BackingImage, type DiskUsage } from '../../../contract/index.ts';
import { type Disk, getPath, parseDocument } from '../../../model/index.ts';
import { readDomain } from '../editing/documents.ts';
import type { Hypervisor } from '../hypervisor.ts';

/** Disks of one machine that are asked for. */
const MOST_DISKS = 256;
/** Images in one chain; more is a circle, or hostile. */
const MOST_IMAGES = 64;

/** Sizes of a machine's disks; drives without a medium are left out. */
export async function diskUsage(host: Hypervisor, uuid: string): Promise<DiskUsage[]> {
  const disks = await disksOf(host, uuid);
  const filled = disks.filter((disk) => sourceOf(disk.source) !== '').slice(0, MOST_DISKS);
  const targets = filled.flatMap(({ target }) => (target === null ? [] : [target]));
  if (targets.length === 0) return [];
  const doing = host.connection.doing('Reading the sizes of the disks of', host.row(uuid));
  const sizes = await host.connection.call('diskSizes', { uuid, targets }, doing);
  return targets.map((target, index) => {
    const none = { target, capacity: 0, allocation: 0, physical: 0 };
    const size = sizes[index] ?? { problem: 'It was not asked for.' };
    if ('problem' in size) return { ...none, problem: size.problem };
    return { ...none, ...size, problem: null };
  });
}

/** The images of a disk: of a running machine as it uses them, else as volumes of the host's pools tell. */
export async function backingChain(host: Hypervisor, uuid: string, target: string): Promise<BackingChain> {
  const disk = (await disksOf(host, uuid)).find((one) => one.target === target);
  if (!disk) throw apiError('not-found', `The machine has no disk ${target} any more.`);
  const images: BackingImage[] = [];
  const known = { capacity: null, allocation: null };
  for (
    let next: Disk['backingStore'] = disk.backingStore;
    next && images.length < MOST_IMAGES;
    next = next.backingStore
  ) {
    images.push({ source: sourceOf(next.source), format: next.format ?? '', ...known });
  }
  const top = { source: sourceOf(disk.source), format: disk.format ?? '', ...known };
  if (images.length > 0 || host.row(uuid).id !== null) {
    return { images: await withSizes(host, [top, ...images]), problem: null };
  }
  return followVolumes(host, top);
}

/** What the definition that counts says: of the running machine, else the saved one. */
async function disksOf(host: Hypervisor, uuid: string): Promise<Disk[]> {
  return [...readDomain(await host.xml(uuid, false), 'The definition').disks];
}

function sourceOf(source: Disk['source']): string {
  const volume = source.pool && source.volume ? `${source.pool}/${source.volume}` : null;
  const remote = source.protocol ? [source.protocol, source.name].filter(Boolean).join(' ') : null;
  return source.file ?? source.dev ?? source.dir ?? volume ?? remote ?? '';
}

async function withSizes(host: Hypervisor, images: readonly BackingImage[]): Promise<BackingImage[]> {
  const sized: BackingImage[] = [];
  for (const image of images) sized.push((await volumeOf(host, image.source))?.image ?? image);
  return sized;
}

async function followVolumes(host: Hypervisor, top: BackingImage): Promise<BackingChain> {
  const images: BackingImage[] = [];
  const seen = new Set<string>();
  let next: string | null = top.source;
  while (next && images.length < MOST_IMAGES) {
    if (seen.has(next)) return { images, problem: `${next} is below itself.` };
    seen.add(next);
    const volume = await volumeOf(host, next);
    if (!volume) {
      const image = images.length === 0 ? top : { ...top, source: next, format: '' };
      images.push({ ...image, source: next });
      return {
        images,
        problem: `${next} is in no storage pool, so libvirt does not tell what is below it while the machine is off.`,
      };
    }
    images.push(volume.image);
    next = volume.below;
  }
  return { images, problem: null };
}

async function volumeOf(
  host: Hypervisor,
  path: string,
): Promise<{ image: BackingImage; below: string | null } | null> {
  if (!path.startsWith('/')) return null;
  const xml = await host.connection.call('volumeAt', { path }, `Reading the volume ${path}`);
  if (xml === null) return null;
  const { root } = parseDocument(xml);
  const size = (name: string): number | null => {
    const value = Number(getPath(root, name) ?? Number.NaN);
    return Number.isFinite(value) ? value : null;
  };
  const image = {
    source: path,
    format: getPath(root, 'target/format/@type') ?? '',
    capacity: size('capacity'),
    allocation: size('allocation'),
  };
  return { image, below: getPath(root, 'backingStore/path') };
}
