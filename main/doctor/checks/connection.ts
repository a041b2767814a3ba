import { attemptOpen } from '../../hypervisor/attempt.ts';
import { type Check, type Finding, passed, skipped } from '../check.ts';

/** Opens the connection as Virtdeck does it, with libvirt. */
export const connection: Check = {
  id: 'connection',
  title: 'Connection',
  limitMs: 45_000,
  needs: ['address', 'client', 'name', 'port', 'ssh', 'certificates', 'tls'],
  applies: () => true,
  async run(patient, { signal, waiting }) {
    if (patient.hangs) return { ...skipped('Not tried: the daemon does not answer.'), blocks: true };
    patient.opened = await attemptOpen(patient.deps, {
      connection: patient.id,
      uri: patient.uri,
      readOnly: patient.readOnly,
      name: patient.name,
      signal,
      onWaiting: waiting,
      onStage: () => {},
      onEvent: () => {},
      onExit: () => {},
      onLeaving: () => {},
    });
    const { host, way } = patient.opened;
    const facts = [
      { label: 'Canonical address', value: host.uri },
      { label: 'Host name', value: host.hostname },
    ];
    const finding: Finding = passed(
      `libvirt has opened ${patient.name}${patient.readOnly ? ' read-only' : ''}.`,
      facts,
    );
    return way.warnings.length === 0
      ? finding
      : { status: 'warning', message: `${finding.message} ${way.warnings.join(' ')}`, facts };
  },
};
