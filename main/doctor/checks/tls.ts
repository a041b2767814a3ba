import { isOn } from '../../../model/index.ts';
import { day } from '../../remote/tlsFiles.ts';
import { probeTls, type TlsProbe } from '../../remote/tlsProbe.ts';
import { explainTls } from '../../remote/tlsRefusal.ts';
import { type Check, type Finding, passed, skipped } from '../check.ts';
import type { Patient } from '../patient.ts';

const SOON_MS = 30 * 86_400_000;

/** Whether both sides take each other's certificates. */
export const tls: Check = {
  id: 'tls',
  title: 'TLS handshake',
  limitMs: 12_000,
  needs: ['address', 'name', 'port', 'certificates'],
  applies: (patient) => patient.way === 'tls',
  async run(patient) {
    const { parts, tls: files, port, name } = patient;
    if (!parts || !files || port === null) return skipped('The address is not known.');
    const probe = await probeTls(parts.host, port, files);
    if (!probe) {
      return {
        status: 'failed',
        message: `What listens on port ${port} of ${parts.host} does not speak TLS, or does not answer.`,
        hint: 'Check that it is libvirt which listens there, and restart it on the host.',
      };
    }
    const facts = factsOf(probe);
    const unchecked = isOn(parts, 'no_verify');
    const trusted = probe.known && probe.named && inDate(probe);
    if (probe.accepted && (trusted || unchecked)) return accepted(patient, probe, facts, trusted);
    const why = await explainTls(parts, name, files);
    if (!why) {
      return {
        status: 'failed',
        message: `${name} ended the handshake${probe.alert === null ? '' : ` (${probe.alert})`}.`,
        facts,
      };
    }
    return { status: 'failed', message: why.message, hint: why.hint ?? null, facts };
  },
};

function accepted(
  { name }: Patient,
  { server }: TlsProbe,
  facts: { label: string; value: string }[],
  trusted: boolean,
): Finding {
  if (!trusted) {
    return {
      status: 'warning',
      message: `${name} takes our certificate, but its own would not be trusted (no_verify).`,
      facts,
    };
  }
  const ends = server ? Date.parse(server.validTo) : 0;
  if (ends - Date.now() < SOON_MS) {
    return {
      status: 'warning',
      message: `The certificate of ${name} is only good until ${day(new Date(ends))}.`,
      facts,
    };
  }
  return passed(`${name} and this machine take each other's certificates.`, facts);
}

function inDate({ server }: TlsProbe): boolean {
  const now = Date.now();
  return server !== null && Date.parse(server.validFrom) <= now && now <= Date.parse(server.validTo);
}

function factsOf({ server }: TlsProbe): { label: string; value: string }[] {
  if (!server) return [];
  const names = (server.subjectAltName ?? server.subject).replaceAll(/(DNS|IP Address):/g, '');
  return [
    { label: "The host's certificate is for", value: names.slice(0, 300) },
    { label: 'It is good until', value: day(new Date(server.validTo)) },
  ];
}
