import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWN_NAMESPACES } from '../../../model/xml/namespaces.ts';
import { type GuestWish, guestXml, type Host } from '../../hosts/index.ts';

/** A machine as somebody might really have it. */
interface Wish extends GuestWish {
  readonly title?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly state?: 'running' | 'paused';
  readonly autostart?: boolean;
}

const network = { networks: ['default'], agent: true };

/** What runs on each host of the laboratory. Few run really: they are emulated. */
export const MACHINES: Readonly<Record<string, readonly Wish[]>> = {
  hv1: [
    { name: 'web1', state: 'running', tags: ['web'], autostart: true, description: 'Front end', ...network },
    { name: 'db1', state: 'running', tags: ['db'], autostart: true, description: 'Orders', ...network },
    { name: 'build-agent', title: 'Build agent', state: 'paused', tags: ['ci'], vcpus: 2 },
    { name: 'mail', autostart: true, memory: 128 },
    { name: 'legacy-crm', cdrom: '/srv/iso/legacy-crm.iso' },
  ],
  hv2: [
    { name: 'web2', state: 'running', tags: ['web'], autostart: true, ...network },
    { name: 'db2', state: 'paused', tags: ['db'], memory: 256, vcpus: 2 },
    { name: 'gitlab', title: 'GitLab', tags: ['ci'], memory: 512, vcpus: 4 },
  ],
  hv3: [{ name: 'backup', state: 'paused', tags: ['backup'], autostart: true }, { name: 'archive' }],
};

/** Defines the machines of a host and brings them into their states. */
export async function furnishMachines(host: Host): Promise<void> {
  for (const wish of MACHINES[host.name] ?? []) {
    await host.define(machineXml(wish));
    if (wish.autostart) await host.virsh(['autostart', wish.name]);
    if (wish.state) await host.virsh(['start', wish.name, ...(wish.state === 'paused' ? ['--paused'] : [])]);
  }
}

function machineXml(wish: Wish): string {
  const { name, title, description, tags } = wish;
  const more = [
    title && `<title>${title}</title>`,
    description && `<description>${description}</description>`,
    tags &&
      `<metadata><v:virtdeck xmlns:v='${KNOWN_NAMESPACES.virtdeck}'>${tags.map((tag) => `<v:tag>${tag}</v:tag>`).join('')}</v:virtdeck></metadata>`,
  ];
  return guestXml(wish).replace(
    `<name>${name}</name>`,
    `<name>${name}</name>${more.filter(Boolean).join('')}`,
  );
}

/** The path, on the host, of a description for libvirt's test driver. */
const DEMO_FILE = '/var/lib/libvirt/demo.xml';

/** A host of the test driver whose machines have no display that can be shown, or none at all. Gives its URI. */
export function furnishDemoHost(host: Host): string {
  return simulate(host, [
    simulated('desktop1', '', "<graphics type='spice' port='5901' listen='127.0.0.1'/>"),
    simulated('desktop2', '', "<graphics type='vnc' port='5999' listen='127.0.0.1'/>"),
    simulated('sensor'),
  ]);
}

/** Names that others may give their machines: long, written the other way, with what nobody sees, or like a page. */
const HOSTILE_NAMES = {
  long: `long-${'x'.repeat(1000)}`,
  turned: 'fdp.\u202ehctiws\u202c-\u05e9\u05dc\u05d5\u05dd',
  unseen: `a\u200b\u200b\u200bb\u2060${'\u0301'.repeat(40)}`,
  markup: '&lt;img src=x onerror=alert(1)&gt;&lt;b&gt;bold&lt;b&gt;',
};

/** A host of the test driver whose machines have such names, and as bad titles. Gives its URI. */
export function furnishHostileHost(host: Host): string {
  const { long, turned, unseen, markup } = HOSTILE_NAMES;
  return simulate(host, [
    simulated(long),
    simulated(turned),
    simulated(unseen),
    simulated(markup),
    simulated('plain', `${'A title of many words '.repeat(60)}${turned}`),
  ]);
}

function simulated(name: string, title = '', devices = ''): string {
  return `<domain type='test'><name>${name}</name>${title && `<title>${title}</title>`}
    <memory unit='MiB'>2048</memory><vcpu>2</vcpu><os><type arch='x86_64'>hvm</type></os>
    <devices>${devices}</devices></domain>`;
}

/** Describes a host of the test driver. Gives its URI. */
function simulate(host: Host, domains: readonly string[]): string {
  writeFileSync(
    join(host.folder, DEMO_FILE),
    `<node><cpu><mhz>2600</mhz><model>x86_64</model><active>8</active><nodes>1</nodes><sockets>1</sockets>
    <cores>4</cores><threads>2</threads></cpu><memory>16777216</memory>${domains.join('\n')}</node>`,
  );
  return `test+ssh://root@${host.name}${DEMO_FILE}`;
}
