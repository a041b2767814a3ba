import type { MachinePreview } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { virshCommands } from '../commands/virsh.ts';
import { virtInstallCommands } from '../commands/virtInstall.ts';
import type { MachinePlan } from './types.ts';

/** A plan for the user to read. */
export function previewOf(host: Hypervisor, plan: MachinePlan): MachinePreview {
  const none = new Map();
  const { uri } = host.connection;
  return {
    xml: plan.definition(none),
    installXml: plan.installDefinition(none),
    makes: plan.artifacts.map((artifact) => ({
      words: artifact.words,
      xml: 'xml' in artifact ? artifact.xml : null,
    })),
    warnings: [...plan.warnings],
    problems: plan.problems.map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`)),
    virtInstall: virtInstallCommands(uri, plan),
    virsh: virshCommands(uri, plan),
  };
}
