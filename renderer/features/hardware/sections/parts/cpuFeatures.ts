import type { Cpu, DomainCapabilities } from '../../../../../model/index.ts';

/** Features by which processors and guests protect themselves against attacks on speculative execution. */
const PROTECTIONS = [
  'spec-ctrl',
  'stibp',
  'ssbd',
  'md-clear',
  'ibpb',
  'ibrs',
  'virt-ssbd',
  'amd-ssbd',
  'amd-stibp',
  'amd-no-ssb',
  'taa-no',
  'mds-no',
  'rdctl-no',
  'ibrs-all',
  'skip-l1dfl-vmentry',
  'arch-capabilities',
  'pcid',
  'invpcid',
];

/** Names of all features that may be asked for: those of the host, of its models, and those asked for already. */
export function knownFeatures(cpu: Cpu, capabilities: DomainCapabilities, host: readonly string[]): string[] {
  const ofModes = capabilities.modes.all.flatMap((mode) => mode.features.map(({ name }) => name));
  const own = cpu.features.map(({ name }) => name);
  const names = [...host, ...ofModes, ...own].filter((name): name is string => name !== null && name !== '');
  return [...new Set(names)].sort();
}

/** Asks for a feature, or (null) does not any more. */
export function setPolicy(cpu: Cpu, name: string, policy: string | null): void {
  const there = cpu.features.find((one) => one.name === name);
  if (policy === null) {
    if (there) cpu.features.remove(there);
    return;
  }
  const feature = there ?? cpu.features.add({ name });
  Reflect.set(feature, 'policy', policy);
}

/** The protections that the host's processor has and nothing is said about yet. */
export function missingProtections(cpu: Cpu, host: readonly string[]): string[] {
  const said = new Set(cpu.features.map(({ name }) => name));
  return PROTECTIONS.filter((name) => host.includes(name) && !said.has(name));
}
