import type { DiagnosisStep } from '../../../contract/index.ts';
import { DomainCapabilities, shellCommand } from '../../../model/index.ts';
import { LibvirtFailure } from '../../libvirt/agent/failures.ts';
import { type Check, command, type Finding, passed } from '../check.ts';
import { kvmAbsent, type ToldOfKvm } from '../kvmAbsent.ts';
import type { Patient } from '../patient.ts';
import type { Survey } from '../survey.ts';

type Facts = DiagnosisStep['facts'];

/**
 * Whether machines run at full speed. libvirt says whether its QEMU may use KVM; a look at the host says why not, and
 * whether the host is itself a guest. Whether KVM inside of a guest really works, only a machine that is started
 * shows, and that is said.
 */
export const kvm: Check = {
  id: 'kvm',
  title: 'Hardware virtualization (KVM)',
  limitMs: 25_000,
  needs: ['connection', 'capabilities'],
  applies: ({ parts }) => parts?.driver === 'qemu',
  async run(patient, { signal }) {
    const told = await toldByLibvirt(patient, signal);
    const survey = await patient.survey();
    if (told.offered) return offered(patient, survey, told.facts);
    return kvmAbsent(patient, survey, told);
  },
};

interface Told extends ToldOfKvm {
  readonly offered: boolean;
}

/** The capabilities list what QEMU has; the domain capabilities are only given for what can be used now. */
async function toldByLibvirt({ capabilities, opened }: Patient, signal: AbortSignal): Promise<Told> {
  const arch = capabilities?.host.cpu.arch ?? null;
  const guest = arch === null ? undefined : capabilities?.guestFor(arch);
  const listed = guest?.domains.find((domain) => domain.type === 'kvm') !== undefined;
  const facts = [{ label: 'libvirt lists KVM', value: listed ? 'yes' : 'no' }];
  if (!listed || !opened) return { offered: false, refusal: null, facts };
  try {
    const input = { emulator: null, arch, machine: null, virtType: 'kvm' };
    const xml = await opened.agent.call('domainCapabilities', input, { signal });
    const max = DomainCapabilities.parse(xml).vcpuMax;
    return {
      offered: true,
      refusal: null,
      facts:
        max === undefined || max === null
          ? facts
          : [...facts, { label: 'vCPUs of a machine, at most', value: String(max) }],
    };
  } catch (error) {
    if (!(error instanceof LibvirtFailure)) throw error;
    return { offered: false, refusal: error.message, facts };
  }
}

function offered(patient: Patient, survey: Survey | null, facts: Facts): Finding {
  if (!survey) {
    return passed('libvirt says that machines can use KVM.', [
      ...facts,
      {
        label: 'Not known',
        value: 'whether the host is itself a virtual machine: that can be seen over ssh only',
      },
    ]);
  }
  const device = [...facts, { label: '/dev/kvm', value: survey.kvm.node ?? 'missing' }];
  if (patient.ofUser && !survey.kvm.opens) {
    return {
      status: 'failed',
      message: `Machines of the user session run as ${survey.user}, who may not open /dev/kvm.`,
      facts: device,
      hint: 'A new group counts from the next sign-in on.',
      remedies: [
        command(
          `Add ${survey.user} to the group kvm`,
          shellCommand('sudo', 'usermod', '-aG', 'kvm', survey.user),
          patient.place,
        ),
      ],
    };
  }
  if (!survey.kvm.guest) return passed('KVM is there, and libvirt may use it.', device);
  const where = survey.kvm.platform === '' ? '' : ` (${survey.kvm.platform})`;
  return {
    status: 'warning',
    message: `KVM is offered, but the host is itself a virtual machine${where}.`,
    hint: 'Whether KVM really works there can only be seen by starting a machine: one that hangs at its first messages shows that it does not. Such a machine can be run by emulation (type qemu).',
    facts: [
      ...device,
      { label: 'Not known', value: 'whether the hypervisor below really runs nested machines' },
    ],
  };
}
