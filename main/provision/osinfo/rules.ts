import type { OsDrivers, OsFacts } from '../../../contract/index.ts';

/** What the database does not say, by rules that are documented elsewhere. */
type Rules = Pick<OsFacts, 'requiresTpm' | 'requiresSecureBoot' | 'clock' | 'windows' | 'agentChannels'>;

const WINDOWS = new Set(['winnt', 'win9x', 'win16']);

/** @param id of the system, as in the database */
export function rulesFor(os: { id: string; family: string | null; drivers: OsDrivers }): Rules {
  const windows = os.family !== null && WINDOWS.has(os.family);
  // https://learn.microsoft.com/windows/whats-new/windows-11-requirements: TPM 2.0, and UEFI that can do
  // secure boot. Windows Server asks for neither to be installed.
  const client = /^http:\/\/microsoft\.com\/win\/(\d+)$/.exec(os.id)?.[1];
  const demanding = client !== undefined && Number(client) >= 11 && Number(client) < 95;
  return {
    windows,
    requiresTpm: demanding,
    requiresSecureBoot: demanding,
    // Both take the hardware clock for local time (https://libvirt.org/formatdomain.html#time-keeping).
    clock: windows || os.family === 'solaris' ? 'localtime' : 'utc',
    agentChannels: os.drivers.virtioSerial ? ['org.qemu.guest_agent.0', 'com.redhat.spice.0'] : [],
  };
}
