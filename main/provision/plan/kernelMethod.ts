import type { z } from 'zod';
import {
  type ApiError,
  apiError,
  type BootFileSource,
  type KernelInstall,
  type TreeInstall,
} from '../../../contract/index.ts';
import { isParavirtual, isX86 } from '../defaults/context.ts';
import type { BootFile, DrivePart, KernelPart } from '../definition/parts.ts';
import { emptied, type MethodPlan, needsDisk, PLAIN } from './draft.ts';
import { findFile, pathOf } from './files.ts';
import { answerDrive } from './isoMethod.ts';
import { chosenPools, type MethodContext } from './methodContext.ts';
import { placeBefore } from './pools.ts';
import type { BootFileArtifact } from './types.ts';

type Kernel = z.infer<typeof KernelInstall>;

/** A kernel's or initrd's place on the host, and what has to be fetched for it. */
interface PlannedFile {
  readonly file: BootFile;
  readonly artifact: BootFileArtifact | null;
  readonly problems: readonly ApiError[];
  readonly warnings: readonly string[];
}

/**
 * From a kernel given directly, for the first boot or for all. In two phases the first boot ends when the installer
 * reboots, and the machine starts again from its disk (https://libvirt.org/formatdomain.html#direct-kernel-boot).
 */
export async function planKernel(method: MethodContext, install: Kernel): Promise<MethodPlan> {
  const { spec, platform } = method;
  const twoPhase = install.boot === 'two-phase';
  const kernel = await bootFile(method, install.kernel, 'kernel', twoPhase);
  const initrd = install.initrd ? await bootFile(method, install.initrd, 'initrd', twoPhase) : null;
  const files = [kernel, ...(initrd ? [initrd] : [])];
  const tree = await hostPath(method, install.deviceTree, 'device tree');
  const table = await hostPath(method, install.acpiTable, 'ACPI table');
  const media = install.media ? await findFile(method.host, method.pools, install.media) : null;
  const drives: DrivePart[] = media
    ? [{ device: 'cdrom', artifact: null, place: media.place, bus: platform.cdromBus, boot: true }]
    : [];
  const problems = [
    ...files.flatMap((one) => one.problems),
    ...tree.problems,
    ...table.problems,
    ...(media?.problems ?? []),
    ...archProblems(method, install),
    ...(twoPhase && spec.disks.length === 0
      ? [needsDisk('After the installation the machine boots its disk')]
      : []),
  ];
  const part: KernelPart = {
    kernel: kernel.file,
    initrd: initrd?.file ?? null,
    arguments: install.arguments,
    deviceTree: tree.path,
  };
  const common = {
    ...PLAIN,
    artifacts: files.flatMap((one) => (one.artifact ? [one.artifact] : [])),
    warnings: [...files.flatMap((one) => one.warnings), ...(media?.warnings ?? [])],
    problems,
  };
  // The table belongs to the machine and not to the installer.
  const acpiTable = table.path;
  if (!twoPhase) return { ...common, final: { kernel: part, acpiTable, drives } };
  return {
    ...common,
    final: { acpiTable, drives: drives.map(emptied), boot: ['disk', 'cdrom'] },
    install: { kernel: part, drives, onReboot: 'destroy' },
    finish: 'two-phase',
  };
}

/** From a distribution's tree: like a kernel for the first boot, with what the tree says. */
export async function planTree(
  method: MethodContext,
  install: z.infer<typeof TreeInstall>,
): Promise<MethodPlan> {
  const { host, spec, context, sources } = method;
  const tree = await sources.tree(host, install.location, context.arch);
  const answer = install.unattended ? await answerDrive(method, install.unattended, tree.location) : null;
  const kernel = await bootFile(method, { kind: 'url', url: tree.kernel }, 'kernel', true);
  const fetched = tree.initrd
    ? await bootFile(method, { kind: 'url', url: tree.initrd }, 'initrd', true)
    : null;
  const initrd =
    fetched?.artifact && answer?.file.transform
      ? {
          ...fetched,
          artifact: {
            ...fetched.artifact,
            transform: answer.file.transform,
            injects: answer.file.names[0] ?? null,
          },
        }
      : fetched;
  const words = [tree.arguments, answer?.file.arguments ?? '', install.arguments];
  const files = [kernel, ...(initrd ? [initrd] : [])];
  return {
    ...PLAIN,
    final: { boot: ['disk'] },
    install: {
      kernel: {
        kernel: kernel.file,
        initrd: initrd?.file ?? null,
        arguments: words.filter((word) => word !== '').join(' '),
        deviceTree: null,
      },
      drives: answer?.drives ?? [],
      onReboot: 'destroy',
    },
    artifacts: [
      ...files.flatMap((one) => (one.artifact ? [one.artifact] : [])),
      ...(answer?.artifact ? [answer.artifact] : []),
    ],
    finish: 'two-phase',
    problems: spec.disks.length === 0 ? [needsDisk('An installation from a tree needs one')] : [],
  };
}

/** @param temporary whether what is fetched is needed for the first boot only */
async function bootFile(
  method: MethodContext,
  source: BootFileSource,
  role: 'kernel' | 'initrd',
  temporary: boolean,
): Promise<PlannedFile> {
  const { host, spec, pools, sources } = method;
  if (source.kind !== 'url') {
    const found = await findFile(host, pools, source);
    const { path, problems } = pathOf(found, role);
    return { file: { artifact: null, path }, artifact: null, problems, warnings: found.warnings };
  }
  const pool = await pools.forFiles(chosenPools(spec));
  const name = freeName(`${spec.name}-${role}`, pool.taken);
  pool.taken.add(name);
  const place = placeBefore(pool, name);
  const artifact: BootFileArtifact = {
    kind: 'boot-file',
    id: role,
    words: `the ${role} ${name} in pool ${pool.info.name}`,
    pool: pool.info.name,
    name,
    source: source.url,
    size: await sources.sizeOf(source.url),
    temporary,
    transform: null,
    injects: null,
  };
  const path = 'file' in place ? place.file : name;
  return { file: { artifact: role, path }, artifact, problems: [], warnings: [] };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 1; taken.has(name); count += 1) name = `${wanted}-${count}`;
  return name;
}

async function hostPath(
  { host, pools }: MethodContext,
  source: Kernel['deviceTree'],
  what: string,
): Promise<{ path: string | null; problems: readonly ApiError[] }> {
  if (!source) return { path: null, problems: [] };
  return pathOf(await findFile(host, pools, source), what);
}

/** Device trees are for boards that have no other description, ACPI tables of this kind for PCs. */
function archProblems({ context }: MethodContext, install: Kernel): ApiError[] {
  const problems: ApiError[] = [];
  if (install.deviceTree && isX86(context)) {
    problems.push(apiError('unsupported', `${context.arch} machines take no device tree.`, 'Leave it out.'));
  }
  if (install.acpiTable && (!isX86(context) || isParavirtual(context))) {
    problems.push(
      apiError('unsupported', `An ACPI table can be given to x86 machines only.`, 'Leave it out.'),
    );
  }
  return problems;
}
