import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { parameterOf, type UriParts } from '../../../model/index.ts';
import { checkTlsFiles, tlsFilesOf } from '../../remote/tlsFiles.ts';
import type { TlsTrust } from './tls.ts';

/** Where distributions keep the authorities that the machine trusts. */
const SYSTEM = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
];

/**
 * The authorities and the client certificate for a host's displays: those that other VNC viewers take
 * (~/.pki/CA, ~/.pki/libvirt-vnc and the same in /etc/pki), those of the connection itself, and the machine's own.
 */
export async function displayTrust(
  parts: UriParts,
  places: { home?: string; system?: string } = {},
): Promise<TlsTrust> {
  const { home = homedir(), system = '/etc/pki' } = places;
  const files = await tlsFilesOf(parts, places);
  const found = await Promise.all(
    [files.ca, join(home, '.pki/CA/cacert.pem'), join(system, 'CA/cacert.pem'), ...SYSTEM].map(readPem),
  );
  const authorities = [
    ...new Map(found.filter((one) => one !== null).map((one) => [one.path, one])).values(),
  ];
  return {
    name: parts.host === '' ? 'localhost' : parts.host,
    authorities: [...rootCertificates, ...authorities.map(({ text }) => text)],
    sources: authorities.map(({ path }) => path),
    unchecked: parameterOf(parts, 'no_verify') === '1',
    client:
      (await pair(join(home, '.pki/libvirt-vnc'))) ??
      (await pair(join(system, 'libvirt-vnc'))) ??
      (await connectionPair(files)),
  };
}

async function pair(folder: string): Promise<TlsTrust['client']> {
  const [certificate, key] = await Promise.all(
    ['clientcert.pem', 'private/clientkey.pem'].map((name) => readPem(join(folder, name))),
  );
  return certificate && key ? { certificate: certificate.text, key: key.text } : null;
}

/** Only a pair that fits: what is wrong with the connection's own is told elsewhere. */
async function connectionPair(files: Awaited<ReturnType<typeof tlsFilesOf>>): Promise<TlsTrust['client']> {
  const { client } = await checkTlsFiles(files);
  if (!client) return null;
  const key = client.key.export({ type: 'pkcs8', format: 'pem' });
  return { certificate: client.certificate.toString(), key: key.toString() };
}

async function readPem(path: string): Promise<{ path: string; text: string } | null> {
  try {
    const text = await readFile(path, 'latin1');
    return text.includes('-----BEGIN') ? { path, text } : null;
  } catch {
    return null;
  }
}
