import { readdirSync, readFileSync } from 'node:fs';

/** The agent processes below a main process, by the titles that they give themselves. */
export function agentsOf(main: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => textOf(pid, 'cmdline').startsWith('virtdeck-agent') && hasAncestor(pid, main));
}

/** The ssh programs below a main process: shared connections, and what goes through them. */
export function sshOf(main: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => textOf(pid, 'comm').trim() === 'ssh' && hasAncestor(pid, main));
}

function hasAncestor(pid: number, wanted: number): boolean {
  for (let at = pid; at > 1; ) {
    const stat = textOf(at, 'stat');
    at = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
    if (at === wanted) return true;
  }
  return false;
}

/** Empty once the process is gone. */
function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
