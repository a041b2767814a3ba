import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { ApiError, type Remedy } from '../../contract/index.ts';
import { parameterOf, shellCommand, type UriParts } from '../../model/index.ts';

/** What counts for the way out of a refusal on this machine. */
export interface LocalPlace {
  readonly parts: UriParts;
  readonly readOnly: boolean;
  /** What libvirt said. */
  readonly words: string;
}

export interface LocalFacts {
  readonly user: string;
  /** The group that the daemon's socket belongs to; null: not known. */
  readonly group: string | null;
  /** Whether the user is in it already, and has only not logged in since. */
  readonly member: boolean;
}

/** For tests: whose files and which user are looked at. */
export interface LocalMachine {
  readonly root?: string;
  readonly user?: string;
}

const POLKIT =
  /polkit|access denied by policy|authentication unavailable|org\.libvirt\.|system bus connection/i;
const SOCKET = /failed to connect socket to '([^']*)': permission denied/i;
const MODULAR: Readonly<Record<string, string>> = {
  qemu: 'virtqemud',
  lxc: 'virtlxcd',
  xen: 'virtxend',
  ch: 'virtchd',
};

/**
 * Explains why a daemon of this machine does not let the user in, with the ways out: read-only, machines of one's
 * own, or the exact group or rule. Null where it is something else.
 */
export async function explainLocal(place: LocalPlace, machine: LocalMachine = {}): Promise<ApiError | null> {
  const { parts, readOnly, words } = place;
  const socket = SOCKET.exec(words)?.[1];
  if (socket === undefined && !POLKIT.test(words)) return null;
  const wanted = socket ?? parameterOf(parts, 'socket') ?? usualSocket(parts);
  const facts = await localFacts(wanted, machine);
  const remedies = remediesFor(place, facts, socket === undefined);
  const what = readOnly ? 'look at' : 'manage';
  const why =
    socket !== undefined
      ? `Its socket ${socket} is open only to ${facts.group === null ? 'others' : `the group ${facts.group}`}.`
      : /system bus/i.test(words)
        ? 'polkit decides about that, and does not run.'
        : /no polkit agent|authentication unavailable/i.test(words)
          ? 'polkit would ask for a password, and no agent of the desktop is there to ask.'
          : 'polkit refused it, or the password was not given.';
  return new ApiError({
    kind: 'denied',
    message: `You may not ${what} the virtual machines of this computer. ${why}`,
    hint: facts.member
      ? `You are in the group ${facts.group} already: log out and in again, so that it counts.`
      : remedies
          .map((one) => one.label)
          .join(', or ')
          .concat('.'),
    remedies,
  });
}

/** The ways out, best first. @param polkit whether a rule of polkit can help */
function remediesFor({ parts, readOnly }: LocalPlace, facts: LocalFacts, polkit: boolean): Remedy[] {
  const { user, group, member } = facts;
  const remedies: Remedy[] = [];
  if (!readOnly) remedies.push({ kind: 'read-only', label: 'Open it read-only' });
  if (parts.driver === 'qemu' && parts.path === '/system') {
    remedies.push({
      kind: 'uri',
      label: 'Use machines of your own (user session)',
      uri: 'qemu:///session',
    });
  }
  if (group !== null && group !== 'root' && !member) {
    remedies.push({
      kind: 'command',
      label: `Add yourself to the group ${group} and log in again`,
      command: shellCommand('sudo', 'usermod', '-aG', group, user),
    });
  }
  if (polkit) {
    const action = readOnly ? 'org.libvirt.unix.monitor' : 'org.libvirt.unix.manage';
    remedies.push({
      kind: 'file',
      label: 'Let polkit allow it to you',
      path: '/etc/polkit-1/rules.d/50-virtdeck-libvirt.rules',
      text: `polkit.addRule(function (action, subject) {\n  if (action.id === ${JSON.stringify(action)} && subject.user === ${JSON.stringify(user)}) {\n    return polkit.Result.YES;\n  }\n});\n`,
    });
  }
  return remedies;
}

async function localFacts(socket: string, machine: LocalMachine): Promise<LocalFacts> {
  const { root = '/', user = userInfo().username } = machine;
  const [info, text] = await Promise.all([
    stat(join(root, socket)).catch(() => null),
    readFile(join(root, 'etc/group'), 'utf8').catch(() => ''),
  ]);
  const groups = text.split('\n').map((line) => line.split(':'));
  // Debian's libvirt opens the socket to all and lets polkit decide, by membership of its own group.
  const owner = groups.find(([, , gid]) => info !== null && info.gid !== 0 && Number(gid) === info.gid);
  const found = owner ?? groups.find(([name]) => name === 'libvirt');
  const [group = null, , , members = ''] = found ?? [];
  return { user, group, member: members.split(',').includes(user) };
}

function usualSocket({ driver }: UriParts): string {
  const daemon = MODULAR[driver] ?? 'libvirt';
  return daemon === 'libvirt' ? '/run/libvirt/libvirt-sock' : `/run/libvirt/${daemon}-sock`;
}
