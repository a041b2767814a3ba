import type { z } from 'zod';
import { type ApiError, apiError, type IsoInstall, type Unattended } from '../../../contract/index.ts';
import { newDiskTarget } from '../../../model/index.ts';
import type { DrivePart } from '../definition/parts.ts';
import { emptied, type MethodPlan, PLAIN } from './draft.ts';
import { findFile } from './files.ts';
import { chosenPools, type MethodContext } from './methodContext.ts';
import { placeBefore } from './pools.ts';
import type { AnswerFile } from './sources.ts';
import type { SeedArtifact } from './types.ts';

/**
 * From a CD-ROM: the disk first, and the drive as long as nothing is on it. Afterwards the drives are empty; without a
 * disk the machine goes on running from its medium.
 */
export async function planIso(
  { host, spec, platform, pools, context, sources }: MethodContext,
  install: z.infer<typeof IsoInstall>,
): Promise<MethodPlan> {
  const media = [install.media, ...(install.driversMedia ? [install.driversMedia] : [])];
  const found = await Promise.all(media.map((source) => findFile(host, pools, source)));
  const drives = found.map(
    ({ place }, index): DrivePart => ({
      device: 'cdrom',
      artifact: null,
      place,
      bus: platform.cdromBus,
      boot: index === 0,
    }),
  );
  const warnings = found.flatMap((one) => one.warnings);
  const problems: ApiError[] = found.flatMap((one) => one.problems);
  const answer = install.unattended
    ? await answerDrive({ spec, platform, pools, context, sources }, install.unattended, null)
    : null;
  if (answer?.file.delivery === 'initrd') problems.push(onlyFromTree(context));
  else if (answer && answer.file.arguments !== '') {
    warnings.push(
      `The installer looks for its answers on a drive called ${answer.file.label}. Should it ask questions all the same, restart it, press Tab in its boot menu (e with UEFI), and add to the line of the kernel: ${answer.file.arguments}`,
    );
  }
  const disk = spec.disks.length > 0;
  const common = { boot: ['disk', 'cdrom'] as const };
  return {
    ...PLAIN,
    final: { ...common, drives: disk ? drives.map(emptied) : drives },
    install: disk || answer ? { ...common, drives: [...drives, ...(answer?.drives ?? [])] } : null,
    artifacts: answer?.artifact ? [answer.artifact] : [],
    finish: disk ? 'eject-media' : 'none',
    warnings,
    problems,
  };
}

/** The initrd of a medium is the medium's own: answers that nothing else can carry do not get there. */
function onlyFromTree({ os, arch }: MethodContext['context']): ApiError {
  const url = os.trees.find((tree) => tree.arch === arch && tree.url !== '')?.url;
  const tree = url === undefined ? '' : `, for example from ${url}`;
  return apiError(
    'unsupported',
    `The installer of ${os.name} takes answers only with the kernel that is started, and not from a medium: from this one it would ask its questions.`,
    `Choose “Network install tree”${tree}, or leave “Install without questions” out.`,
  );
}

/** A drive with an answer file, of the first boot only. */
export async function answerDrive(
  { spec, platform, pools, context, sources }: Omit<MethodContext, 'host' | 'disks'>,
  unattended: Unattended,
  tree: string | null,
): Promise<{ file: AnswerFile; drives: DrivePart[]; artifact: SeedArtifact | null }> {
  const file = await sources.answerFile({
    os: context.os,
    unattended,
    machine: spec.name,
    arch: context.arch,
    tree,
    drivers: spec.install.method === 'iso' && spec.install.driversMedia !== null,
    disk: newDiskTarget(spec.disks[0]?.bus ?? platform.diskBus, []),
  });
  if (file.delivery === 'initrd') return { file, drives: [], artifact: null };
  const pool = await pools.forFiles(chosenPools(spec));
  const name = seedName(spec.name, file.delivery, pool.taken);
  pool.taken.add(name);
  const id = 'answers';
  const drive: DrivePart = {
    device: file.delivery,
    artifact: id,
    place: placeBefore(pool, name),
    bus: file.delivery === 'cdrom' ? platform.cdromBus : file.delivery === 'floppy' ? 'fdc' : 'usb',
    boot: false,
  };
  const words = `the answers for the installer, ${name} in pool ${pool.info.name}`;
  const artifact: SeedArtifact = {
    kind: 'seed',
    id,
    words,
    pool: pool.info.name,
    name,
    content: file.content,
    disk: { format: file.delivery === 'cdrom' ? 'iso' : 'fat', label: file.label, files: file.names },
    temporary: true,
  };
  return { file, drives: [drive], artifact };
}

/** "web1-seed.iso", or with a number where that is taken. */
export function seedName(machine: string, delivery: string, taken: ReadonlySet<string>): string {
  const ending = delivery === 'cdrom' ? 'iso' : 'img';
  for (let count = 0; ; count += 1) {
    const name = `${machine}-seed${count === 0 ? '' : `-${count}`}.${ending}`;
    if (!taken.has(name)) return name;
  }
}
