import { Capabilities } from '../../../model/index.ts';
import { type Check, passed, skipped } from '../check.ts';
import { installDaemon } from '../systems.ts';

/** Whether the host can run machines at all, and which. */
export const capabilities: Check = {
  id: 'capabilities',
  title: 'Capabilities',
  limitMs: 30_000,
  needs: ['connection'],
  applies: () => true,
  async run(patient, { signal }) {
    const agent = patient.opened?.agent;
    if (!agent) return skipped('The connection is not open.');
    const read = Capabilities.parse(await agent.call('capabilities', {}, { signal }));
    patient.capabilities = read;
    const kinds = new Map<string, Set<string>>();
    for (const guest of read.guests) {
      const types = kinds.get(guest.osType ?? '') ?? new Set<string>();
      types.add(guest.arch ?? '');
      kinds.set(guest.osType ?? '', types);
    }
    if (kinds.size === 0) {
      const survey = await patient.survey();
      return {
        status: 'failed',
        message: 'libvirt finds nothing on the host that could run machines.',
        remedies: installDaemon(survey?.family ?? null, patient.parts?.driver ?? 'qemu', patient.place),
      };
    }
    const facts = [...kinds].map(([type, archs]) => ({
      label: type === 'hvm' ? 'Full virtualization' : type === 'exe' ? 'Containers' : type,
      value: [...archs].slice(0, 12).join(', '),
    }));
    const { arch, model } = read.host.cpu;
    return passed(`The host is ${arch ?? 'of an unknown architecture'}${model ? ` (${model})` : ''}.`, facts);
  },
};
