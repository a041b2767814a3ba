import { shellCommand } from '../../../model/index.ts';
import { isContainer } from '../defaults/context.ts';
import type { MachinePlan } from '../plan/types.ts';
import { artifactCommands } from './artifacts.ts';
import { deviceArguments } from './virtInstallDevices.ts';
import { installArguments } from './virtInstallMethod.ts';
import { platformArguments } from './virtInstallPlatform.ts';
import { storageArguments } from './virtInstallStorage.ts';
import { remark } from './words.ts';

/**
 * The same with virt-install. What it would choose by itself is said, so that it comes to the same machine; disks that
 * it cannot make as planned are made before.
 */
export function virtInstallCommands(uri: string, plan: MachinePlan): string[] {
  const { spec, outline } = plan;
  const { parts } = outline;
  const kernel = outline.installParts?.kernel;
  if (spec.install.method === 'kernel' && kernel && !kernel.initrd) {
    // virt-install 4.1: "expected str, bytes or os.PathLike object, not NoneType".
    return [
      remark(
        'virt-install takes a kernel for the first boot only together with an initrd. Use the commands for virsh.',
      ),
    ];
  }
  const storage = storageArguments(plan);
  const words = [
    ...['virt-install', '--connect', uri, '--name', spec.name],
    ...(spec.title === '' ? [] : ['--metadata', `title=${value(spec.title)}`]),
    ...['--virt-type', spec.virtType, '--arch', outline.arch],
    ...(parts.platform.machine === '' || isContainer(parts.context)
      ? []
      : ['--machine', parts.platform.machine]),
    ...osArguments(plan),
    ...['--memory', String(spec.memoryMiB), '--vcpus', String(spec.vcpus)],
    ...platformArguments(parts),
    ...installArguments(plan),
    ...storage.words,
    ...deviceArguments(plan),
    ...(spec.autostart ? ['--autostart'] : []),
    '--noautoconsole',
  ];
  return [...storage.before.flatMap((artifact) => artifactCommands(uri, artifact)), shellCommand(...words)];
}

/** A value among options that are divided by commas. */
export function value(text: string): string {
  return text.replaceAll(',', ',,');
}

function osArguments({ outline }: MachinePlan): string[] {
  const { context } = outline.parts;
  if (isContainer(context)) return ['--container'];
  const { os, osType } = context;
  const kind = context.type === 'xen' ? [osType === 'hvm' ? '--hvm' : '--paravirt'] : [];
  const known = os.generic || os.shortId === '' ? 'detect=off,require=off' : os.shortId;
  return ['--osinfo', known, ...kind];
}
