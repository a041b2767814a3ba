import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../remote/command.ts';
import { command, type Finding, passed } from './check.ts';
import { localFamily } from './localFamily.ts';
import { install } from './systems.ts';

/** The plug-in of Cyrus SASL for each mechanism. */
const PLUGINS: readonly (readonly [mechanism: RegExp, file: string])[] = [
  [/^DIGEST-MD5$/i, 'libdigestmd5.so'],
  [/^SCRAM-/i, 'libscram.so'],
  [/^(GSSAPI|GSS-SPNEGO)$/i, 'libgssapiv2.so'],
  [/^PLAIN$/i, 'libplain.so'],
  [/^CRAM-MD5$/i, 'libcrammd5.so'],
];

/**
 * Whether this machine knows one of the mechanisms that a daemon offers, and has what it needs to use it.
 * @param folders where plug-ins are; tests say
 */
export async function missingMechanisms(
  offered: readonly string[],
  folders?: readonly string[],
): Promise<Finding> {
  const files = await plugins(folders ?? (await pluginFolders()));
  const usable = offered.filter((name) =>
    PLUGINS.some(([mechanism, file]) => mechanism.test(name) && files.has(file)),
  );
  const facts = [{ label: 'It offers', value: offered.join(', ') }];
  if (usable.length === 0) {
    return {
      status: 'failed',
      message: `The daemon asks for SASL by ${offered.join(', ')}, of which this machine knows none.`,
      facts,
      remedies: install(await localFamily(), 'Install it', {
        debian: 'libsasl2-modules libsasl2-modules-gssapi-mit',
        fedora: 'cyrus-sasl-md5 cyrus-sasl-scram cyrus-sasl-gssapi',
        suse: 'cyrus-sasl-digestmd5 cyrus-sasl-scram cyrus-sasl-gssapi',
        arch: 'libsasl',
      }),
    };
  }
  const passwords = usable.filter((name) => !/^GSS/i.test(name));
  if (passwords.length > 0)
    return passed(`The daemon asks for user and password (${usable.join(', ')}).`, facts);
  if (await hasTicket()) return passed('The daemon wants a Kerberos ticket, and there is one.', facts);
  return {
    status: 'failed',
    message: 'The daemon wants a Kerberos ticket (GSSAPI), and there is none that is still good.',
    facts,
    remedies: [command('Get one', 'kinit')],
  };
}

async function hasTicket(): Promise<boolean> {
  const result = await runCommand('klist', ['-s'], { timeoutMs: 3_000 }).catch(() => null);
  return result?.code === 0;
}

async function plugins(folders: readonly string[]): Promise<Set<string>> {
  const found = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  // libdigestmd5.so.2.0.25 is as good as the name without a version.
  return new Set(found.flat().map((file) => file.replace(/\.so[.\d]*$/, '.so')));
}

async function pluginFolders(): Promise<string[]> {
  const libraries = await readdir('/usr/lib').catch(() => []);
  const triplets = libraries
    .filter((name) => name.endsWith('-linux-gnu'))
    .map((name) => join('/usr/lib', name));
  return ['/usr/lib64', '/usr/lib', ...triplets].map((folder) => join(folder, 'sasl2'));
}
