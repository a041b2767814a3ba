import type { Plan } from './plan.ts';

/** The same by hand: virsh commands, one a line, with the definitions of the disk and the machine in files. */
export function virshCommands(uri: string, { machine, volume }: Plan): string[] {
  const virsh = `virsh -c ${quote(uri)}`;
  const file = quote(`${machine.name}.xml`);
  const disk = quote(`${machine.name}-disk.xml`);
  const create = volume ? [`${virsh} vol-create ${quote(volume.pool)} ${disk}`] : [];
  return [...create, `${virsh} define ${file}`, `${virsh} start ${quote(machine.name)}`];
}

/** A word for a POSIX shell. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
