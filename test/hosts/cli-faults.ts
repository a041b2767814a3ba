import type { DaemonName } from './lab/daemons.ts';
import type { Host } from './lab/host.ts';
import type { Lab } from './lab/lab.ts';
import { parseLine } from './lab/slow.ts';

export const faultHelp = `  freeze HOST [DAEMON]       stop (SIGSTOP) one daemon, or everything on a host
  kill DAEMON HOST           kill (SIGKILL) libvirtd, virtlogd or sshd
  cut HOST                   take the network link down
  slow HOST 25ms [10mbit]    delay all packets by so much each way, and limit their rate
  full HOST                  fill the pool "small"
  restore [HOST]             undo all of these`;

function daemon(word: string | undefined): DaemonName {
  if (word === 'libvirtd' || word === 'virtlogd' || word === 'sshd') return word;
  throw new Error(`${word ?? 'nothing'} is no daemon of a host: libvirtd, virtlogd, sshd`);
}

function host(lab: Lab, word: string | undefined): Host {
  if (word === undefined) throw new Error(`which host? ${lab.hosts.map((each) => each.name).join(', ')}`);
  return lab.host(word);
}

/** Runs the fault command that `words` begin with and gives the status to exit with. */
export async function faultCommand(lab: Lab, words: readonly string[]): Promise<number> {
  const [command, first, second, third] = words;
  switch (command) {
    case 'freeze':
      await host(lab, first).faults.freeze(second === undefined ? undefined : daemon(second));
      return 0;
    case 'kill':
      await host(lab, second).faults.kill(daemon(first));
      return 0;
    case 'cut':
      await host(lab, first).faults.cut();
      return 0;
    case 'slow':
      if (second === undefined)
        throw new Error('slow HOST LATENCY [RATE], for example: slow hv1 25ms 10mbit');
      await host(lab, first).faults.slow(parseLine(second, third));
      return 0;
    case 'full':
      await host(lab, first).faults.full();
      return 0;
    case 'restore':
      for (const each of first === undefined ? lab.hosts : [host(lab, first)]) await each.faults.restore();
      return 0;
    default:
      throw new Error(`"${command}" is no command: npm run hosts -- help`);
  }
}
