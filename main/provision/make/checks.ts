import { open } from 'node:fs/promises';
import { ApiError, apiError, type FileSource, type MachineSpec } from '../../../contract/index.ts';
import { Domain } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { activePool, listPools, refreshPool } from '../../hypervisor/storage.ts';
import { findMedium } from '../media.ts';
import { nameProblem } from '../names.ts';
import { spaceIn } from '../plan/space.ts';
import { lookAtHostPath, sharesFiles } from '../sources/hostFiles.ts';
import type { Makeable } from './makeable.ts';

/** What would fail later, or succeed and be useless, is refused before anything is made. */
export async function checkBeforeMaking(host: Hypervisor, plan: Makeable): Promise<void> {
  const { spec, problems } = plan;
  checkName(host, spec.name);
  const [gravest] = problems;
  if (gravest) throw gravest;
  if (spec.edited !== null) await checkIdentity(host, spec.edited);
  await checkPools(host, plan);
  for (const [what, source] of sourcesOf(spec)) await checkSource(host, what, source);
  if (spec.install.method === 'iso') await checkIso(host, spec.install.media);
  if (spec.install.method === 'os-container') await checkRoot(host, spec.install.root);
}

/** The name may have been taken since the wizard has looked, and while the disks were made. */
export function checkName(host: Hypervisor, name: string): void {
  const problem = nameProblem(host, name);
  if (problem === null) return;
  throw apiError(problem.includes('already') ? 'exists' : 'invalid', problem, 'Choose another name.');
}

/**
 * Refuses the definition of a machine that there is: a user may have put it in the place of the planned one. libvirt
 * would take it for a change of that machine, and undoing it would remove that machine.
 */
export async function checkIdentity(host: Hypervisor, xml: string): Promise<void> {
  const { name, uuid } = Domain.parse(xml);
  const change = 'Change it in the XML of the definition, or take it out there.';
  if (name !== null && host.inventory.rows().some((row) => row.name === name)) {
    const words = `The edited definition has the name ${name}, which a machine of ${host.connection.name} has already.`;
    throw apiError('exists', words, 'Change it in the XML of the definition.');
  }
  if (uuid === null) return;
  const doing = `Looking whether ${host.connection.name} has a machine with the UUID ${uuid}`;
  const { domains } = await host.connection.call('refreshDomains', { uuids: [uuid] }, doing);
  const [other] = domains;
  if (!other) return;
  throw apiError('exists', `${other.name} on ${host.connection.name} has the UUID ${uuid} already.`, change);
}

/** Whether what was fetched, and now is known to the byte, still fits beside everything else. */
export async function checkRoom(
  host: Hypervisor,
  { artifacts }: Makeable,
  fetched: ReadonlyMap<string, { readonly size: number }>,
): Promise<void> {
  if (fetched.size === 0) return;
  const known = artifacts.map((one) =>
    one.kind === 'boot-file' ? { ...one, size: fetched.get(one.id)?.size ?? one.size } : one,
  );
  const full = async (): Promise<[string, ApiError][]> => {
    const pools = await listPools(host);
    return pools.flatMap((pool) => {
      const own = known.filter((one) => one.pool === pool.name);
      return spaceIn(pool, own).problems.map((problem): [string, ApiError] => [pool.name, problem]);
    });
  };
  const suspected = await full();
  if (suspected.length === 0) return;
  // What libvirt has in mind of a pool is as old as its last look.
  for (const [name] of suspected) await refreshPool(host, name);
  const [problem] = await full();
  if (problem) throw problem[1];
}

async function checkPools(host: Hypervisor, { artifacts }: Makeable): Promise<void> {
  const wanted = new Set(artifacts.map((one) => one.pool));
  if (wanted.size === 0) return;
  const pools = await listPools(host);
  for (const name of wanted) activePool(host, pools, name);
}

