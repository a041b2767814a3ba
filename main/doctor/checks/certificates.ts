import { isOn, shellCommand } from '../../../model/index.ts';
import { checkTlsFiles, tlsFilesOf } from '../../remote/tlsFiles.ts';
import { type Check, command, type Finding, passed, skipped } from '../check.ts';
import type { Patient } from '../patient.ts';

const SOON_MS = 30 * 86_400_000;

/** Whether the files that TLS needs on this machine are there, readable, in date and fit together. */
export const certificates: Check = {
  id: 'certificates',
  title: 'Certificates on this machine',
  limitMs: 5_000,
  needs: ['address'],
  applies: (patient) => patient.way === 'tls',
  async run(patient) {
    if (!patient.parts) return skipped('The address is not known.');
    patient.tls = await checkTlsFiles(await tlsFilesOf(patient.parts));
    return judge(patient);
  },
};

function judge({ tls, parts }: Patient): Finding {
  if (!tls || !parts) return skipped('The address is not known.');
  const { files, problems, client } = tls;
  const facts = [
    { label: 'Authority', value: files.ca },
    { label: 'Client certificate', value: files.certificate },
    { label: 'Private key', value: files.key },
  ];
  const errors = problems.filter((one) => one.severity === 'error');
  const [first = null] = errors.length > 0 ? errors : problems;
  if (errors.length > 0) {
    return {
      status: 'failed',
      message: errors.map((one) => one.message).join(' '),
      hint: first?.hint ?? null,
      facts,
      remedies: [
        command(
          'Make a new set',
          shellCommand(
            'virtdeck',
            '--make-certificates',
            'FOLDER',
            '--server',
            parts.host,
            '--client',
            'NAME',
          ),
        ),
      ],
    };
  }
  if (first) {
    return {
      status: 'warning',
      message: problems.map((one) => one.message).join(' '),
      hint: first.hint,
      facts,
    };
  }
  const ends = client ? Date.parse(client.certificate.validTo) : Number.POSITIVE_INFINITY;
  if (ends - Date.now() < SOON_MS) {
    const day = new Date(ends).toISOString().slice(0, 10);
    return { status: 'warning', message: `The client certificate is only good until ${day}.`, facts };
  }
  return passed(
    isOn(parts, 'no_verify')
      ? 'The files are there and fit together; who answers is not checked (no_verify).'
      : 'The files are there, readable, in date and fit together.',
    facts,
  );
}
