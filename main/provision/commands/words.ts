/** A remark among commands. */
export function remark(text: string): string {
  return `# ${text.replaceAll(/\s+/g, ' ')}`;
}

/** A name as a file of the current folder: one that begins with a dash is not taken for an option. */
export function fileName(name: string): string {
  return name.startsWith('-') ? `./${name}` : name;
}
