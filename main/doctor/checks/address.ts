import { checkUri, hypervisorOf, parseUri, transportOf, type UriParts } from '../../../model/index.ts';
import { resolveAlias } from '../../remote/libvirtConf.ts';
import { type Check, type Finding, passed } from '../check.ts';

/** Whether the URI is one, and what it means. */
export const address: Check = {
  id: 'address',
  title: 'Address',
  limitMs: 3_000,
  needs: [],
  applies: () => true,
  async run(patient) {
    const asked = patient.uri;
    patient.uri = await resolveAlias(asked);
    const { parts, problem } = parseUri(patient.uri);
    if (!parts)
      return { status: 'failed', message: problem, hint: 'A URI looks like qemu+ssh://root@host/system.' };
    patient.parts = parts;
    const alias = patient.uri === asked ? [] : [{ label: `"${asked}" stands for`, value: patient.uri }];
    return { facts: alias, ...judge(parts) };
  },
};

function judge(parts: UriParts): Finding {
  const problems = checkUri(parts);
  const errors = problems.filter((one) => one.severity === 'error');
  if (errors.length > 0) return { status: 'failed', message: errors.map((one) => one.message).join(' ') };
  const dangers = problems.filter((one) => one.severity === 'danger');
  if (dangers.length > 0) return { status: 'warning', message: dangers.map((one) => one.message).join(' ') };
  const what = hypervisorOf(parts)?.label ?? `The driver "${parts.driver}"`;
  const transport = transportOf(parts);
  const where =
    parts.host === '' ? 'on this machine' : `on ${parts.host}, by ${transport?.label ?? 'its own protocol'}`;
  return passed(
    parts.driver === 'test' && parts.host === '' ? `${what}, simulated here.` : `${what} ${where}.`,
  );
}
