/**
 * Kernel arguments put together from what one wants, and read back from the line: the line is the only
 * truth, so that what is typed by hand is never lost.
 */

/** The line's words; a quoted part keeps its blanks. */
function splitArguments(line: string): string[] {
  return line.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}

/** The value of `name=value`; an empty text for a bare `name`; null: it is not there. The last one counts. */
export function argumentValue(line: string, name: string): string | null {
  const found = splitArguments(line).findLast((word) => word === name || word.startsWith(`${name}=`));
  if (found === undefined) return null;
  return found.slice(name.length + 1).replace(/^"(.*)"$/, '$1');
}

/** Whether the exact word is there. */
export function hasWord(line: string, word: string): boolean {
  return splitArguments(line).includes(word);
}

/** The line with a word, or without it. */
export function withWord(line: string, word: string, wanted: boolean): string {
  const rest = splitArguments(line).filter((one) => one !== word);
  return (wanted ? [...rest, word] : rest).join(' ');
}

/** The line with `name=value` in its old place, or at the end; an empty value takes it out. */
export function withValue(line: string, name: string, value: string): string {
  const all = splitArguments(line);
  const isIt = (word: string) => word === name || word.startsWith(`${name}=`);
  const at = all.findIndex(isIt);
  const rest = all.filter((word) => !isIt(word));
  if (value.trim() === '') return rest.join(' ');
  const text = /\s/.test(value) ? `${name}="${value}"` : `${name}=${value}`;
  return rest.toSpliced(at < 0 ? rest.length : at, 0, text).join(' ');
}

/** The line with further arguments; one with a value takes the place of the one of that name, but for consoles. */
export function withArguments(line: string, more: string): string {
  return splitArguments(more).reduce((all, word) => {
    const [name = ''] = word.split('=', 1);
    if (hasWord(all, word)) return all;
    if (name === word || name === 'console') return withWord(all, word, true);
    return withValue(all, name, argumentValue(word, name) ?? '');
  }, line);
}

/** Where each family of installers looks for its answers. */
export const ANSWER_FILES = [
  { kind: 'none', label: 'None' },
  { kind: 'kickstart', label: 'Kickstart (Fedora, RHEL)' },
  { kind: 'preseed', label: 'Preseed (Debian)' },
  { kind: 'autoinstall', label: 'Autoinstall (Ubuntu)' },
  { kind: 'autoyast', label: 'AutoYaST (openSUSE, SLES)' },
] as const;
export type AnswerFileKind = (typeof ANSWER_FILES)[number]['kind'];

export interface AnswerFile {
  readonly kind: AnswerFileKind;
  readonly url: string;
}

const NOCLOUD = 'nocloud-net;s=';

/** The answer file that the line names. */
export function answerFileOf(line: string): AnswerFile {
  const kickstart = argumentValue(line, 'inst.ks') ?? argumentValue(line, 'ks');
  if (kickstart !== null) return { kind: 'kickstart', url: kickstart };
  const yast = argumentValue(line, 'autoyast');
  if (yast !== null) return { kind: 'autoyast', url: yast };
  if (hasWord(line, 'autoinstall')) {
    const source = argumentValue(line, 'ds') ?? '';
    return { kind: 'autoinstall', url: source.startsWith(NOCLOUD) ? source.slice(NOCLOUD.length) : '' };
  }
  if (hasWord(line, 'auto=true')) return { kind: 'preseed', url: argumentValue(line, 'url') ?? '' };
  return { kind: 'none', url: '' };
}

/** The line with this answer file and no other. */
export function withAnswerFile(line: string, { kind, url }: AnswerFile): string {
  const bare = withoutAnswerFile(line);
  switch (kind) {
    case 'none':
      return bare;
    case 'kickstart':
      // A bare name marks the choice while no address is typed yet.
      return url ? withValue(bare, 'inst.ks', url) : withWord(bare, 'inst.ks=', true);
    case 'autoyast':
      return url ? withValue(bare, 'autoyast', url) : withWord(bare, 'autoyast=', true);
    case 'preseed':
      return withValue(withWord(withWord(bare, 'auto=true', true), 'priority=critical', true), 'url', url);
    case 'autoinstall':
      return withValue(withWord(bare, 'autoinstall', true), 'ds', url && `${NOCLOUD}${url}`);
  }
}

function withoutAnswerFile(line: string): string {
  const { kind } = answerFileOf(line);
  let rest = line;
  if (kind === 'kickstart') rest = withValue(withValue(rest, 'inst.ks', ''), 'ks', '');
  if (kind === 'autoyast') rest = withValue(rest, 'autoyast', '');
  if (kind === 'preseed') {
    rest = withValue(withWord(withWord(rest, 'auto=true', false), 'priority=critical', false), 'url', '');
  }
  if (kind === 'autoinstall') rest = withValue(withWord(rest, 'autoinstall', false), 'ds', '');
  return rest;
}

/** The argument that puts the kernel's messages on the first serial port, by architecture. */
export function serialConsole(arch: string): string {
  if (/^(arm|aarch64)/.test(arch)) return 'console=ttyAMA0';
  if (/^ppc/.test(arch)) return 'console=hvc0';
  if (arch === 's390x') return 'console=ttysclp0';
  return 'console=ttyS0';
}
