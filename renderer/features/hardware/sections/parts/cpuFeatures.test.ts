import { describe, expect, it } from 'vitest';
import { Domain, DomainCapabilities } from '../../../../../model/index.ts';
import { knownFeatures, missingProtections, setPolicy } from './cpuFeatures.ts';

const machine = () =>
  Domain.parse("<domain type='kvm'><cpu><feature policy='disable' name='vmx'/></cpu></domain>");

describe('features of the processor', () => {
  it('are those of the host, its models and the machine', () => {
    const capabilities = DomainCapabilities.parse(
      `<domainCapabilities><cpu><mode name='host-model' supported='yes'>
        <feature policy='require' name='ssbd'/></mode></cpu></domainCapabilities>`,
    );
    expect(knownFeatures(machine().cpu, capabilities, ['avx'])).toEqual(['avx', 'ssbd', 'vmx']);
  });

  it('are asked for, and not any more', () => {
    const { cpu } = machine();
    setPolicy(cpu, 'avx', 'require');
    setPolicy(cpu, 'vmx', 'force');
    expect(cpu.features.map(({ name, policy }) => [name, policy])).toEqual([
      ['vmx', 'force'],
      ['avx', 'require'],
    ]);
    setPolicy(cpu, 'vmx', null);
    setPolicy(cpu, 'nothing', null);
    expect(cpu.features.map(({ name }) => name)).toEqual(['avx']);
  });

  it('that protect are added where the host has them and nothing is said', () => {
    const { cpu } = machine();
    setPolicy(cpu, 'ssbd', 'disable');
    expect(missingProtections(cpu, ['ssbd', 'md-clear', 'avx'])).toEqual(['md-clear']);
  });
});
