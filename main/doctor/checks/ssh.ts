import { ApiError } from '../../../contract/index.ts';
import { shellCommand } from '../../../model/index.ts';
import { sshTargetOf, targetPlace } from '../../remote/sshTarget.ts';
import { type Check, command, type Finding, passed, skipped } from '../check.ts';
import type { Patient } from '../patient.ts';

const GREETING = 'virtdeck-was-here';

/** Whether ssh lets the user in, and whether the host's shell keeps quiet, as libvirt's protocol needs it. */
export const ssh: Check = {
  id: 'ssh',
  title: 'Signing in with ssh',
  limitMs: 40_000,
  needs: ['address', 'client', 'name', 'port'],
  applies: (patient) => patient.way === 'ssh',
  async run(patient, { signal, waiting }) {
    const target = patient.parts && sshTargetOf(patient.parts);
    if (!target) return skipped('The URI names no host.');
    const use = { connection: patient.id, name: patient.name, signal, waiting };
    try {
      patient.session = await patient.deps.remote.openSession(patient.uri, use);
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind === 'cancelled') throw error;
      return refusal(error, targetPlace(target), target.neverAsk);
    }
    if (!patient.session) return skipped(`${target.program} is not OpenSSH: only libvirt can try it.`);
    return listen(patient, signal);
  },
};

async function listen(patient: Patient, signal: AbortSignal): Promise<Finding> {
  const user = patient.parts?.user ?? patient.sshConfig?.user ?? 'you';
  const heard = await patient.session?.run(`echo ${GREETING}`, { timeoutMs: 10_000, signal });
  const output = heard?.stdout.trim() ?? '';
  if (output === GREETING) return passed(`${patient.name} let ${user} in.`);
  if (output.endsWith(GREETING)) {
    const noise = output.slice(0, -GREETING.length).trim().slice(0, 200);
    return {
      status: 'warning',
      message: `${patient.name} let ${user} in, but its shell prints something at every sign-in, which disturbs libvirt: "${noise}".`,
      hint: 'Let ~/.bashrc and its like print only in interactive shells: [ -t 1 ] || return',
    };
  }
  return {
    status: 'warning',
    message: `${patient.name} let ${user} in, but does not let ${user} run commands there; only what libvirt itself starts may be allowed.`,
    ...(heard?.stderr && { facts: [{ label: 'It says', value: heard.stderr.trim().slice(0, 300) }] }),
  };
}

function refusal(error: ApiError, place: string, neverAsk: boolean): Finding {
  const { message, hint = null, remedies = [] } = error.toData();
  const refused = /refused to let|no key, password/i.test(message);
  const keys = [
    command('Give it your public key', shellCommand('ssh-copy-id', place)),
    command('See what ssh tries', shellCommand('ssh', '-v', place, 'true')),
  ];
  const unknown = [command('Compare and accept its key by hand', shellCommand('ssh', place, 'true'))];
  const own = refused ? keys : /host key/i.test(message) ? unknown : [];
  return {
    status: 'failed',
    message: neverAsk && refused ? `${message} Nothing may be asked (no_tty=1).` : message,
    hint,
    remedies: remedies.length > 0 ? remedies : own,
  };
}
