import { randomUUID } from 'node:crypto';
import type { CloudInit } from '../../../contract/index.ts';
import { checkUserData, checkYaml, type Findings, invalid } from './cloudChecks.ts';
import { cloudConfig } from './cloudConfig.ts';
import { networkConfig } from './cloudNetwork.ts';
import { checkedHostname, hostnameOf } from './hostNames.ts';
import { buildIso } from './iso.ts';
import { SEED_LABEL } from './seedDisk.ts';
import { toYaml } from './yaml.ts';

export interface SeedOptions {
  readonly machineName: string;
  /** MAC of the machine's first card, as it will be defined; null: libvirt chooses it. Needed for fixed addresses of guests with several cards. */
  readonly mac?: string | null;
  /** libosinfo's distro of the system: "debian"; null: unknown. */
  readonly distro?: string | null;
}

/** What cloud-init reads from a NoCloud disk. */
export interface SeedDocuments {
  readonly userData: string;
  readonly metaData: string;
  /** Null: none. */
  readonly networkConfig: string | null;
}

/**
 * The documents for a machine. Each time with another instance id: to cloud-init that is another machine.
 * @throws ApiError `invalid`, which names what cannot be
 */
export function seedDocuments(
  cloudInit: Exclude<CloudInit, { kind: 'none' }>,
  { machineName, mac = null, distro = null }: SeedOptions,
): SeedDocuments {
  if (cloudInit.kind === 'raw') {
    const { problem } = examineCloudInit(cloudInit);
    if (problem !== null) throw invalid(problem);
    const { userData, metaData, networkConfig: network } = cloudInit;
    return {
      userData: withNewline(userData),
      metaData: metaData.trim() === '' ? newMetaData(hostnameOf(machineName)) : withNewline(metaData),
      networkConfig: network.trim() === '' ? null : withNewline(network),
    };
  }
  const hostname = cloudInit.hostname === '' ? hostnameOf(machineName) : checkedHostname(cloudInit.hostname);
  return {
    userData: cloudConfig(cloudInit, hostname, distro),
    metaData: newMetaData(hostname),
    networkConfig: networkConfig(cloudInit.network, mac),
  };
}

/** A disk image that gives cloud-init its documents (data source NoCloud). */
export function buildSeed(cloudInit: Exclude<CloudInit, { kind: 'none' }>, options: SeedOptions): Uint8Array {
  const { userData, metaData, networkConfig: network } = seedDocuments(cloudInit, options);
  const files = [
    { name: 'user-data', bytes: Buffer.from(userData) },
    { name: 'meta-data', bytes: Buffer.from(metaData) },
    ...(network === null ? [] : [{ name: 'network-config', bytes: Buffer.from(network) }]),
  ];
  return buildIso({ volumeId: SEED_LABEL, files });
}

/** What is wrong with it, without making anything. */
export function examineCloudInit(cloudInit: CloudInit, options?: SeedOptions): Findings {
  if (cloudInit.kind === 'none') return { problem: null, warnings: [] };
  if (cloudInit.kind === 'form') return examineForm(cloudInit, options ?? { machineName: 'machine' });
  const found = [
    checkUserData(cloudInit.userData),
    checkYaml('meta-data', cloudInit.metaData),
    checkYaml('network-config', cloudInit.networkConfig),
  ];
  return {
    problem: found.find((one) => one.problem !== null)?.problem ?? null,
    warnings: found.flatMap((one) => one.warnings),
  };
}

function examineForm(form: Extract<CloudInit, { kind: 'form' }>, options: SeedOptions): Findings {
  try {
    // Hashing takes long and is not what can go wrong.
    const users = form.users.map((user) => ({ ...user, password: null }));
    seedDocuments({ ...form, users }, options);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error), warnings: [] };
  }
  const nobody = form.users.every((user) => user.password === null && user.sshKeys.length === 0);
  const words =
    'Nobody can sign in: no user has an ssh key or a password. Most images let nobody in without.';
  return { problem: null, warnings: nobody ? [words] : [] };
}

function newMetaData(hostname: string): string {
  return toYaml({ 'instance-id': `iid-${randomUUID()}`, 'local-hostname': hostname });
}

function withNewline(text: string): string {
  const plain = text.replaceAll('\r\n', '\n');
  return plain.endsWith('\n') ? plain : `${plain}\n`;
}
