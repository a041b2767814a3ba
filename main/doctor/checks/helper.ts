import { parameterOf } from '../../../model/index.ts';
import { type Check, type Finding, passed, skipped } from '../check.ts';
import type { Patient } from '../patient.ts';
import type { Survey } from '../survey.ts';
import { install } from '../systems.ts';

/** Whether the host has what connects ssh to the daemon there. */
export const helper: Check = {
  id: 'helper',
  title: 'Helper on the host',
  limitMs: 15_000,
  needs: ['address', 'ssh'],
  outside: true,
  applies: (patient) => patient.way === 'ssh',
  async run(patient) {
    const survey = await patient.survey();
    if (!survey) return skipped('Commands cannot be run on the host, so that nobody can look.');
    return judge(patient, survey);
  },
};

/** Whether a netcat can talk to UNIX sockets, by what it prints as its help. */
export function talksToSockets(help: string): boolean {
  return /\[-\w*U\w*\]|(^|\s)-U\b|--unixsock/.test(help);
}

function judge({ parts, name, place }: Patient, survey: Survey): Finding {
  const wanted = (parts && parameterOf(parts, 'proxy')) || 'auto';
  const netcat = (parts && parameterOf(parts, 'netcat')) || 'nc';
  const native = survey.programs.get('virt-ssh-helper');
  if (native !== undefined && wanted !== 'netcat') return passed(`${name} has ${native}.`);
  const usable = survey.netcat !== '' && talksToSockets(survey.netcat);
  if (usable && wanted !== 'native')
    return passed(`${name} has "${netcat}", which can talk to UNIX sockets.`);
  const remedies = install(
    survey.family,
    'Install it',
    wanted === 'netcat'
      ? { debian: 'netcat-openbsd', fedora: 'nmap-ncat', suse: 'netcat-openbsd', arch: 'openbsd-netcat' }
      : {
          debian: 'libvirt-daemon',
          fedora: 'libvirt-daemon-common',
          suse: 'libvirt-daemon-common',
          arch: 'libvirt',
        },
    place,
  );
  if (wanted === 'native') {
    return {
      status: 'failed',
      message: `${name} has no virt-ssh-helper (libvirt 6.9 and later have it).`,
      remedies,
    };
  }
  const poor = survey.netcat !== '' ? `, and its "${netcat}" cannot talk to UNIX sockets (no option -U)` : '';
  const both = wanted === 'netcat' ? `no "${netcat}"` : `neither virt-ssh-helper nor "${netcat}"`;
  return {
    status: 'failed',
    message:
      poor === ''
        ? `${name} has ${both}; one is needed to reach libvirt through ssh.`
        : `${name} has no virt-ssh-helper${poor}.`,
    remedies,
  };
}
