import { writeFileSync } from 'node:fs';
import { stableUuid } from './lab/etc.ts';

/** How much a generated host has. */
export interface ScaleOptions {
  domains: number;
  /** Default 10. */
  networks?: number;
  /** Directory pools; default 5. */
  pools?: number;
  /** Volumes of each pool; default 20. */
  volumes?: number;
  /** Share of the domains that run, 0 to 1; default a half. */
  running?: number;
}

const roles = ['web', 'db', 'mail', 'build', 'cache', 'git', 'vpn', 'files', 'monitor', 'desktop'];
const testNamespace = "xmlns:test='http://libvirt.org/schemas/domain/test/1.0'";

/** What libvirt calls "shut off" in its enumeration of states. */
const shutOff = 5;

const pad = (i: number) => String(i).padStart(4, '0');

function mac(i: number, card: number): string {
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  return `52:54:00:${hex(card)}:${hex((i >> 8) & 255)}:${hex(i & 255)}`;
}

/** Running and stopped ones alternate, whatever the share is. */
function runs(i: number, share: number): boolean {
  return Math.floor((i + 1) * share) > Math.floor(i * share);
}

function disksXml(i: number, name: string): string {
  return Array.from({ length: 1 + (i % 3) }, (_, n) => {
    const dev = `vd${String.fromCharCode(97 + n)}`;
    return `      <disk type='file' device='disk'>
        <driver name='qemu' type='qcow2'/>
        <source file='/var/lib/libvirt/images/${name}-${dev}.qcow2'/>
        <target dev='${dev}' bus='virtio'/>
      </disk>
`;
  }).join('');
}

function domainXml(i: number, networks: number, share: number): string {
  const name = `${roles[i % roles.length] ?? 'vm'}-${pad(i)}`;
  const cards = Array.from({ length: 1 + (i % 2) }, (_, card) => {
    const network = networks > 0 ? `net-${pad((i + card) % networks)}` : 'default';
    return `      <interface type='network'>
        <mac address='${mac(i, card)}'/>
        <source network='${network}'/>
        <model type='virtio'/>
      </interface>
`;
  }).join('');
  return `  <domain type='test' ${testNamespace}>
    <name>${name}</name>
    <uuid>${stableUuid(`scale domain ${i}`)}</uuid>
    <title>${roles[i % roles.length]} of site ${(i % 37) + 1}</title>
    <description>Generated machine ${i}</description>
    <memory unit='KiB'>${(1 + (i % 8)) * 524288}</memory>
    <vcpu>${1 + (i % 4)}</vcpu>
    <os>
      <type arch='x86_64'>hvm</type>
    </os>
    <devices>
${disksXml(i, name)}${cards}      <graphics type='vnc' port='-1'/>
    </devices>
${runs(i, share) ? '' : `    <test:runstate>${shutOff}</test:runstate>\n`}  </domain>
`;
}

function networkXml(i: number): string {
  return `  <network>
    <name>net-${pad(i)}</name>
    <uuid>${stableUuid(`scale network ${i}`)}</uuid>
    <forward mode='nat'/>
    <bridge name='vnet${i}' stp='on' delay='0'/>
    <ip address='10.${(i >> 8) & 255}.${i & 255}.1' netmask='255.255.255.0'>
      <dhcp>
        <range start='10.${(i >> 8) & 255}.${i & 255}.2' end='10.${(i >> 8) & 255}.${i & 255}.254'/>
      </dhcp>
    </ip>
  </network>
`;
}

function poolXml(i: number, volumes: number): string {
  const path = `/var/lib/libvirt/pool-${pad(i)}`;
  const content = Array.from(
    { length: volumes },
    (_, n) => `    <volume type='file'>
      <name>vol-${pad(i)}-${pad(n)}.qcow2</name>
      <capacity unit='GiB'>${1 + (n % 100)}</capacity>
      <allocation unit='MiB'>${(n % 64) * 16}</allocation>
      <target>
        <path>${path}/vol-${pad(i)}-${pad(n)}.qcow2</path>
        <format type='qcow2'/>
      </target>
    </volume>
`,
  ).join('');
  return `  <pool type='dir'>
    <name>pool-${pad(i)}</name>
    <uuid>${stableUuid(`scale pool ${i}`)}</uuid>
    <target>
      <path>${path}</path>
    </target>
${content}  </pool>
`;
}

/** A host for libvirt's test driver, as XML. The same options give the same text. */
export function scaleXml(options: ScaleOptions): string {
  const { domains, networks = 10, pools = 5, volumes = 20, running = 0.5 } = options;
  const each = (count: number, make: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => make(i));
  return `<node>
  <cpu>
    <mhz>2600</mhz>
    <model>x86_64</model>
    <active>32</active>
    <nodes>2</nodes>
    <sockets>1</sockets>
    <cores>8</cores>
    <threads>2</threads>
  </cpu>
  <memory>${512 * 1024 * 1024}</memory>
${each(networks, networkXml).join('')}${each(pools, (i) => poolXml(i, volumes)).join('')}${each(
  domains,
  (i) => domainXml(i, networks, running),
).join('')}</node>
`;
}

/** Writes {@link scaleXml} to a file and gives the URI under which the test driver opens it. */
export function writeScaleHost(path: string, options: ScaleOptions): string {
  if (!path.startsWith('/')) throw new Error(`the test driver needs an absolute path, not ${path}`);
  writeFileSync(path, scaleXml(options));
  return `test://${path}`;
}
