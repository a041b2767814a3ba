import type { HostFacts } from '../../contract/index.ts';
import type { HostInfo } from '../libvirt/operations/host.ts';

/**
 * What the renderer knows of a host.
 * @param hostname its name, as far as it is known already
 */
export function toHostFacts(info: HostInfo, hostname: string): HostFacts {
  return {
    hostname,
    uri: info.uri,
    driver: info.driver,
    libvirtVersion: versionText(info.libvirtVersion) ?? 'unknown',
    hypervisorVersion: versionText(info.hypervisorVersion),
    encrypted: info.encrypted,
    secure: info.secure,
    cpus: info.cpus ?? 0,
    cpuModel: info.arch ?? '',
    memoryKiB: info.memoryKiB ?? 0,
    arch: info.arch ?? '',
  };
}

/** libvirt's version numbers are major * 1 000 000 + minor * 1 000 + release. */
export function versionText(version: number | null): string | null {
  if (version === null) return null;
  return `${Math.floor(version / 1e6)}.${Math.floor(version / 1e3) % 1e3}.${version % 1e3}`;
}
