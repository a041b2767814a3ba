import { virshOn } from '../../../model/index.ts';
import type { Artifact, MachinePlan } from '../plan/types.ts';
import { artifactCommands } from './artifacts.ts';
import { fileName, remark } from './words.ts';

/** The same by hand with virsh: a command each, with the definitions of disks and machine in files. */
export function virshCommands(uri: string, plan: MachinePlan): string[] {
  const virsh = (...words: string[]) => virshOn(uri, ...words);
  const { name, autostart } = plan.spec;
  const { artifacts, finish, outline } = plan;
  const makes = artifacts.flatMap((artifact) => artifactCommands(uri, artifact));
  const two = finish === 'two-phase' && outline.installParts !== null;
  const first = outline.installParts === null || two ? `${name}.xml` : `${name}-install.xml`;
  const define = [
    virsh('define', fileName(first)),
    ...(autostart ? [virsh('autostart', '--domain', name)] : []),
  ];
  const start = plan.start ? [virsh('start', '--domain', name)] : [];
  if (!two) return [...makes, ...define, ...start, ...afterwards(virsh, plan)];
  return [
    ...makes,
    virsh('create', fileName(`${name}-install.xml`)),
    remark('When the installer has ended or reboots, the machine is gone. Then:'),
    ...define,
    ...start,
    ...artifacts.flatMap((artifact) => removal(virsh, artifact)),
  ];
}

/** What is done when the installation or the first boot is over. */
function afterwards(virsh: (...words: string[]) => string, plan: MachinePlan): string[] {
  const { spec, artifacts, outline } = plan;
  const { parts, installParts } = outline;
  if (!installParts) return [];
  const targets = targetsOf(plan);
  const kept = parts.drives.length;
  const steps = installParts.drives.flatMap((drive, index) => {
    const target = targets[index] ?? '';
    if (index >= kept) return [virsh('detach-disk', '--domain', spec.name, target, '--config')];
    const empty = parts.drives[index]?.place === null && drive.place !== null;
    return empty ? [virsh('change-media', '--domain', spec.name, target, '--eject', '--config')] : [];
  });
  const removals = artifacts.flatMap((artifact) => removal(virsh, artifact));
  if (steps.length + removals.length === 0) return [];
  return [remark('When the installation or the first boot is over:'), ...steps, ...removals];
}

function removal(virsh: (...words: string[]) => string, artifact: Artifact): string[] {
  const temporary = 'temporary' in artifact && artifact.temporary;
  return temporary ? [virsh('vol-delete', '--pool', artifact.pool, '--vol', artifact.name)] : [];
}

/** Names of the drives of the first boot, as the definition gives them. */
function targetsOf(plan: MachinePlan): string[] {
  const install = plan.installDefinition(new Map()) ?? '';
  const { installParts } = plan.outline;
  return driveTargets(install).slice(installParts?.disks.length ?? 0);
}

function driveTargets(xml: string): string[] {
  return [...xml.matchAll(/<target dev='([^']+)' bus=/g)].map((match) => match[1] ?? '');
}
