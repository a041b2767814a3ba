import { findClientLibrary } from '../../hypervisor/clientLibrary.ts';
import { type Check, passed, skipped } from '../check.ts';
import { installDaemon } from '../systems.ts';

/** Which versions of libvirt and of the hypervisor there are. */
export const versions: Check = {
  id: 'versions',
  title: 'Versions',
  limitMs: 8_000,
  needs: ['connection'],
  applies: () => true,
  async run(patient) {
    const host = patient.opened?.host;
    if (!host) return skipped('The connection is not open.');
    const { version } = await findClientLibrary();
    const facts = [
      { label: 'libvirt here', value: version ?? 'unknown' },
      { label: 'libvirt on the host', value: host.libvirtVersion },
      { label: host.driver, value: host.hypervisorVersion ?? 'unknown' },
    ];
    if (host.driver === 'QEMU' && host.hypervisorVersion === null) {
      const survey = await patient.survey();
      return {
        status: 'failed',
        message: 'libvirt finds no QEMU on the host that it could start.',
        facts,
        remedies: installDaemon(survey?.family ?? null, 'qemu', patient.place),
      };
    }
    const hypervisor = host.hypervisorVersion === null ? '' : `, ${host.driver} ${host.hypervisorVersion}`;
    return passed(`libvirt ${host.libvirtVersion}${hypervisor}.`, facts);
  },
};
