import type { CertificateWish, MadeCertificates } from '../../../contract/index.ts';

/** What is typed in the dialog that makes certificates. */
export interface CertificateDraft {
  readonly folder: string;
  /** A server a line: its names and addresses, divided by blanks or commas. */
  readonly servers: string;
  /** A person or machine a line. */
  readonly clients: string;
  /** A number, while it is typed perhaps not yet. */
  readonly days: string;
}

/** What to ask main for, or what is still wrong, in a sentence. */
export function toWish(draft: CertificateDraft): { wish: CertificateWish } | { problem: string } {
  const servers = lines(draft.servers).map((line) => ({ names: line.split(/[\s,;]+/).filter(Boolean) }));
  const clients = lines(draft.clients);
  const days = Number(draft.days);
  if (servers.length === 0 && clients.length === 0) return { problem: 'Name at least one server or client.' };
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    return { problem: 'They can be good for 1 to 3650 days.' };
  }
  const long = clients.find((name) => name.length > 64);
  if (long !== undefined) return { problem: `"${long}" is longer than 64 characters.` };
  const folder = draft.folder.trim();
  if (folder !== '' && !folder.startsWith('/'))
    return { problem: 'The folder is a path from the root: /home/…' };
  return { wish: { folder: folder === '' ? null : folder, servers, clients, days } };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Folders that can be used as `pkipath`, one for each client. */
export function clientFolders(made: MadeCertificates): string[] {
  return made.files
    .filter((path) => path.endsWith('/clientcert.pem'))
    .map((path) => path.slice(0, -'/clientcert.pem'.length));
}
