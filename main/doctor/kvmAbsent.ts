import type { DiagnosisStep, Remedy } from '../../contract/index.ts';
import { command, type Finding } from './check.ts';
import type { Patient } from './patient.ts';
import type { Survey } from './survey.ts';

/** What libvirt said of KVM. */
export interface ToldOfKvm {
  /** Why libvirt refuses to use it, although it lists it. */
  readonly refusal: string | null;
  readonly facts: DiagnosisStep['facts'];
}

/** Machines still run, by emulation: a warning, with what is in the way. */
export function kvmAbsent(
  patient: Pick<Patient, 'place' | 'parts'>,
  survey: Survey | null,
  { refusal, facts }: ToldOfKvm,
): Finding {
  const slow = 'Machines run, but slowly, by emulation.';
  const said = refusal === null ? facts : [...facts, { label: 'libvirt says', value: refusal }];
  if (!survey) {
    return {
      status: 'warning',
      message: `libvirt cannot use KVM on the host. ${slow}`,
      facts: [...said, { label: 'Not known', value: 'why: that can be seen over ssh only' }],
      hint: 'On the host, "virt-host-validate qemu" says what is missing.',
      remedies: [command('See what is missing', 'virt-host-validate qemu', patient.place)],
    };
  }
  const { why, hint, remedies } = reason(patient, survey);
  return {
    status: 'warning',
    message: `${why} ${slow}`,
    hint,
    facts: [...said, { label: '/dev/kvm', value: survey.kvm.node ?? 'missing' }],
    remedies,
  };
}

interface Reason {
  readonly why: string;
  readonly hint: string | null;
  readonly remedies: Remedy[];
}

function reason({ place, parts }: Pick<Patient, 'place' | 'parts'>, survey: Survey): Reason {
  const { node, extension, guest, platform, modules } = survey.kvm;
  const x86 = /^(x86_64|i[3-6]86|amd64)$/.test(survey.arch);
  if (node !== null) {
    return {
      why: `/dev/kvm is there (${node}), but libvirt cannot use it.`,
      hint: 'Its QEMU may have no KVM, may not open the device, or libvirt remembers a time when it was not there.',
      remedies: [
        command(
          'Let libvirt look again',
          `sudo rm -rf /var/cache/libvirt/qemu/capabilities && sudo systemctl restart ${unit(survey, parts?.driver)}`,
          place,
        ),
        command(
          'Open the device to the group kvm',
          'sudo chown root:kvm /dev/kvm && sudo chmod 660 /dev/kvm',
          place,
        ),
      ],
    };
  }
  if (x86 && extension === null && guest) {
    const below = platform === '' ? 'The hypervisor below' : `The hypervisor below (${platform})`;
    return {
      why: 'The host is itself a virtual machine, to which no hardware virtualization is passed on.',
      hint: `${below} has to allow nested virtualization, and to give the machine its own CPU model (host-passthrough).`,
      remedies: [
        command(
          'On the machine below (Intel)',
          'echo "options kvm_intel nested=1" | sudo tee /etc/modprobe.d/kvm.conf',
        ),
        command(
          'On the machine below (AMD)',
          'echo "options kvm_amd nested=1" | sudo tee /etc/modprobe.d/kvm.conf',
        ),
      ],
    };
  }
  if (x86 && extension === null) {
    return {
      why: 'The processor of the host shows no hardware virtualization.',
      hint: 'Switch it on in the setup of the firmware: it is called VT-x, Intel Virtualization Technology, AMD-V or SVM there.',
      remedies: [],
    };
  }
  const module = !x86 ? 'kvm' : extension === 'svm' ? 'kvm_amd' : 'kvm_intel';
  const loaded = modules.includes(module);
  return {
    why: loaded
      ? `The module ${module} is loaded, but there is no /dev/kvm.`
      : `The processor could, but the module ${module} is not loaded.`,
    hint: x86 ? 'Where loading it fails, it is switched off in the setup of the firmware.' : null,
    remedies: [command('Load it', `sudo modprobe ${module}`, place)],
  };
}

function unit(survey: Survey, driver = 'qemu'): string {
  const own = `virt${driver}d.service`;
  return survey.units.has(own) ? own : 'libvirtd.service';
}
