import { attemptOpen } from '../../hypervisor/attempt.ts';
import { type Check, type Finding, passed, skipped } from '../check.ts';

/** For how long the doctor waits for the host's name, in ms: a name server that does not answer is waited for longer. */
const NAME_LIMIT_MS = 6_000;
const SLOW_NAME_MS = 2_000;
const SLOW_NAME =
  'The host takes seconds to find out its own name, because no name server answers; migrations wait for it. ' +
  'Give the name an address in /etc/hosts there.';

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
    const { host, way, agent } = patient.opened;
    const asked = performance.now();
    const hostname = await agent.call('hostName', {}, { timeoutMs: NAME_LIMIT_MS, signal }).catch(() => null);
    const slow = performance.now() - asked >= SLOW_NAME_MS;
    const facts = [
      { label: 'Canonical address', value: host.uri },
      ...(hostname ? [{ label: 'Host name', value: hostname }] : []),
    ];
    const finding: Finding = passed(
      `libvirt has opened ${patient.name}${patient.readOnly ? ' read-only' : ''}.`,
      facts,
    );
    const warnings = [...way.warnings, ...(slow ? [SLOW_NAME] : [])];
    return warnings.length === 0
      ? finding
      : { status: 'warning', message: `${finding.message} ${warnings.join(' ')}`, facts };
  },
};
