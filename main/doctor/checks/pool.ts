import { type Check, type Finding, passed, skipped, virsh } from '../check.ts';
import type { Patient } from '../patient.ts';

/** Whether there is a storage pool for the disks of new machines. */
export const pool: Check = {
  id: 'pool',
  title: 'Default storage pool',
  limitMs: 15_000,
  needs: ['connection'],
  applies: ({ way }) => way !== 'own',
  async run(patient, { signal }) {
    const agent = patient.opened?.agent;
    if (!agent) return skipped('The connection is not open.');
    const pools = await agent.call('listPools', {}, { signal });
    const active = pools.filter((one) => one.active).map((one) => one.name);
    const others = active.length > 0 ? ` Disks can be kept in ${active.slice(0, 5).join(', ')}.` : '';
    const usual = pools.find((one) => one.name === 'default' || one.name === 'default-pool');
    if (!usual) return missing(patient, others);
    if (!usual.active) return stopped(patient, usual.name, others);
    if (usual.autostart) return passed(`The pool "${usual.name}" is started.`);
    return {
      status: 'warning',
      message: `The pool "${usual.name}" is started, but will not be after the host starts again.`,
      remedies: [virsh(patient, 'Start it with the host', `pool-autostart ${usual.name}`)],
    };
  },
};

function stopped(patient: Patient, name: string, others: string): Finding {
  return {
    status: others === '' ? 'failed' : 'warning',
    message: `The pool "${name}" is not started.${others}`,
    remedies: [
      virsh(patient, 'Start it', `pool-start ${name}`),
      virsh(patient, 'Start it with the host', `pool-autostart ${name}`),
    ],
  };
}

function missing(patient: Patient, others: string): Finding {
  const folder = patient.ofUser ? '"$HOME/.local/share/libvirt/images"' : '/var/lib/libvirt/images';
  const status = others !== '' || patient.ofUser ? 'warning' : 'failed';
  return {
    status,
    message: `There is no storage pool "default"${others === '' ? ', and no other one that is started' : ''}.${others}`,
    hint: 'Virtdeck keeps the disks of new machines in a pool.',
    remedies: [
      virsh(patient, 'Make it', `pool-define-as default dir --target ${folder}`),
      virsh(patient, 'Make its folder', 'pool-build default'),
      virsh(patient, 'Start it', 'pool-start default'),
      virsh(patient, 'Start it with the host', 'pool-autostart default'),
    ],
  };
}
