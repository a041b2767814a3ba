import type { ApiErrorData } from '../../contract/index.ts';

/** An error in full, as it is copied into a report. */
export function errorText(title: string, error: ApiErrorData): string {
  const lines = [title, error.message];
  if (error.hint) lines.push(error.hint);
  for (const remedy of error.remedies ?? []) {
    if (remedy.kind === 'command') lines.push(`${remedy.label}: ${remedy.command}`);
  }
  lines.push(`Kind: ${error.kind}`);
  if (error.libvirt) {
    const { code, domain, message } = error.libvirt;
    lines.push(`libvirt: ${message}`, `libvirt code ${code}, domain ${domain}`);
  }
  return lines.join('\n');
}
