import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { shellCommand, shellQuote } from '../../../model/index.ts';
import { sshConfigOf } from '../../remote/sshProgram.ts';
import { sshTargetOf } from '../../remote/sshTarget.ts';
import { type Check, command, passed, skipped } from '../check.ts';

/** Whether the host's name leads to an address. */
export const name: Check = {
  id: 'name',
  title: 'Name of the host',
  limitMs: 10_000,
  needs: ['address'],
  applies: (patient) => patient.remote,
  async run(patient) {
    const target = patient.way === 'ssh' && patient.parts ? sshTargetOf(patient.parts) : null;
    if (target) patient.sshConfig = await sshConfigOf(target).catch(() => null);
    if (patient.sshConfig?.proxied) {
      return skipped('ssh goes through another host or program: the name is looked up there, not here.');
    }
    const { host } = patient;
    const real = host === patient.parts?.host ? '' : ` (ssh's name for ${patient.parts?.host})`;
    if (isIP(host.replace(/%.*$/, '')) !== 0) return passed(`${host}${real} is an address already.`);
    try {
      const found = await lookup(host, { all: true });
      return passed(`${host}${real} is ${found.map((one) => one.address).join(', ')}.`);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EAI_AGAIN') {
        return {
          status: 'failed',
          message: `The name service does not answer, so that the address of ${host}${real} is not known.`,
          hint: 'Check the network connection of this machine and its name servers.',
          remedies: [
            command('See which name servers are asked', 'resolvectl status || cat /etc/resolv.conf'),
          ],
        };
      }
      return {
        status: 'failed',
        message: `Nobody knows the address of ${host}${real}.`,
        hint: 'Check the spelling; a host that no name server knows can be written into /etc/hosts.',
        remedies: [
          command('Ask for it by hand', shellCommand('getent', 'hosts', host)),
          command('Write it down', `echo ${shellQuote(`ADDRESS ${host}`)} | sudo tee -a /etc/hosts`),
        ],
      };
    }
  },
};
