import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import {
  apiError,
  type CertificateStep,
  type CertificateWish,
  type MadeCertificates,
} from '../../contract/index.ts';
import { checkAuthority, type Issued, issue, makeAuthority } from './issue.ts';
import { type AlternativeName, alternativeName, commonName, folderName } from './names.ts';
import { clientStep, serverStep } from './steps.ts';

/** Files that were written in this run, to be taken away again when it fails. */
type Written = string[];

interface Server {
  readonly first: string;
  readonly names: readonly AlternativeName[];
  readonly folder: string;
}

/**
 * Makes an authority (or uses the one in the folder), and a key and certificate for each server and client,
 * under the names that libvirt wants. Nothing that exists is overwritten; when it fails nothing new is left.
 *
 * @param bits size of the keys; tests take smaller ones
 * @throws ApiError invalid for names, exists where files are there already, conflict for an unfit authority
 */
export async function makeCertificates(
  wish: CertificateWish & { folder: string },
  bits?: number,
): Promise<MadeCertificates> {
  const { folder, days } = wish;
  if (!isAbsolute(folder)) throw apiError('invalid', `The folder "${folder}" is not an absolute path.`);
  const servers = wish.servers.map(({ names }) => planServer(names, folder));
  const clients = wish.clients.map((name) => {
    const common = commonName(name);
    return { name: common, folder: join(folder, 'clients', folderName(common)) };
  });
  refuseTwins([...servers, ...clients].map((one) => one.folder));
  // Before the work, which takes seconds.
  for (const one of servers) refuseExisting(join(one.folder, 'serverkey.pem'));
  for (const one of clients) refuseExisting(join(one.folder, 'clientkey.pem'));
  const written: Written = [];
  try {
    const { authority, found } = await authorityOf(folder, written, bits);
    const steps: CertificateStep[] = [];
    for (const { first, names, folder: place } of servers) {
      const issued = await issue(
        authority,
        { commonName: first.slice(0, 64), use: 'server', names, days },
        bits,
      );
      await put(written, place, 'server', authority, issued);
      steps.push(serverStep(first, place));
    }
    for (const { name, folder: place } of clients) {
      const issued = await issue(authority, { commonName: name, use: 'client', names: [], days }, bits);
      await put(written, place, 'client', authority, issued);
      steps.push(clientStep(name, place));
    }
    return { folder, authorityUsedAgain: found, files: written, steps };
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true })));
    throw error;
  }
}

function planServer(texts: readonly string[], folder: string): Server {
  const names = texts.map(alternativeName);
  const first = names[0]?.value ?? '';
  return { first, names, folder: join(folder, 'servers', folderName(first)) };
}

function refuseTwins(folders: readonly string[]): void {
  const twin = folders.find((folder, index) => folders.indexOf(folder) !== index);
  if (twin !== undefined) throw apiError('invalid', `Two of them would be in the same folder, ${twin}.`);
}

async function authorityOf(
  folder: string,
  written: Written,
  bits: number | undefined,
): Promise<{ authority: Issued; found: boolean }> {
  const place = join(folder, 'ca');
  const paths = { certificate: join(place, 'cacert.pem'), key: join(place, 'cakey.pem') };
  const [certificate, key] = await Promise.all([readIfThere(paths.certificate), readIfThere(paths.key)]);
  if (certificate !== null && key !== null) {
    checkAuthority({ certificate, key }, place);
    return { authority: { certificate, key }, found: true };
  }
  if (certificate !== null || key !== null) {
    throw apiError(
      'conflict',
      `${place} has only one of cacert.pem and cakey.pem.`,
      'Bring the other one back, or choose another folder.',
    );
  }
  const authority = await makeAuthority(`Virtdeck authority ${new Date().toISOString().slice(0, 10)}`, bits);
  await makeFolder(place);
  await write(written, paths.key, authority.key, 0o600);
  await write(written, paths.certificate, authority.certificate, 0o644);
  return { authority, found: false };
}

function refuseExisting(path: string): void {
  if (existsSync(path)) throw alreadyThere(path);
}

/** Writes the authority's certificate, the own one and the key; the folder fits as `pkipath` as it is. */
async function put(
  written: Written,
  folder: string,
  kind: 'server' | 'client',
  authority: Issued,
  issued: Issued,
): Promise<void> {
  await makeFolder(folder);
  await write(written, join(folder, `${kind}key.pem`), issued.key, 0o600);
  await write(written, join(folder, `${kind}cert.pem`), issued.certificate, 0o644);
  await write(written, join(folder, 'cacert.pem'), authority.certificate, 0o644);
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileError(folder, error);
  }
}

async function write(written: Written, path: string, text: string, mode: number): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx', mode });
    written.push(path);
  } catch (error) {
    throw fileError(path, error);
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw fileError(path, error);
  }
}

function alreadyThere(path: string): Error {
  return apiError(
    'exists',
    `${path} is there already, and is not overwritten.`,
    'Choose another name or folder, or take the old file away.',
  );
}

function fileError(path: string, error: unknown): Error {
  switch (codeOf(error)) {
    case 'EEXIST':
      return alreadyThere(path);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return apiError('denied', `${path} cannot be read or written by this user.`, 'Choose another folder.');
    case 'ENOSPC':
    case 'EDQUOT':
      return apiError('no-space', `There is no space for ${path}.`);
    default:
      return error instanceof Error ? error : new Error(String(error));
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
