import {
  apiError,
  type OsFacts,
  type PlatformChoices,
  type PlatformDefaults,
} from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { type ArchAbility, type HostAbilities, hostAbilities } from '../abilities.ts';
import { noteOn } from '../offer/arches.ts';
import { choosePlatform } from './choose.ts';
import type { DefaultsContext } from './context.ts';
import { isContainer } from './context.ts';
import { wantsEfi } from './firmware.ts';
import { genericFacts } from './genericFacts.ts';
import { suggestMachine } from './machine.ts';
import { sizesFor } from './resources.ts';

/** For which machine defaults are wanted. */
export interface DefaultsWish {
  /** Null: nothing is known of the system. */
  readonly os: OsFacts | null;
  readonly method: string;
  readonly virtType: string;
  /** Null: the host's own. */
  readonly arch: string | null;
  /** Null: the suggested one. */
  readonly machine: string | null;
}

/**
 * Platform and sizes that fit a system and a host, and what can be chosen instead.
 * @throws ApiError `unsupported` where the host does not run such machines
 */
export async function platformDefaults(host: Hypervisor, wish: DefaultsWish): Promise<PlatformDefaults> {
  const abilities = await hostAbilities(host);
  const context = await contextFor(host.connection.name, abilities, wish, {});
  return defaultsFrom(context, abilities, {
    memoryKiB: host.connection.host?.memoryKiB ?? 0,
    cpus: host.connection.host?.cpus ?? 0,
  });
}

/** Finds out what such a machine can have on the host. */
export async function contextFor(
  name: string,
  abilities: HostAbilities,
  wish: DefaultsWish,
  choices: PlatformChoices,
): Promise<DefaultsContext> {
  const ability = findAbility(name, abilities, wish);
  const { arch, osType } = ability;
  const os = wish.os ?? genericFacts(arch, wish.method);
  const machines = ability.machines(wish.virtType);
  const machine = choices.machine ?? wish.machine ?? suggestMachine(machines, arch, os);
  return {
    driver: abilities.driver,
    type: wish.virtType,
    arch,
    osType,
    hostArch: abilities.capabilities.host.cpu.arch ?? '',
    machines,
    machine,
    capabilities: await abilities.domain({ type: wish.virtType, arch, machine }),
    os,
    method: wish.method,
    choices,
  };
}

/** Which of the host's kinds of guests it is. */
function findAbility(
  name: string,
  abilities: HostAbilities,
  wish: Pick<DefaultsWish, 'virtType' | 'arch' | 'method'>,
): ArchAbility {
  const arch = wish.arch ?? abilities.arches[0]?.arch ?? '';
  const found = abilities.arches
    .filter((one) => one.arch === arch && one.types.includes(wish.virtType))
    .sort((a, b) => osTypeRank(a.osType) - osTypeRank(b.osType));
  const [best] = found;
  if (best) return best;
  const offered = [
    ...new Set(abilities.arches.flatMap((one) => one.types.map((type) => `${type} on ${one.arch}`))),
  ];
  throw apiError(
    'unsupported',
    `${name} has no machines of type ${wish.virtType} on ${arch || 'any architecture'}.`,
    `It offers: ${offered.join(', ')}.`,
  );
}

/** Full virtualisation first: it can boot everything. */
function osTypeRank(osType: string): number {
  return osType === 'hvm' ? 0 : 1;
}

/** The answer for a machine of which everything is known. */
function defaultsFrom(
  context: DefaultsContext,
  abilities: HostAbilities,
  size: { readonly memoryKiB: number; readonly cpus: number },
): PlatformDefaults {
  const { os, method, type, arch, machine } = context;
  const ability = findAbility('', abilities, { virtType: type, arch, method });
  const maxVcpus = ability.maxVcpus(type, machine) ?? context.capabilities.maxVcpus;
  return {
    ...choosePlatform(context),
    ...sizesFor(os, method, { ...size, maxVcpus }),
    notes: notesOn(context, noteOn(abilities, type)),
  };
}

/** What the user should know of the values. */
function notesOn(context: DefaultsContext, typeNote: string | null): string[] {
  const { os } = context;
  const { platform, options } = choosePlatform(context);
  const notes: string[] = typeNote === null ? [] : [typeNote];
  if (isContainer(context)) return notes;
  if (os.generic) {
    notes.push(
      'The system is not known: these values fit most systems. Choose the system for those that fit it best.',
    );
  } else if (!os.drivers.virtioBlock && platform.diskBus !== 'virtio') {
    const drivers = os.windows
      ? ' With the drivers of virtio-win in a second drive, virtio can be chosen.'
      : '';
    notes.push(`${os.name} has no drivers for virtio of its own: it gets devices that it knows.${drivers}`);
  }
  const efi = wantsEfi(context);
  if (efi !== null && platform.firmware === 'bios') {
    const refusal = options.firmware?.find((one) => one.value === 'efi')?.refusal ?? '';
    notes.push(`${efi} ${refusal}`);
  }
  if (os.requiresSecureBoot && platform.firmware === 'efi' && !platform.secureBoot) {
    notes.push(`${os.name} demands secure boot. ${refusalOf(options.secureBoot, 'true')}`);
  }
  if (os.requiresTpm && platform.tpm === 'none') {
    notes.push(`${os.name} demands a TPM. ${refusalOf(options.tpm, '2.0')}`);
  }
  return notes.map((note) => note.trim());
}

function refusalOf(
  options: readonly { value: string; refusal: string | null }[] | undefined,
  value: string,
): string {
  return options?.find((one) => one.value === value)?.refusal ?? '';
}
