import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { labAddress } from './places.ts';
import { run } from './run.ts';

/** The password of every account and SASL user of a laboratory. It protects nothing. */
export const labPassword = 'correct horse';

/** What the configuration of a host is made from. */
export interface HostPlan {
  slot: number;
  /** 1 to 3. */
  number: number;
  name: string;
  /** Folder of the host: its `etc`, `run`, `var` and so on. */
  folder: string;
  hostCount: number;
  /** Whether the host has control groups; see {@link LabOptions.cgroups}. */
  cgroups: boolean;
}

/** Settings of libvirtd.conf that a test may change; see {@link Host.configure}. */
export type DaemonSettings = Record<string, string | number | readonly string[]>;

function put(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
}

/** A UUID that is the same for the same text, so that hosts keep theirs when they are made again. */
export function stableUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The lines of a hosts file for the whole laboratory. */
export function hostsFile(slot: number, count: number): string {
  const lines = ['127.0.0.1 localhost', '::1 localhost', `${labAddress(slot, 1)} client`];
  for (let i = 1; i <= count; i += 1) lines.push(`${labAddress(slot, 10 + i)} hv${i}`);
  return `${lines.join('\n')}\n`;
}

/** Text of libvirtd.conf. */
export function daemonConf(settings: DaemonSettings): string {
  const word = (value: string | number) => (typeof value === 'number' ? String(value) : `"${value}"`);
  const lines = Object.entries(settings).map(([key, value]) => {
    const text = typeof value === 'object' ? `[${value.map(word).join(', ')}]` : word(value);
    return `${key} = ${text}`;
  });
  return `${lines.join('\n')}\n`;
}

/** libvirtd's settings as a host starts with them. */
function defaultSettings(plan: HostPlan): DaemonSettings {
  return {
    host_uuid: stableUuid(`virtdeck lab ${plan.slot} ${plan.name}`),
    listen_tls: 1,
    listen_tcp: 1,
    auth_tcp: 'sasl',
    auth_tls: 'none',
    auth_unix_rw: 'none',
    auth_unix_ro: 'none',
    unix_sock_group: 'libvirt',
    unix_sock_rw_perms: '0770',
    unix_sock_ro_perms: '0770',
    log_outputs: '3:file:/var/log/libvirt/libvirtd.log',
    // Client libraries decide how often they ask; the daemon's own interval would hide their mistakes.
    keepalive_interval: 5,
    keepalive_count: 5,
  };
}

function qemuConf(plan: HostPlan): string {
  const lines = [
    'security_driver = "none"',
    // /dev is already the host's own.
    'namespaces = []',
    // Two hosts share a folder of disks: neither may remember the owner of a file on behalf of the other.
    'remember_owner = 0',
    'vnc_listen = "127.0.0.1"',
  ];
  if (!plan.cgroups) lines.push('cgroup_controllers = []');
  return `${lines.join('\n')}\n`;
}

const defaultNetwork = `<network>
  <name>default</name>
  <uuid>9f1b4a5e-3f0f-4c7e-9f7c-6d5f0a1b2c3d</uuid>
  <forward mode='nat'/>
  <bridge name='virbr0' stp='on' delay='0'/>
  <mac address='52:54:00:a5:1f:01'/>
  <ip address='192.168.122.1' netmask='255.255.255.0'>
    <tftp root='/var/lib/libvirt/tftp'/>
    <dhcp>
      <range start='192.168.122.2' end='192.168.122.254'/>
      <bootp file='boot.ipxe'/>
    </dhcp>
  </ip>
</network>
`;

function pool(name: string, path: string): string {
  return `<pool type='dir'>
  <name>${name}</name>
  <uuid>${stableUuid(`pool ${name}`)}</uuid>
  <source/>
  <target>
    <path>${path}</path>
  </target>
</pool>
`;
}

/** The directory pools of every host. `small` is a file system of 64 MiB of its own. */
export const labPools: ReadonlyArray<readonly [string, string]> = [
  ['default', '/var/lib/libvirt/images'],
  ['media', '/var/lib/libvirt/media'],
  ['shared', '/srv/shared'],
  ['small', '/var/lib/libvirt/small'],
];

