import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { run } from './run.ts';

/** Server certificates a host can present; only `good` is acceptable to a client that checks. */
export const serverCertificates = ['good', 'expired', 'future', 'wrong-name', 'foreign-ca'] as const;
export type ServerCertificate = (typeof serverCertificates)[number];

/**
 * Folders for the URI parameter `pkipath`. `good` is accepted; `no-ca` lacks the CA's certificate, `no-cert` the
 * client's certificate, `no-key` its key; `mismatch` has the key of another certificate; `garbage` has files that
 * are no certificates; `foreign-ca` trusts a CA that did not sign the servers; the others present a certificate
 * that servers refuse.
 */
export const clientCertificates = [
  'good',
  'expired',
  'foreign-client',
  'foreign-ca',
  'no-ca',
  'no-cert',
  'no-key',
  'mismatch',
  'garbage',
] as const;
export type ClientCertificate = (typeof clientCertificates)[number];

/** Part of the cache's name: raise it when certificates are made differently. */
const format = '2';

async function makeKey(path: string): Promise<void> {
  // RSA, because libvirt 9 refuses certificates that may not encipher keys, as those of elliptic curves may not.
  await run('certtool', ['--generate-privkey', '--key-type', 'rsa', '--bits', '2048', '--outfile', path]);
}

async function makeCa(folder: string, name: string): Promise<void> {
  const at = (file: string) => join(folder, file);
  await makeKey(at(`${name}.key`));
  writeFileSync(
    at(`${name}.cfg`),
    `cn = "Virtdeck lab ${name}"\nca\ncert_signing_key\nexpiration_days = 3650\n`,
  );
  await run('certtool', [
    '--generate-self-signed',
    ...['--template', at(`${name}.cfg`), '--load-privkey', at(`${name}.key`), '--outfile', at(`${name}.pem`)],
  ]);
}

interface Wish {
  name: string;
  ca: string;
  /** Its private key; several certificates may have the same. */
  key: string;
  lines: readonly string[];
  /** Validity; default from now for ten years. */
  dates?: readonly [from: string, to: string];
}

async function makeCertificate(folder: string, wish: Wish): Promise<void> {
  const at = (file: string) => join(folder, file);
  const dates = wish.dates
    ? [`activation_date = "${wish.dates[0]}"`, `expiration_date = "${wish.dates[1]}"`]
    : ['expiration_days = 3649'];
  writeFileSync(
    at(`${wish.name}.cfg`),
    `${[...wish.lines, ...dates, 'signing_key', 'encryption_key'].join('\n')}\n`,
  );
  await run('certtool', [
    '--generate-certificate',
    ...['--template', at(`${wish.name}.cfg`), '--load-privkey', at(`${wish.key}.key`)],
    ...['--load-ca-certificate', at(`${wish.ca}.pem`), '--load-ca-privkey', at(`${wish.ca}.key`)],
    ...['--outfile', at(`${wish.name}.pem`)],
  ]);
}

const past = ['2019-01-01 00:00:00', '2020-01-01 00:00:00'] as const;
const coming = ['2090-01-01 00:00:00', '2091-01-01 00:00:00'] as const;

function serverWishes(number: number): Wish[] {
  const server = ['tls_www_server', 'tls_www_client'];
  // A laboratory's addresses depend on its number, so one certificate is good for all numbers.
  const addresses = Array.from({ length: 249 }, (_, i) => `ip_address = "198.18.${i + 1}.1${number}"`);
  const own = [`cn = "hv${number}"`, `dns_name = "hv${number}"`, ...addresses, ...server];
  const named = (kind: ServerCertificate) => ({ name: `server-${number}-${kind}`, key: `server-${number}` });
  return [
    { ...named('good'), ca: 'ca', lines: own },
    { ...named('expired'), ca: 'ca', lines: own, dates: past },
    { ...named('future'), ca: 'ca', lines: own, dates: coming },
    { ...named('foreign-ca'), ca: 'foreign', lines: own },
    {
      ...named('wrong-name'),
      ca: 'ca',
      lines: ['cn = "elsewhere.example"', 'dns_name = "elsewhere.example"', ...server],
    },
  ];
}

