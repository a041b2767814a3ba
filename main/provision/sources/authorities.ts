import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContext } from 'node:tls';

/** Where distributions keep the authorities that the machine trusts; Node has a list of its own that knows no company's. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

let kept: { readonly text: string; readonly context: SecureContext } | null = null;

/** What https:// is checked against: the machine's own authorities, `SSL_CERT_FILE` before them; Node's where there are none. */
export async function trustedAuthorities(environment: NodeJS.ProcessEnv): Promise<SecureContext> {
  const chosen = environment.SSL_CERT_FILE;
  const text = (await firstReadable(chosen ? [chosen, ...BUNDLES] : BUNDLES)) ?? '';
  if (kept?.text !== text) {
    kept = { text, context: createSecureContext(text === '' ? {} : { ca: text }) };
  }
  return kept.context;
}

async function firstReadable(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text?.includes('BEGIN')) return text;
  }
  return null;
}