function writeLibvirt(plan: HostPlan, etc: string): void {
  const folder = join(etc, 'libvirt');
  mkdirSync(folder, { recursive: true });
  // Of the machine's own configuration only the network filters that libvirt ships stay.
  for (const entry of readdirSync(folder)) {
    if (entry !== 'nwfilter') rmSync(join(folder, entry), { recursive: true });
  }
  const settings = defaultSettings(plan);
  put(join(plan.folder, 'settings.json'), JSON.stringify(settings));
  put(join(folder, 'libvirtd.conf'), daemonConf(settings));
  put(join(folder, 'qemu.conf'), qemuConf(plan));
  put(join(folder, 'virtlogd.conf'), '');
  put(join(folder, 'libvirt.conf'), '');
  put(join(folder, 'qemu/networks/default.xml'), defaultNetwork);
  mkdirSync(join(folder, 'qemu/networks/autostart'));
  symlinkSync('/etc/libvirt/qemu/networks/default.xml', join(folder, 'qemu/networks/autostart/default.xml'));
  mkdirSync(join(folder, 'storage/autostart'), { recursive: true });
  for (const [name, path] of labPools) {
    put(join(folder, `storage/${name}.xml`), pool(name, path));
    symlinkSync(`/etc/libvirt/storage/${name}.xml`, join(folder, `storage/autostart/${name}.xml`));
  }
}

/**
 * Accounts of a host, beside root. All have {@link labPassword}. `admin` may use libvirt, `viewer` only its read-only
 * socket, `nobodyhere` neither; `twosteps` is like admin but is asked for a password and then for a code.
 */
export const accounts: ReadonlyArray<{ name: string; uid: number; groups: readonly string[] }> = [
  { name: 'admin', uid: 2001, groups: ['libvirt', 'libvirt-viewers'] },
  { name: 'viewer', uid: 2002, groups: ['libvirt-viewers'] },
  { name: 'twosteps', uid: 2004, groups: ['libvirt', 'libvirt-viewers'] },
  { name: 'nobodyhere', uid: 2003, groups: [] },
];

async function writeAccounts(plan: HostPlan, etc: string): Promise<void> {
  const hash = (await run('busybox', ['mkpasswd', '-m', 'sha512', '-S', 'virtdecklab', labPassword])).trim();
  const passwd = readFileSync(join(etc, 'passwd'), 'utf8');
  const shadow = readFileSync(join(etc, 'shadow'), 'utf8').replace(/^root:[^:]*:/m, `root:${hash}:`);
  const group = readFileSync(join(etc, 'group'), 'utf8');
  const members = (name: string) => accounts.filter((a) => a.groups.includes(name)).map((a) => a.name);
  const groupLines = group
    .trimEnd()
    .split('\n')
    .map((line) =>
      line.startsWith('libvirt:')
        ? `${line.split(':').slice(0, 3).join(':')}:${members('libvirt').join(',')}`
        : line,
    );
  const own = accounts.map((a) => `${a.name}:x:${a.uid}:`);
  put(
    join(etc, 'group'),
    `${[...groupLines, `libvirt-viewers:x:2999:${members('libvirt-viewers').join(',')}`, ...own].join('\n')}\n`,
  );
  put(
    join(etc, 'passwd'),
    passwd + accounts.map((a) => `${a.name}:x:${a.uid}:${a.uid}::/home/${a.name}:/bin/sh\n`).join(''),
  );
  put(join(etc, 'shadow'), shadow + accounts.map((a) => `${a.name}:${hash}:19000::::::\n`).join(''), 0o600);
  for (const account of accounts) {
    const home = join(plan.folder, 'home', account.name);
    mkdirSync(home, { recursive: true });
    await run('chown', ['-R', `${account.uid}:${account.uid}`, home]);
  }
}

/** Makes the folders of a host and everything in its /etc. */
export async function writeHost(plan: HostPlan): Promise<void> {
  for (const part of [
    'dev',
    'sysroot',
    'run/lock',
    'root',
    'home',
    'tmp',
    'var/log/libvirt/qemu',
    'var/cache/libvirt/qemu',
    'var/lib/libvirt/images',
    'var/lib/libvirt/media',
    'var/lib/libvirt/small',
    'var/lib/libvirt/tftp',
    'var/lib/libvirt/dnsmasq',
    'var/lib/libvirt/qemu',
  ]) {
    mkdirSync(join(plan.folder, part), { recursive: true });
  }
  chmodSync(join(plan.folder, 'tmp'), 0o1777);
  chmodSync(join(plan.folder, 'root'), 0o700);
  const etc = join(plan.folder, 'etc');
  await run('cp', ['-a', '/etc', etc]);
  writeLibvirt(plan, etc);
  await writeAccounts(plan, etc);
  put(join(etc, 'hostname'), `${plan.name}\n`);
  put(join(etc, 'hosts'), hostsFile(plan.slot, plan.hostCount));
  put(join(etc, 'resolv.conf'), '');
  put(
    join(etc, 'nsswitch.conf'),
    'passwd: files\ngroup: files\nshadow: files\nhosts: files\nservices: files\nprotocols: files\n',
  );
  put(join(etc, 'machine-id'), `${stableUuid(`machine ${plan.slot} ${plan.name}`).replaceAll('-', '')}\n`);
}