const client = ['organization = "Virtdeck lab"', 'cn = "client"', 'tls_www_client'];
const clientWishes: Wish[] = [
  { name: 'client-good', ca: 'ca', key: 'client', lines: client },
  { name: 'client-expired', ca: 'ca', key: 'client', lines: client, dates: past },
  { name: 'client-foreign', ca: 'foreign', key: 'client', lines: client },
];

async function makePki(folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o700 });
  const wishes = [...clientWishes, ...serverWishes(1), ...serverWishes(2), ...serverWishes(3)];
  const keys = [...new Set([...wishes.map((wish) => wish.key), 'other'])];
  await Promise.all([
    ...['ca', 'foreign'].map((name) => makeCa(folder, name)),
    ...keys.map((key) => makeKey(join(folder, `${key}.key`))),
  ]);
  for (const wish of wishes) await makeCertificate(folder, wish);
}

/** Folder with all keys and certificates, in the cache. */
export function pkiFolder(): Promise<string> {
  return cached('pki', format, makePki);
}

/** Copies the certificates of a host into its /etc/pki, where libvirt looks for them. */
export async function installServer(etc: string, number: number, kind: ServerCertificate): Promise<void> {
  const from = await pkiFolder();
  const libvirt = join(etc, 'pki/libvirt');
  mkdirSync(join(libvirt, 'private'), { recursive: true });
  mkdirSync(join(etc, 'pki/CA'), { recursive: true });
  copyFileSync(join(from, 'ca.pem'), join(etc, 'pki/CA/cacert.pem'));
  copyFileSync(join(from, `server-${number}-${kind}.pem`), join(libvirt, 'servercert.pem'));
  copyFileSync(join(from, `server-${number}.key`), join(libvirt, 'private/serverkey.pem'));
  // The host is also a client of its peers, in migrations.
  copyFileSync(join(from, `server-${number}-good.pem`), join(libvirt, 'clientcert.pem'));
  copyFileSync(join(from, `server-${number}.key`), join(libvirt, 'private/clientkey.pem'));
}

const clientFiles: Record<ClientCertificate, { ca?: string; cert?: string; key?: string }> = {
  good: { ca: 'ca', cert: 'client-good', key: 'client' },
  expired: { ca: 'ca', cert: 'client-expired', key: 'client' },
  'foreign-client': { ca: 'ca', cert: 'client-foreign', key: 'client' },
  'foreign-ca': { ca: 'foreign', cert: 'client-good', key: 'client' },
  'no-ca': { cert: 'client-good', key: 'client' },
  'no-cert': { ca: 'ca', key: 'client' },
  'no-key': { ca: 'ca', cert: 'client-good' },
  mismatch: { ca: 'ca', cert: 'client-good', key: 'other' },
  garbage: {},
};

/** Makes a `pkipath` folder of each kind below `folder`. */
export async function installClients(folder: string): Promise<void> {
  const from = await pkiFolder();
  for (const kind of clientCertificates) {
    const to = join(folder, kind);
    mkdirSync(to, { recursive: true });
    const { ca, cert, key } = clientFiles[kind];
    if (ca) copyFileSync(join(from, `${ca}.pem`), join(to, 'cacert.pem'));
    if (cert) copyFileSync(join(from, `${cert}.pem`), join(to, 'clientcert.pem'));
    if (key)
      writeFileSync(join(to, 'clientkey.pem'), readFileSync(join(from, `${key}.key`)), { mode: 0o600 });
    if (kind !== 'garbage') continue;
    for (const file of ['cacert.pem', 'clientcert.pem', 'clientkey.pem']) {
      writeFileSync(join(to, file), 'this is no certificate\n', { mode: 0o600 });
    }
  }
}
