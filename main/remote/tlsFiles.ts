import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parameterOf, type UriParts } from '../../model/index.ts';
import { openToRead } from './files.ts';

/** The three files of a TLS client. */
export interface TlsFiles {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** Something about these files that the user should know. */
export interface TlsProblem {
  readonly file: string;
  /** `error`: libvirt cannot connect with it. `warning`: it is unsafe. `note`: it may be why the host refuses. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly hint: string;
}

/** What was found in the files. */
export interface TlsCheck {
  readonly files: TlsFiles;
  readonly problems: readonly TlsProblem[];
  /** The authorities; empty where they cannot be read. */
  readonly authorities: readonly X509Certificate[];
  /** The client's certificate with its key; null: none can be shown to the host. */
  readonly client: { readonly certificate: X509Certificate; readonly key: KeyObject } | null;
}

export interface TlsPlaces {
  readonly home?: string;
  readonly root?: boolean;
  readonly system?: string;
}

const MAX_BYTES = 1024 * 1024;

/**
 * The files that libvirt's client takes (https://libvirt.org/kbase/tlscerts.html): those of `pkipath`, else for
 * users ~/.pki/libvirt as far as it has them, else /etc/pki.
 */
export async function tlsFilesOf(parts: UriParts, places: TlsPlaces = {}): Promise<TlsFiles> {
  const { home = homedir(), root = process.geteuid?.() === 0, system = '/etc/pki' } = places;
  const own = parameterOf(parts, 'pkipath');
  if (own) return inFolder(own);
  const fallback: TlsFiles = {
    ca: join(system, 'CA/cacert.pem'),
    certificate: join(system, 'libvirt/clientcert.pem'),
    key: join(system, 'libvirt/private/clientkey.pem'),
  };
  if (root) return fallback;
  const mine = inFolder(join(home, '.pki/libvirt'));
  const [ca, certificate, key] = await Promise.all([mine.ca, mine.certificate, mine.key].map(exists));
  const pair = certificate && key ? mine : fallback;
  return { ca: ca ? mine.ca : fallback.ca, certificate: pair.certificate, key: pair.key };
}

function inFolder(folder: string): TlsFiles {
  return {
    ca: join(folder, 'cacert.pem'),
    certificate: join(folder, 'clientcert.pem'),
    key: join(folder, 'clientkey.pem'),
  };
}

/** Looks at the files as libvirt will, and says what is wrong with them before anything is connected. */
export async function checkTlsFiles(files: TlsFiles, now: Date = new Date()): Promise<TlsCheck> {
  const problems: TlsProblem[] = [];
  const authorities = await readAuthorities(files.ca, now, problems);
  const client = await readClient(files, now, problems);
  const signer = authorities.some((authority) => client && isSignedBy(client.certificate, authority));
  if (client && authorities.length > 0 && !signer) {
    problems.push({
      file: files.certificate,
      severity: 'error',
      message: `The client certificate ${files.certificate} was issued by "${nameOf(client.certificate.issuer)}", and ${files.ca} is another authority ("${nameOf(authorities[0]?.subject)}").`,
      hint: 'Take the certificate and the authority from the same set.',
    });
  }
  return { files, problems, authorities, client };
}

async function readAuthorities(file: string, now: Date, problems: TlsProblem[]): Promise<X509Certificate[]> {
  const read = await readText(file);
  if ('problem' in read) {
    problems.push({
      file,
      severity: 'error',
      message: `The certificate of the authority, ${file}, ${read.problem}.`,
      hint: 'Without it nobody can tell whether the host is the right one. Put it there, or name another folder with pkipath=.',
    });
    return [];
  }
  const found = certificatesIn(read.text);
  if (found.length === 0) problems.push(notPem(file, 'certificate'));
  for (const one of found) problems.push(...checkDates(one, file, 'certificate of the authority', now));
  return found;
}

async function readClient(files: TlsFiles, now: Date, problems: TlsProblem[]): Promise<TlsCheck['client']> {
  const [certificate, key] = await Promise.all([readText(files.certificate), readText(files.key)]);
  if ('problem' in certificate || 'problem' in key) {
    problems.push(...missing(files.certificate, certificate), ...missing(files.key, key));
    return null;
  }
  if ((key.mode & 0o077) !== 0) {
    problems.push({
      file: files.key,
      severity: 'warning',
      message: `Others on this machine can read the private key ${files.key}, and with it be you.`,
      hint: `chmod 600 ${files.key}`,
    });
  }
  const [shown] = certificatesIn(certificate.text);
  if (!shown) problems.push(notPem(files.certificate, 'certificate'));
  else problems.push(...checkDates(shown, files.certificate, 'client certificate', now));
  const secret = readKey(key.text);
  if (typeof secret === 'string') {
    problems.push({ ...notPem(files.key, 'private key'), ...(secret !== '' && encrypted(files.key)) });
    return null;
  }
  if (!shown) return null;
  if (shown.checkPrivateKey(secret)) return { certificate: shown, key: secret };
  problems.push({
    file: files.key,
    severity: 'error',
    message: `The private key ${files.key} does not belong to the certificate ${files.certificate}.`,
    hint: 'Take both from the same set.',
  });
  return null;
}

/** libvirt goes on without them; whether the host does is seen later. Unreadable ones it does not forgive. */
function missing(file: string, read: Text | NoText): TlsProblem[] {
  if (!('problem' in read)) return [];
  const absent = read.absent;
  return [
    {
      file,
      severity: absent ? 'note' : 'error',
      message: absent
        ? `${file} is missing, so that no certificate is shown to the host.`
        : `${file} ${read.problem}.`,
      hint: absent
        ? 'Most hosts want one: put clientcert.pem and clientkey.pem there, or name another folder with pkipath=.'
        : 'Give yourself the right to read it.',
    },
  ];
}

function notPem(file: string, what: string): TlsProblem {
  return {
    file,
    severity: 'error',
    message: `${file} has no ${what} in it that can be read.`,
    hint: `It must be a ${what} in PEM format ("-----BEGIN...").`,
  };
}

function encrypted(file: string): Partial<TlsProblem> {
  return {
    message: `The private key ${file} is protected by a passphrase, which libvirt cannot ask for.`,
    hint: `Make a copy without one: openssl pkey -in ${file} -out NEW`,
  };
}

function checkDates(certificate: X509Certificate, file: string, what: string, now: Date): TlsProblem[] {
  const from = new Date(certificate.validFrom);
  const to = new Date(certificate.validTo);
  if (now > to) {
    const message = `The ${what} ${file} expired on ${day(to)}.`;
    return [{ file, severity: 'error', message, hint: 'Have a new one made by the same authority.' }];
  }
  if (now >= from) return [];
  const message = `The ${what} ${file} is valid only from ${day(from)} on.`;
  return [{ file, severity: 'error', message, hint: 'Check the clock of this machine.' }];
}

/** The certificates of a PEM file that can be read. */
function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      return [];
    }
  });
}

/** The key; else "" where it is none, or why it is of no use. */
function readKey(pem: string): KeyObject | string {
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(pem)) return 'encrypted';
  try {
    return createPrivateKey(pem);
  } catch {
    return '';
  }
}

export function isSignedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  try {
    return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
  } catch {
    return false;
  }
}

/** A distinguished name as libvirtd's tls_allowed_dn_list writes it: "O=Example,CN=client". */
export function nameOf(name: string | undefined): string {
  return (name ?? '').split('\n').join(',');
}

export function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

interface Text {
  readonly text: string;
  readonly mode: number;
}

interface NoText {
  readonly problem: string;
  readonly absent: boolean;
}

async function readText(path: string): Promise<Text | NoText> {
  try {
    const file = await openToRead(path);
    try {
      const info = await file.stat();
      if (!info.isFile() || info.size > MAX_BYTES)
        return { problem: 'is not a file of certificates', absent: false };
      return { text: await file.readFile('latin1'), mode: info.mode };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: 'is missing', absent: true };
    return { problem: 'may not be read by you', absent: false };
  }
}

async function exists(path: string): Promise<boolean> {
  const read = await readText(path);
  return !('problem' in read) || !read.absent;
}
