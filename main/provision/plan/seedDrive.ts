import type { z } from 'zod';
import type { CloudInstall } from '../../../contract/index.ts';
import type { DrivePart } from '../definition/parts.ts';
import { documentNames, SEED_LABEL } from '../sources/seedDisk.ts';
import { seedName } from './isoMethod.ts';
import type { MethodContext } from './methodContext.ts';
import { placeBefore } from './pools.ts';
import type { SeedArtifact } from './types.ts';

/** The drive with cloud-init's documents, and what is made for it; null: there are none. */
export async function seedDrive(
  { spec, context, platform, pools, sources }: MethodContext,
  { cloudInit, pool: name, removeSeed }: z.infer<typeof CloudInstall>,
): Promise<{ drive: DrivePart; artifact: SeedArtifact } | null> {
  if (cloudInit.kind === 'none') return null;
  const pool = await pools.forFiles([name]);
  const volume = seedName(spec.name, 'cdrom', pool.taken);
  pool.taken.add(volume);
  const artifact: SeedArtifact = {
    kind: 'seed',
    id: 'seed',
    words: `the disk with cloud-init’s documents, ${volume} in pool ${pool.info.name}`,
    pool: pool.info.name,
    name: volume,
    content: () =>
      sources.seed(cloudInit, spec.name, {
        mac: spec.cards[0]?.mac ?? null,
        distro: context.os.distro,
      }),
    disk: { format: 'iso', label: SEED_LABEL, files: documentNames(cloudInit) },
    temporary: removeSeed,
  };
  const place = placeBefore(pool, volume);
  return {
    artifact,
    drive: { device: 'cdrom', artifact: 'seed', place, bus: platform.cdromBus, boot: false },
  };
}
