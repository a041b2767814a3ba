/**
 * A word as a POSIX shell takes it literally; in quotes only where it needs them, for people read commands too. zsh
 * looks for a program behind an equals sign at the beginning.
 */
export function shellQuote(word: string): string {
  return /^(?!=)[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A command of words, each quoted where it has to be. Names of a host's things go into commands in no other way. */
export function shellCommand(...words: readonly string[]): string {
  return words.map((word) => shellQuote(word)).join(' ');
}

/** A virsh command for a connection. */
export function virshOn(uri: string, ...words: readonly string[]): string {
  return shellCommand('virsh', '-c', uri, ...words);
}
