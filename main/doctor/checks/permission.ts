import type { Remedy } from '../../../contract/index.ts';
import { shellCommand } from '../../../model/index.ts';
import { type Check, command, type Finding, passed, skipped } from '../check.ts';
import type { Patient } from '../patient.ts';
import { missingMechanisms } from '../sasl.ts';
import type { Survey } from '../survey.ts';

/** Whether the daemon lets the user in: socket, group, polkit, or user and password. */
export const permission: Check = {
  id: 'permission',
  title: 'Permission',
  limitMs: 15_000,
  needs: ['address', 'daemon'],
  outside: true,
  applies: ({ way }) => way === 'local' || way === 'ssh' || way === 'tls' || way === 'tcp',
  async run(patient) {
    const survey = await patient.survey();
    if (patient.denied !== null) return locked(patient, patient.denied, survey);
    const first = patient.daemon?.auth[0];
    switch (first) {
      case 'polkit':
        return polkit(patient, survey);
      case 'sasl':
        return missingMechanisms(patient.daemon?.mechanisms ?? []);
      case 'none':
        return open(patient, survey);
      default:
        return skipped('How the daemon wants its clients to sign in is not known.');
    }
  },
};

function open(patient: Patient, survey: Survey | null): Finding {
  const { way, readOnly, sockets } = patient;
  if (way === 'tcp') {
    return {
      status: 'warning',
      message:
        'Whoever reaches this port controls the host: nobody has to sign in, and nothing is encrypted.',
      hint: 'On the host, set auth_tcp = "sasl" in /etc/libvirt/libvirtd.conf (virtproxyd.conf), or use TLS or ssh.',
    };
  }
  if (way === 'tls') return passed('Whoever shows a certificate that the host takes may do everything.');
  const who = survey?.user ?? 'The user';
  const socket = survey?.sockets.find((one) => sockets.includes(one.path));
  const owner = socket ? [{ label: socket.path, value: socket.owner }] : [];
  return passed(readOnly ? `${who} may look at everything.` : `${who} may use libvirt.`, owner);
}

/** The socket itself is not open to the user. */
function locked(patient: Patient, path: string, survey: Survey | null): Finding {
  const { place, readOnly, parts } = patient;
  const user = survey?.user ?? parts?.user ?? 'USER';
  const socket = survey?.sockets.find((one) => one.path === path);
  const group = /^\S+:(\S+)/.exec(socket?.owner ?? '')?.[1] ?? 'libvirt';
  const looks = survey?.sockets.some((one) => one.path === `${path}-ro` && one.writable) ?? false;
  const member = survey?.groups.includes(group) ?? false;
  const remedies: Remedy[] = [];
  if (group !== 'root' && !member) remedies.push(join(group, user, place));
  if (looks && !readOnly) remedies.push({ kind: 'read-only', label: 'Open it read-only' });
  remedies.push(...ownMachines(patient));
  return {
    status: 'failed',
    message: `${user} may not use libvirt ${place === undefined ? 'here' : 'there'}: ${path} is open only to ${socket?.owner ? `its group, ${group}` : 'others'}.`,
    hint: 'A new group counts from the next sign-in on.',
    remedies,
  };
}

/** polkit decides; libvirt's packages let the group libvirt in without a question. */
function polkit(patient: Patient, survey: Survey | null): Finding {
  const { place, readOnly } = patient;
  if (readOnly) return passed('polkit lets everybody look.');
  const user = survey?.user ?? patient.parts?.user ?? 'USER';
  if (survey?.root) return passed('root may do everything.');
  if (survey?.groups.includes('libvirt'))
    return passed(`${user} is in the group libvirt, which polkit lets in.`);
  const remedies = [join('libvirt', user, place), ...ownMachines(patient)];
  if (place === undefined) {
    return {
      status: 'warning',
      message: `polkit will ask ${user} for a password: ${user} is not in the group libvirt.`,
      hint: 'A new group counts from the next sign-in on.',
      remedies,
    };
  }
  return {
    status: 'failed',
    message: `${user} is not in the group libvirt of the host, and polkit has nobody to ask over ssh.`,
    hint: 'A new group counts from the next sign-in on. A rule of polkit there may let the user in all the same.',
    remedies: [...remedies, { kind: 'read-only', label: 'Open it read-only' }],
  };
}

function join(group: string, user: string, place: string | undefined): Remedy {
  return command(
    `Add ${user} to the group ${group}`,
    shellCommand('sudo', 'usermod', '-aG', group, user),
    place,
  );
}

function ownMachines({ parts, place, ofUser }: Patient): Remedy[] {
  if (place !== undefined || ofUser || parts?.driver !== 'qemu') return [];
  return [{ kind: 'uri', label: 'Use machines of your own (user session)', uri: 'qemu:///session' }];
}
