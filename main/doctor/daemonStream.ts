import { once } from 'node:events';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { parameterOf, shellQuote } from '../../model/index.ts';
import { connectUnverified } from '../remote/tlsProbe.ts';
import type { Patient } from './patient.ts';

/** The user's runtime folder, for a shell. */
const RUN = ['$', '{XDG_RUNTIME_DIR:-/run/user/$(id -u)}'].join('');

/** A stream to a socket of this machine. */
export function openSocket(path: string): Duplex {
  return connect(path);
}

/**
 * A stream to the daemon of the patient, the way that libvirt itself takes; null: this way has none that could be
 * taken without libvirt.
 */
export async function openDaemon(patient: Patient, signal: AbortSignal): Promise<Duplex | null> {
  const { parts, port, way, session, tls } = patient;
  if (!parts) return null;
  if (way === 'ssh') return session?.openProgram(remoteCommand(patient)) ?? null;
  if (way === 'tcp' && port !== null) return connect({ host: parts.host, port, autoSelectFamily: true });
  if (way !== 'tls' || port === null || !tls) return null;
  const socket = connectUnverified(parts.host, port, tls);
  // The daemon's first byte says that it has taken our certificate; its protocol begins after that.
  try {
    await once(socket, 'readable', { signal });
    if (socket.read(1) === null) throw new Error('It closed the connection without an answer.');
    return socket;
  } catch (error) {
    // Nobody else has it: one that is left open would fail later, with nobody to hear of it.
    socket.on('error', () => {});
    socket.destroy();
    throw error;
  }
}

/** What libvirt runs on the host: its helper, or netcat with the daemon's socket (virnetclient.c). */
function remoteCommand(patient: Patient): string {
  const { parts, readOnly, sockets } = patient;
  const parameter = (name: string) => (parts && parameterOf(parts, name)) || null;
  const uri = parameter('name') ?? `${parts?.driver}://${parts?.path}`;
  const socket = parameter('socket');
  const helper = `virt-ssh-helper${readOnly ? ' -r' : ''} ${shellQuote(uri)}`;
  const netcat = shellQuote(parameter('netcat') ?? 'nc');
  const suffix = readOnly && socket === null ? '-ro' : '';
  const paths = sockets.map((path) => `${path.replace('$RUN', RUN)}${suffix}`);
  const direct = `for s in ${paths.map((path) => `"${path}"`).join(' ')}; do [ -S "$s" ] && break; done; exec ${netcat} -U "$s"`;
  const proxy = parameter('proxy') ?? 'auto';
  if (proxy === 'netcat' || socket !== null) return `sh -c ${shellQuote(direct)}`;
  if (proxy === 'native') return `exec ${helper}`;
  return `sh -c ${shellQuote(`if command -v virt-ssh-helper >/dev/null 2>&1; then exec ${helper}; fi; ${direct}`)}`;
}
