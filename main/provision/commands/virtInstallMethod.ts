import type { MachineParts } from '../definition/parts.ts';
import type { MachinePlan } from '../plan/types.ts';
import { value } from './virtInstall.ts';
import { fileName } from './words.ts';

/** How the system gets onto the machine, and what it boots. */
export function installArguments(plan: MachinePlan): string[] {
  const { spec, outline } = plan;
  const { parts, installParts } = outline;
  const { install } = spec;
  const boot = bootOptions(parts);
  const booting = boot.length > 0 ? ['--boot', boot.join(',')] : [];
  if (parts.container) return containerArguments(parts.container);
  if (install.method === 'tree') {
    const args = installParts?.kernel?.arguments ?? '';
    return [
      ...[...booting, '--location', install.location],
      ...plan.artifacts.flatMap((artifact) =>
        artifact.kind === 'boot-file' && artifact.injects !== null
          ? ['--initrd-inject', fileName(artifact.injects)]
          : [],
      ),
      ...(args === '' ? [] : ['--extra-args', args]),
    ];
  }
  if (installParts?.kernel) return [...booting, ...twoPhaseKernel(installParts.kernel)];
  if (plan.finish === 'two-phase') return [...booting, '--pxe'];
  // The order in which devices are tried stands at the devices: nothing is booted otherwise for the installation.
  return [...booting, '--import'];
}

/** What is said of the boot for good: the firmware, a kernel. */
function bootOptions({ platform, kernel, acpiTable, context }: MachineParts): string[] {
  const options: string[] = [];
  if (platform.firmware === 'efi') {
    options.push('firmware=efi');
    if (platform.secureBoot)
      options.push(...feature(0, 'secure-boot', 'yes'), ...feature(1, 'enrolled-keys', 'yes'));
    else if (/^(?:x86_64|i[3-6]86)$/.test(context.arch)) options.push(...feature(0, 'enrolled-keys', 'no'));
  }
  if (acpiTable !== null) options.push('acpi.table.type=slic', `acpi.table=${value(acpiTable)}`);
  if (!kernel) return options;
  options.push(`kernel=${value(kernel.kernel.path)}`);
  if (kernel.initrd) options.push(`initrd=${value(kernel.initrd.path)}`);
  if (kernel.deviceTree !== null) options.push(`dtb=${value(kernel.deviceTree)}`);
  if (kernel.arguments !== '') options.push(`cmdline=${value(kernel.arguments)}`);
  return options;
}

function feature(index: number, name: string, enabled: string): string[] {
  return [`firmware.feature${index}.name=${name}`, `firmware.feature${index}.enabled=${enabled}`];
}

function twoPhaseKernel(kernel: NonNullable<MachineParts['kernel']>): string[] {
  const words = [`kernel=${value(kernel.kernel.path)}`];
  if (kernel.initrd) words.push(`initrd=${value(kernel.initrd.path)}`);
  if (kernel.arguments !== '')
    words.push(`kernel_args=${value(kernel.arguments)}`, 'kernel_args_overwrite=yes');
  return ['--install', words.join(',')];
}

function containerArguments(container: NonNullable<MachineParts['container']>): string[] {
  const args = container.arguments.map((word, index) => `initarg${index}=${value(word)}`);
  return [
    ...['--boot', [`init=${value(container.init)}`, ...args].join(',')],
    ...(container.root === null ? [] : ['--filesystem', `source.dir=${value(container.root)},target.dir=/`]),
  ];
}
