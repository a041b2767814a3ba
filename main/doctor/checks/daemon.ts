import type { Remedy } from '../../../contract/index.ts';
import { type Check, command, type Finding, passed, skipped } from '../check.ts';
import { askDaemon, type DaemonAnswer, NotADaemon } from '../daemonProbe.ts';
import { openDaemon, openSocket } from '../daemonStream.ts';
import { localFamily } from '../localFamily.ts';
import type { Patient } from '../patient.ts';
import type { Survey } from '../survey.ts';
import { type Family, installDaemon, startDaemon } from '../systems.ts';

const ANSWER_MS = 6_000;

/** Whether a libvirt daemon is there and answers, and which one: one for everything, or the driver's own. */
export const daemon: Check = {
  id: 'daemon',
  title: 'libvirt daemon',
  limitMs: 20_000,
  needs: ['address', 'name', 'port', 'ssh', 'tls'],
  outside: true,
  applies: ({ way }) => way === 'local' || way === 'ssh' || way === 'tls' || way === 'tcp',
  async run(patient, { signal }) {
    const answer = patient.way === 'local' ? await askHere(patient, signal) : await askThere(patient, signal);
    if (answer === null) return skipped('Nobody can look there without libvirt.');
    if ('auth' in answer) {
      patient.daemon = answer;
      return alive(patient, answer, await patient.survey());
    }
    if (answer.kind === 'denied') {
      patient.denied = answer.path;
      return passed(`A daemon is there, but its socket ${answer.path} is not open to you.`);
    }
    patient.hangs = answer.kind === 'silent';
    return dead(patient, answer, await patient.survey());
  },
};

/** Why there was no answer. */
interface Silence {
  readonly kind: 'missing' | 'refused' | 'denied' | 'silent' | 'other';
  readonly path: string;
  readonly words: string;
}

/** Asks the sockets of this machine, the driver's own first; what is missing counts only where all are. */
async function askHere(patient: Patient, signal: AbortSignal): Promise<DaemonAnswer | Silence | null> {
  let last: Silence | null = null;
  for (const path of patient.localSockets) {
    const asked = await ask(async () => openSocket(path), path, signal);
    if ('auth' in asked) return asked;
    if (last === null || last.kind === 'missing') last = asked;
  }
  return last;
}

async function askThere(patient: Patient, signal: AbortSignal): Promise<DaemonAnswer | Silence | null> {
  let none = false;
  const open = async (limit: AbortSignal) => {
    const stream = await openDaemon(patient, limit);
    none = stream === null;
    if (!stream) throw new Error('There is no way.');
    return stream;
  };
  const asked = await ask(open, '', signal);
  return none ? null : asked;
}

async function ask(
  open: (signal: AbortSignal) => Promise<Parameters<typeof askDaemon>[0]>,
  path: string,
  signal: AbortSignal,
): Promise<DaemonAnswer | Silence> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
  try {
    return await askDaemon(await open(limit), limit);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof NotADaemon) return { kind: 'other', path, words };
    if (limit.aborted) return { kind: 'silent', path, words };
    return { kind: kindOf(words), path: path || pathIn(words), words };
  }
}

/** The system's words are the same from a socket of ours, virt-ssh-helper and netcat. */
function kindOf(words: string): Silence['kind'] {
  if (/ENOENT|no such file/i.test(words)) return 'missing';
  if (/ECONNREFUSED|connection refused/i.test(words)) return 'refused';
  if (/EACCES|EPERM|permission denied/i.test(words)) return 'denied';
  return 'other';
}

/** Debian's libvirt says /var/run, which is /run. */
function pathIn(words: string): string {
  return rawPathIn(words).replace(/^\/var\/run\//, '/run/');
}

function rawPathIn(words: string): string {
  return /'(\/[^']*)'/.exec(words)?.[1] ?? /(\/\S*-sock\S*?):?(\s|$)/.exec(words)?.[1] ?? '';
}

