import { attemptOpen } from '../../hypervisor/attempt.ts';
import { type Check, type Finding, passed, skipped } from '../check.ts';

/** How long the host may take to tell its name, in ms: two name servers that do not answer, each asked twice. */
const NAME_LIMIT_MS = 22_000;
const SLOW_NAME_S = 2;

function slowName(seconds: number): string {
  return (
    `The host took ${seconds} s to find out its own name, because no name server answered; migrations wait for it. ` +
    'Give the name an address in /etc/hosts there.'
  );
}

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
    const nameSeconds = Math.round((performance.now() - asked) / 1000);
    const facts = [
      { label: 'Canonical address', value: host.uri },
      ...(hostname ? [{ label: 'Host name', value: hostname }] : []),
    ];
    const finding: Finding = passed(
      `libvirt has opened ${patient.name}${patient.readOnly ? ' read-only' : ''}.`,
      facts,
    );
    const warnings = [...way.warnings, ...(nameSeconds >= SLOW_NAME_S ? [slowName(nameSeconds)] : [])];
    return warnings.length === 0
      ? finding
      : { status: 'warning', message: `${finding.message} ${warnings.join(' ')}`, facts };
  },
};
