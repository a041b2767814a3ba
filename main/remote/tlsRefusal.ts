import { type ApiError, apiError } from '../../contract/index.ts';
import type { UriParts } from '../../model/index.ts';
import { day, nameOf, type TlsCheck, type TlsProblem } from './tlsFiles.ts';
import { probeTls, type TlsProbe } from './tlsProbe.ts';

const DEFAULT_PORT = 16514;

/** The first thing that makes connecting useless; null: there is none. */
export function refusalOfFiles(check: TlsCheck): ApiError | null {
  const problem = check.problems.find((one) => one.severity === 'error');
  return problem ? apiError('authentication', problem.message, problem.hint) : null;
}

/** Whether libvirt's words are about certificates, so that looking closer may help. */
export function isTlsRefusal(words: string): boolean {
  return /certificate|TLS|handshake|gnutls/i.test(words);
}

/** Explains in a sentence why TLS failed; null: what libvirt said is all that is known. */
export async function explainTls(
  parts: UriParts,
  name: string,
  check: TlsCheck,
  now: Date = new Date(),
): Promise<ApiError | null> {
  const probe = await probeTls(parts.host, parts.port ?? DEFAULT_PORT, check);
  if (!probe) return null;
  return explainServer(parts, name, check, probe, now) ?? explainClient(name, check, probe);
}

/** What is wrong with what the host shows. */
function explainServer(
  parts: UriParts,
  name: string,
  check: TlsCheck,
  { server, known, named }: TlsProbe,
  now: Date,
): ApiError | null {
  if (!server) return null;
  const to = new Date(server.validTo);
  const from = new Date(server.validFrom);
  if (now > to) {
    return apiError(
      'authentication',
      `The certificate of ${name} expired on ${day(to)}.`,
      'Its administrator has to install a new one (servercert.pem) and restart the daemon.',
    );
  }
  if (now < from) {
    return apiError(
      'authentication',
      `The certificate of ${name} is valid only from ${day(from)} on.`,
      'Check the clocks of this machine and of the host.',
    );
  }
  if (!known) {
    return apiError(
      'authentication',
      `The certificate of ${name} was issued by "${nameOf(server.issuer)}", an authority that is not the one in ${check.files.ca} ("${nameOf(check.authorities[0]?.subject)}"). Somebody may be pretending to be the host.`,
      'Get the certificate of the right authority from the host’s administrator, and name its folder with pkipath=.',
    );
  }
  if (named) return null;
  const names = namesOf(server.subjectAltName, server.subject);
  return apiError(
    'authentication',
    `The certificate of ${name} is not for "${parts.host}" but for ${names}.`,
    `Connect by one of these names, or have a certificate made with the name ${parts.host}.`,
  );
}

/** The host's certificate is right: then it is ours that the host refuses. */
function explainClient(name: string, check: TlsCheck, probe: TlsProbe): ApiError | null {
  if (probe.accepted) return null;
  const { client, files, problems } = check;
  if (!client) {
    const note = problems.find((one: TlsProblem) => one.severity === 'note');
    return apiError(
      'authentication',
      `${name} wants to see a client certificate, and there is none to show${note ? `: ${note.file} is missing` : ''}.`,
      note?.hint,
    );
  }
  const dn = nameOf(client.certificate.subject);
  if (probe.alert !== null && /UNKNOWN_CA/i.test(probe.alert)) {
    return apiError(
      'authentication',
      `${name} does not know the authority that issued ${files.certificate} ("${nameOf(client.certificate.issuer)}").`,
      'Take a certificate of the authority that the host has in its cacert.pem.',
    );
  }
  return apiError(
    'authentication',
    `${name} does not let in whoever shows the certificate "${dn}" (${files.certificate}).`,
    `On the host, tls_allowed_dn_list in /etc/libvirt/libvirtd.conf (or virtproxyd.conf) has to name "${dn}", and cacert.pem there has to be the authority "${nameOf(client.certificate.issuer)}".`,
  );
}

/** "hv1, 198.18.1.11 and 3 more" */
function namesOf(alternatives: string | undefined, subject: string): string {
  const listed = (alternatives ?? '')
    .split(', ')
    .map((one) => one.replace(/^(DNS|IP Address):/, ''))
    .filter((one) => one !== '');
  const names = listed.length > 0 ? listed : [/CN=([^\n]+)/.exec(subject)?.[1] ?? 'nobody'];
  const shown = names.slice(0, 4).map((one) => `"${one}"`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