function alive(patient: Patient, answer: DaemonAnswer, survey: Survey | null): Finding {
  const facts = [{ label: 'It asks for', value: askedFor(answer) }];
  const driver = patient.parts?.driver ?? 'qemu';
  const own = `virt${driver}d`;
  const modular = survey?.sockets.some((one) => one.path.endsWith(`/${own}-sock`)) ?? false;
  const monolithic = survey?.sockets.some((one) => one.path.endsWith('/libvirt-sock')) ?? false;
  const running = survey?.units.get('libvirtd.service')?.active === 'active';
  if (modular && running) {
    return {
      status: 'warning',
      message: `A daemon answers, but both kinds are set up: one for everything (libvirtd) and one for each driver (${own}). They do not know of each other's machines' networks and storage.`,
      hint: 'Use one of them: stop and disable the other.',
      facts,
      remedies: [
        command(
          'Keep the modular ones',
          'sudo systemctl disable --now libvirtd.service libvirtd.socket libvirtd-ro.socket libvirtd-admin.socket',
          patient.place,
        ),
      ],
    };
  }
  if (modular) return passed(`The modular daemon ${own} answers.`, facts);
  if (monolithic) return passed('libvirtd, one daemon for everything, answers.', facts);
  return passed('A libvirt daemon answers.', facts);
}

function askedFor({ auth, mechanisms }: DaemonAnswer): string {
  const words = auth.map((one) => {
    if (one === 'none') return 'nothing';
    if (one === 'sasl') return `user and password (SASL: ${mechanisms.join(', ')})`;
    return one === 'polkit' ? "the desktop's permission (polkit)" : 'something unknown';
  });
  return words.join(', or ') || 'nothing';
}

async function dead(patient: Patient, silence: Silence, survey: Survey | null): Promise<Finding> {
  const family = survey?.family ?? (patient.way === 'local' ? await localFamily() : null);
  const driver = patient.parts?.driver ?? 'qemu';
  const { place, name } = patient;
  const log = command('See what it says', 'sudo journalctl -u libvirtd -u virtqemud -n 50', place);
  switch (silence.kind) {
    case 'missing':
      return missing(patient, silence, survey, family);
    case 'refused':
      return {
        status: 'failed',
        message: `The libvirt daemon of ${name} has ended: its socket ${silence.path} is left, and nobody is behind it.`,
        remedies: [...startDaemon(family, driver, place), log],
      };
    case 'silent':
      return {
        status: 'failed',
        message: `The libvirt daemon of ${name} takes connections, but does not answer.`,
        hint: 'It hangs, or has all its places taken (max_clients).',
        remedies: [
          command(
            'Restart it; machines go on running',
            `sudo systemctl restart ${unitOf(survey, driver)}`,
            place,
          ),
          log,
        ],
      };
    default:
      return {
        status: 'failed',
        message: `The libvirt daemon of ${name} cannot be reached: ${silence.words.trim().slice(0, 300)}`,
        remedies: [log],
      };
  }
}

function unitOf(survey: Survey | null, driver: string): string {
  const own = `virt${driver}d.service`;
  return survey?.units.get(own)?.active === 'active' ? own : 'libvirtd.service';
}

function missing(patient: Patient, silence: Silence, survey: Survey | null, family: Family | null): Finding {
  const driver = patient.parts?.driver ?? 'qemu';
  const { name, place } = patient;
  const installed = ['libvirtd', `virt${driver}d`].some((program) => survey?.programs.has(program));
  const where = silence.path === '' ? '' : ` (${silence.path} is missing)`;
  const remedies: Remedy[] = [];
  if (patient.ofUser) {
    return {
      status: installed ? 'skipped' : 'failed',
      message: installed
        ? 'The daemon of the user session does not run yet: libvirt starts it when it is needed.'
        : `No libvirt daemon is installed on ${name}.`,
      remedies: installed ? [] : installDaemon(family, driver, place),
    };
  }
  // Without a look at the machine, it may be either.
  if (!installed) remedies.push(...installDaemon(family, driver, place));
  if (installed || !survey) remedies.push(...startDaemon(family, driver, place));
  return {
    status: 'failed',
    message: installed
      ? `libvirt is installed on ${name}, but no daemon runs${where}.`
      : `No libvirt daemon runs on ${name}${where}.`,
    remedies,
  };
}
