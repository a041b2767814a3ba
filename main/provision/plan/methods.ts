import { apiError } from '../../../contract/index.ts';
import type { BootSource } from '../definition/parts.ts';
import { checkContainer } from '../sources/containers.ts';
import { planCloud, planImport } from './diskMethods.ts';
import { type MethodPlan, needsDisk, PLAIN } from './draft.ts';
import { planIso } from './isoMethod.ts';
import { planKernel, planTree } from './kernelMethod.ts';
import type { MethodContext } from './methodContext.ts';

/** What the method of a specification adds to the machine. */
export async function planMethod(method: MethodContext): Promise<MethodPlan> {
  const { install } = method.spec;
  switch (install.method) {
    case 'iso':
      return planIso(method, install);
    case 'pxe':
      return planPxe(method, install.order);
    case 'kernel':
      return planKernel(method, install);
    case 'tree':
      return planTree(method, install);
    case 'import':
      return planImport(method, install);
    case 'cloud':
      return planCloud(method, install);
    case 'empty':
      return planEmpty(method);
    case 'os-container':
      return container(method, install.root, install.init, []);
    case 'app-container':
      return container(method, null, install.init, install.arguments);
  }
}

/**
 * From the network. A disk that is not blank would be booted before it: in two phases the network is asked once
 * (https://libvirt.org/formatdomain.html#operating-system-booting).
 */
function planPxe({ spec }: MethodContext, order: 'disk-first' | 'network-first' | 'two-phase'): MethodPlan {
  const problems =
    spec.cards.length === 0
      ? [apiError('invalid', 'Without a network card nothing can be booted from the network.', 'Add one.')]
      : [];
  if (order !== 'two-phase') {
    const boot: BootSource[] = order === 'disk-first' ? ['disk', 'network'] : ['network', 'disk'];
    return { ...PLAIN, final: { boot }, problems };
  }
  return {
    ...PLAIN,
    final: { boot: ['disk'] },
    install: { boot: ['network'], onReboot: 'destroy' },
    finish: 'two-phase',
    problems:
      spec.disks.length === 0
        ? [...problems, needsDisk('After the installation the machine boots its disk')]
        : problems,
  };
}

/** With an empty drive: what is put into it later is booted as long as the disk cannot be. */
function planEmpty({ platform }: MethodContext): MethodPlan {
  const drive = { device: 'cdrom', artifact: null, place: null, bus: platform.cdromBus, boot: true } as const;
  return { ...PLAIN, final: { drives: [drive], boot: ['disk', 'cdrom', 'network'] }, start: false };
}

async function container(
  { host }: MethodContext,
  root: string | null,
  init: string,
  args: readonly string[],
): Promise<MethodPlan> {
  const { warnings, problems } = await checkContainer(host, { root, init });
  return { ...PLAIN, final: { container: { root, init, arguments: args } }, warnings, problems };
}
