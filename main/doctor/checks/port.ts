import { connect } from 'node:net';
import type { Remedy } from '../../../contract/index.ts';
import { shellCommand } from '../../../model/index.ts';
import { type Check, command, type Finding, passed, skipped } from '../check.ts';
import type { Patient } from '../patient.ts';

const CONNECT_MS = 6_000;

/** Whether somebody listens at the port, and whether one gets there. */
export const port: Check = {
  id: 'port',
  title: 'Port',
  limitMs: 8_000,
  needs: ['address', 'name'],
  applies: (patient) => patient.remote,
  async run(patient, { signal }) {
    if (patient.sshConfig?.proxied) return skipped('ssh goes through another host or program.');
    const { host, port: number } = patient;
    if (number === null) return skipped('Which port is used is not known.');
    const failure = await knock(host, number, signal);
    if (failure === null) return passed(`${host} accepts connections on port ${number}.`);
    return refusal(patient, failure, number);
  },
};

/** Connects and hangs up. Null: it worked; else the system's name for the error. */
function knock(host: string, number: number, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: number, autoSelectFamily: true });
    const end = (failure: string | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(failure);
    };
    const timer = setTimeout(() => end('ETIMEDOUT'), CONNECT_MS);
    signal.addEventListener('abort', () => end('ETIMEDOUT'), { once: true });
    socket.once('connect', () => end(null));
    socket.once('error', (error: NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] }) =>
      end(error.code || (error.errors?.[0]?.code ?? error.message)),
    );
  });
}

function refusal(patient: Patient, failure: string, number: number): Finding {
  const { host } = patient;
  switch (failure) {
    case 'ECONNREFUSED':
      return {
        status: 'failed',
        message: `${host} is there, but nothing listens on its port ${number}.`,
        hint: 'Start what listens there, or name the right port in the URI.',
        remedies: listeners(patient),
      };
    case 'ETIMEDOUT':
      return {
        status: 'failed',
        message: `${host} does not answer on port ${number}.`,
        hint: 'The host is off, or a firewall drops what is sent to it.',
        remedies: [
          command('See whether it is on', shellCommand('ping', '-c', '3', host)),
          ...firewall(patient, number),
        ],
      };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
      return {
        status: 'failed',
        message: `There is no way to ${host} from here.`,
        hint: 'Check the network connection of this machine, a VPN that may be needed, and whether the host is on.',
        remedies: [command('See which way it would take', shellCommand('ip', 'route', 'get', host))],
      };
    default:
      return { status: 'failed', message: `Port ${number} of ${host} cannot be reached: ${failure}.` };
  }
}

function listeners(patient: Patient): Remedy[] {
  const on = patient.parts?.host;
  const socket = (name: string) => [
    command(
      'One daemon for everything (Debian 12, Ubuntu)',
      `sudo systemctl stop libvirtd.service && sudo systemctl enable --now libvirtd-${name}.socket && sudo systemctl start libvirtd.service`,
      on,
    ),
    command(
      'Modular daemons (Fedora, openSUSE, Arch, Debian 13)',
      `sudo systemctl stop virtproxyd.service; sudo systemctl enable --now virtproxyd-${name}.socket`,
      on,
    ),
  ];
  switch (patient.way) {
    case 'ssh':
    case 'library':
      return [
        command(
          'Start sshd (Debian, Ubuntu)',
          'sudo apt install openssh-server && sudo systemctl enable --now ssh',
          on,
        ),
        command('Start sshd (Fedora, openSUSE, Arch)', 'sudo systemctl enable --now sshd', on),
      ];
    case 'tls':
    case 'tcp':
      return socket(patient.way);
    default:
      return [];
  }
}

function firewall(patient: Patient, number: number): Remedy[] {
  const on = patient.parts?.host;
  const service = patient.way === 'tls' ? '--add-service=libvirt-tls' : `--add-port=${number}/tcp`;
  return [
    command(
      'Open the port (firewalld)',
      `sudo firewall-cmd --permanent ${service} && sudo firewall-cmd --reload`,
      on,
    ),
    command('Open the port (ufw)', `sudo ufw allow ${number}/tcp`, on),
  ];
}
