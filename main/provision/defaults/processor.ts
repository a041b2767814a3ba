import type { Platform } from '../../../contract/index.ts';
import {
  type Chosen,
  chosen,
  type DefaultsContext,
  isContainer,
  isX86,
  kindOf,
  option,
  yesNo,
} from './context.ts';

const MODES: readonly (readonly [mode: string, label: string])[] = [
  ['host-passthrough', 'The host’s processor as it is'],
  ['host-model', 'Like the host’s, and can be migrated'],
  ['maximum', 'Everything that can be emulated'],
];

/** The guest gets what the host can give; empty where that is the hypervisor's own default. */
export function chooseCpu(context: DefaultsContext): Chosen<string> {
  const { capabilities, type, choices } = context;
  const refusals = new Map(MODES.map(([mode]) => [mode, modeRefusal(context, mode)]));
  const wanted = type === 'kvm' || type === 'hvf' ? ['host-passthrough', 'host-model'] : ['maximum'];
  const value = wanted.find((mode) => refusals.get(mode) === null) ?? '';
  const models = capabilities.cpuModels
    .filter((model) => model.usable !== 'no' && model.name !== null)
    .map((model) => option(model.name ?? '', model.name ?? ''));
  return chosen(choices.cpu, value, [
    ...MODES.map(([mode, label]) => option(mode, label, refusals.get(mode) ?? null)),
    option('', 'The hypervisor’s own choice'),
    ...models,
  ]);
}

function modeRefusal(context: DefaultsContext, mode: string): string | null {
  const { capabilities, hostArch, arch, type } = context;
  if (isContainer(context)) return 'A container has the host’s processor.';
  if (mode === 'host-passthrough' && type === 'kvm' && !sameFamily(hostArch, arch)) {
    return `The host’s processor is ${hostArch}.`;
  }
  if (capabilities.cpuModes.includes(mode)) return null;
  return `This host does not offer it for ${kindOf(context)}.`;
}

/** 64-bit hosts run 32-bit machines of their family with KVM. */
function sameFamily(host: string, guest: string): boolean {
  if (host === guest) return true;
  if (isX86({ arch: host })) return isX86({ arch: guest });
  return host === 'aarch64' && guest.startsWith('arm');
}

export function chooseClock({ os, choices }: DefaultsContext): Chosen<Platform['clock']> {
  const reason = os.clock === 'localtime' ? `${os.name} takes the hardware clock for local time.` : null;
  return chosen(
    choices.clock,
    os.clock,
    [option('utc', 'UTC'), option('localtime', 'Local time of the host')],
    reason,
  );
}

export function chooseHyperv(context: DefaultsContext): Chosen<boolean> {
  const refusal = hypervRefusal(context);
  const value = context.os.windows && refusal === null;
  const reason = value ? `${context.os.name} runs better when it knows that it is a guest.` : null;
  return chosen(context.choices.hyperv, value, yesNo(refusal), reason);
}

function hypervRefusal(context: DefaultsContext): string | null {
  if (!isX86(context)) return 'Hyper-V’s interface is one of x86 machines.';
  if (context.type === 'xen') return null;
  if (context.type !== 'kvm') return 'Only KVM has Hyper-V’s interface.';
  return context.capabilities.hypervFeatures.length > 0 ? null : 'This host does not offer it.';
}
