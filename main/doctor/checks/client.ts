import { access, constants } from 'node:fs/promises';
import { parameterOf } from '../../../model/index.ts';
import { findClientLibrary } from '../../hypervisor/clientLibrary.ts';
import { opensshVersion } from '../../remote/sshProgram.ts';
import { sshTargetOf } from '../../remote/sshTarget.ts';
import { type Check, type Finding, passed } from '../check.ts';
import { localFamily } from '../localFamily.ts';
import type { Patient } from '../patient.ts';
import { install } from '../systems.ts';

/** What this machine needs to connect: libvirt's client library, and the program that the transport runs. */
export const client: Check = {
  id: 'client',
  title: 'This machine',
  limitMs: 8_000,
  needs: [],
  applies: () => true,
  async run(patient) {
    const { version } = await findClientLibrary();
    if (version === null) {
      return {
        status: 'failed',
        message: "libvirt's client library is not installed on this machine.",
        remedies: install(await localFamily(), 'Install it', {
          debian: 'libvirt0',
          fedora: 'libvirt-libs',
          suse: 'libvirt-libs',
          arch: 'libvirt',
        }),
      };
    }
    const library = [{ label: "libvirt's client library", value: version }];
    if (patient.way === 'ssh') return checkSsh(patient, library);
    if (patient.way === 'program') return checkProgram(patient, library);
    return passed(`libvirt ${version} is installed here.`);
  },
};

type Facts = { label: string; value: string }[];

async function checkSsh({ parts }: Patient, facts: Facts): Promise<Finding> {
  const program = (parts && sshTargetOf(parts)?.program) ?? 'ssh';
  const version = await opensshVersion(program);
  if (version !== null) {
    return passed('libvirt and ssh are installed here.', [...facts, { label: 'OpenSSH', value: version }]);
  }
  if (program !== 'ssh') {
    return {
      status: 'warning',
      message: `${program} is missing or is not OpenSSH: its questions cannot be answered here, and the steps on the host are left out.`,
      facts,
    };
  }
  return {
    status: 'failed',
    message: 'ssh is not installed on this machine.',
    facts,
    remedies: install(await localFamily(), 'Install it', {
      debian: 'openssh-client',
      fedora: 'openssh-clients',
      suse: 'openssh-clients',
      arch: 'openssh',
    }),
  };
}

async function checkProgram({ parts }: Patient, facts: Facts): Promise<Finding> {
  const program = (parts && parameterOf(parts, 'command')) ?? '';
  if (!program.includes('/')) return passed(`libvirt runs "${program}" to connect.`, facts);
  const runs = await access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (runs) return passed(`libvirt runs ${program} to connect.`, facts);
  return { status: 'failed', message: `The program ${program} is missing, or may not be run by you.`, facts };
}
