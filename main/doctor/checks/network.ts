import type { Remedy } from '../../../contract/index.ts';
import { type Check, command, type Finding, passed, skipped, virsh } from '../check.ts';
import type { Patient } from '../patient.ts';
import { install } from '../systems.ts';

/** Whether there is a network that new machines can use. */
export const network: Check = {
  id: 'network',
  title: 'Default network',
  limitMs: 15_000,
  needs: ['connection'],
  applies: ({ way }) => way !== 'own',
  async run(patient, { signal }) {
    const agent = patient.opened?.agent;
    if (!agent) return skipped('The connection is not open.');
    if (patient.ofUser) {
      return skipped(
        'Machines of the user session have a network of their own (user mode): none has to be set up.',
      );
    }
    const networks = await agent.call('listNetworks', {}, { signal });
    const active = networks.filter((one) => one.active).map((one) => one.name);
    const usual = networks.find((one) => one.name === 'default');
    if (usual?.active) {
      if (usual.autostart) return passed('The network "default" is started.');
      return {
        status: 'warning',
        message: 'The network "default" is started, but will not be after the host starts again.',
        remedies: [virsh(patient, 'Start it with the host', 'net-autostart default')],
      };
    }
    const others = active.length > 0 ? ` Machines can use ${active.join(', ')}.` : '';
    return usual ? stopped(patient, others) : missing(patient, others);
  },
};

function stopped(patient: Patient, others: string): Finding {
  return {
    status: others === '' ? 'failed' : 'warning',
    message: `The network "default" is not started.${others}`,
    remedies: [
      virsh(patient, 'Start it', 'net-start default'),
      virsh(patient, 'Start it with the host', 'net-autostart default'),
    ],
  };
}

async function missing(patient: Patient, others: string): Promise<Finding> {
  const survey = await patient.survey();
  const file = '/usr/share/libvirt/networks/default.xml';
  const define = command(
    'Define and start it',
    `sudo virsh net-define ${file} && sudo virsh net-start default && sudo virsh net-autostart default`,
    patient.place,
  );
  const remedies: Remedy[] = [
    define,
    ...install(
      survey?.family ?? null,
      `Where ${file} is missing, install it`,
      {
        debian: 'libvirt-daemon-config-network',
        fedora: 'libvirt-daemon-config-network',
        suse: 'libvirt-daemon-config-network',
        arch: 'libvirt dnsmasq',
      },
      patient.place,
    ),
  ];
  return {
    status: others === '' ? 'failed' : 'warning',
    message: `There is no network "default"${others === '' ? ', and no other one that is started' : ''}.${others}`,
    hint: 'It gives machines addresses and a way out. Machines on a bridge of the host do not need it.',
    remedies,
  };
}
