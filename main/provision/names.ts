import type { Hypervisor } from '../hypervisor/hypervisor.ts';

/** File systems allow 255 bytes; the volume's ending and libvirt's log files need some of them. */
const MAX_BYTES = 200;
const MAX_FILE_BYTES = 255;

/** Why a name cannot be that of a new machine; null: it can. */
export function nameProblem(host: Hypervisor, name: string): string | null {
  if (name === '') return 'Enter a name.';
  if (name.trim() !== name) return 'A name cannot begin or end with a space.';
  const wrong = wrongCharacter(name);
  if (wrong !== null) return `A name cannot contain ${wrong}.`;
  if (/^\.+$/.test(name)) return 'A name cannot consist of dots alone.';
  if (Buffer.byteLength(name) > MAX_BYTES) return `A name can have at most ${MAX_BYTES} bytes.`;
  const taken = host.inventory.rows().some((row) => row.name === name);
  return taken ? `${host.connection.name} has a machine of this name already.` : null;
}

/** libvirt refuses slashes and line ends; other control characters cannot be written in XML. */
function wrongCharacter(name: string): string | null {
  if (name.includes('/')) return 'a slash';
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32 || code === 127) return 'control characters';
    if (code >= 0xd800 && code <= 0xdfff) return 'half characters';
    if (code === 0xfffe || code === 0xffff) return 'this character';
  }
  return null;
}

/** Why a volume cannot be made under a name; null: it can. In most pools it is the name of a file. */
export function volumeNameProblem(name: string): string | null {
  const wrong = wrongCharacter(name);
  if (wrong !== null) return `The name of a volume cannot contain ${wrong}.`;
  if (/^\.{1,2}$/.test(name) || name.trim() === '') return `A volume cannot be called “${name}”.`;
  if (Buffer.byteLength(name) > MAX_FILE_BYTES)
    return `The name of a volume can have at most ${MAX_FILE_BYTES} bytes.`;
  return null;
}

/** A name for a machine's disk that no volume has: web1.qcow2, web1-1.qcow2... */
export function freeVolumeName(machine: string, format: string, taken: ReadonlySet<string>): string {
  const ending = format === 'raw' ? 'img' : format;
  for (let count = 0; ; count++) {
    const name = `${machine}${count === 0 ? '' : `-${count}`}.${ending}`;
    if (!taken.has(name)) return name;
  }
}