/** Everything on the host that the installation reads. */
function sourcesOf({ install }: MachineSpec): [string, FileSource][] {
  switch (install.method) {
    case 'iso':
      return named([
        ['The medium', install.media],
        ['The drivers’ medium', install.driversMedia],
      ]);
    case 'kernel':
      return named([
        ['The kernel', onHost(install.kernel)],
        ['The initrd', install.initrd && onHost(install.initrd)],
        ['The device tree', install.deviceTree],
        ['The ACPI table', install.acpiTable],
        ['The medium', install.media],
      ]);
    case 'import':
      return [['The disk', install.disk]];
    case 'cloud':
      return [['The image', install.image]];
    default:
      return [];
  }
}

function onHost(source: FileSource | { readonly kind: 'url' }): FileSource | null {
  return source.kind === 'url' ? null : source;
}

function named(list: [string, FileSource | null][]): [string, FileSource][] {
  return list.flatMap(([what, source]) => (source ? [[what, source]] : []));
}

async function checkSource(host: Hypervisor, what: string, source: FileSource): Promise<void> {
  const { problem } = await findMedium(host, source);
  if (problem) throw apiError(problem.kind, `${what} is not there: ${problem.message}`, problem.hint);
}

/** The volume descriptors begin at sector 16 (ISO 9660, 8; ECMA-167 2/9 for UDF), an identifier is their second byte. */
const DESCRIPTORS = 16 * 2048;
const IDENTIFIERS = new Set(['CD001', 'BEA01', 'NSR02', 'NSR03', 'CDW02']);

/** Refuses what is no CD-ROM image, as far as that can be seen: a download of a web page, a disk image. */
async function checkIso(host: Hypervisor, media: FileSource): Promise<void> {
  const head = await headOf(host, media);
  if (!head) return;
  const identifier = Buffer.from(head.subarray(DESCRIPTORS + 1, DESCRIPTORS + 6)).toString('latin1');
  if (IDENTIFIERS.has(identifier)) return;
  const name = media.kind === 'volume' ? media.volume : media.path;
  throw apiError(
    'invalid',
    `${name} is no ISO image: it does not begin as one does.`,
    'Choose another file. A disk image is used by “Import an existing disk”. If this was downloaded, compare its checksum.',
  );
}

/** The first bytes of a medium; null: they cannot be read from here. */
async function headOf(host: Hypervisor, media: FileSource): Promise<Uint8Array | null> {
  const bytes = DESCRIPTORS + 2048;
  const place = media.kind === 'volume' ? media : await volumeAt(host, media.path);
  if (place) {
    const { pool, volume } = place;
    const doing = `Reading ${volume} of pool ${pool} on ${host.connection.name}`;
    return host.connection.call('volumeHead', { pool, volume, bytes }, doing).catch((error: unknown) => {
      // Some drivers cannot read volumes; some volumes are no files.
      if (error instanceof ApiError && error.kind === 'unavailable') throw error;
      return null;
    });
  }
  if (media.kind !== 'path' || media.path.startsWith('/dev/') || !sharesFiles(host)) return null;
  const file = await open(media.path).catch(() => null);
  if (!file) return null;
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await file.read(buffer, 0, bytes, 0).finally(() => file.close());
  return buffer.subarray(0, bytesRead);
}

async function volumeAt(host: Hypervisor, path: string): Promise<{ pool: string; volume: string } | null> {
  if (path.startsWith('/dev/')) return null;
  const doing = `Looking for ${path} on ${host.connection.name}`;
  const found = await host.connection.call('volumeByPath', { path }, doing);
  return found && { pool: found.pool, volume: found.name };
}

/** The folder that becomes a container's root; where the host's files cannot be seen, starting shows it. */
async function checkRoot(host: Hypervisor, path: string): Promise<void> {
  const there = await lookAtHostPath(host, path);
  if (there === 'folder' || there === null) return;
  throw apiError(
    'not-found',
    `There is no folder ${path} on ${host.connection.name}.`,
    'Put the container’s system there first, for example with debootstrap, or choose another folder.',
  );
}
