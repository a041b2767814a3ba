import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KernelKind } from '../guest/kernel.ts';
import { guestDisk, guestIso } from '../guest/media.ts';
import { type ScaleOptions, scaleXml } from '../scale.ts';
import { Daemons } from './daemons.ts';
import type { HostPlan } from './etc.ts';
import { Faults } from './faults.ts';
import { labAddress, labFolder } from './places.ts';
import { type Result, type RunOptions, run, runAny, until } from './run.ts';
import { childrenOf, type ProcessMark } from './slots.ts';

/** libvirt's addresses of one host, as a client outside of it uses them. */
export interface HostUris {
  /** Through the UNIX socket that is visible from outside; passes file descriptors. */
  unix: string;
  /** The same as `unix`, but the socket for reading only. */
  unixRo: string;
  /** Plain TCP; SASL asks for a user ({@link saslUsers}) and {@link labPassword}. */
  tcp: string;
  /** TLS with the client certificate `good`. */
  tls: string;
  /** ssh as root with the client's key. */
  ssh: string;
  /** The same three by the host's name, for programs started through {@link Client}. */
  named: { tcp: string; tls: string; ssh: string };
}

/** One hypervisor of a laboratory. */
export class Host {
  readonly name: string;
  readonly number: number;
  /** IPv4 address on the laboratory's network. */
  readonly address: string;
  /** The host's folder on this machine; its `/var/lib/libvirt` is `<folder>/var/lib/libvirt`, and so on. */
  readonly folder: string;
  readonly uri: HostUris;
  readonly daemons: Daemons;
  readonly faults: Faults;
  readonly #plan: HostPlan;

  constructor(plan: HostPlan, supervisor: ProcessMark) {
    this.#plan = plan;
    this.name = plan.name;
    this.number = plan.number;
    this.folder = plan.folder;
    this.address = labAddress(plan.slot, 10 + plan.number);
    this.daemons = new Daemons(this);
    this.faults = new Faults(this, supervisor);
    const socket = (file: string) => `qemu:///system?socket=${join(plan.folder, 'run/libvirt', file)}`;
    const client = join(labFolder(plan.slot), 'client');
    const remote = (name: string) => ({
      tcp: `qemu+tcp://${name}/system`,
      tls: `qemu+tls://${name}/system?pkipath=${client}/pki/good`,
      ssh: `qemu+ssh://root@${name}/system?command=${client}/ssh/ssh&no_tty=1`,
    });
    this.uri = {
      unix: socket('libvirt-sock'),
      unixRo: socket('libvirt-sock-ro'),
      ...remote(this.address),
      named: remote(this.name),
    };
  }

  /** The host's init, as this machine numbers it. */
  get pid(): number {
    const outer = Number(readFileSync(`${this.#plan.folder}.pid`, 'utf8'));
    const pid = childrenOf(outer)[0];
    if (pid === undefined) throw new Error(`${this.name} is not running`);
    return pid;
  }

  /** Arguments for `nsenter` that put a program into this host, as root with a clean environment. */
  enter(command: readonly string[]): string[] {
    return [
      '-t',
      String(this.pid),
      '-m',
      '-u',
      '-i',
      '-n',
      '-p',
      '--wdns=/',
      'env',
      '-i',
      'PATH=/usr/sbin:/usr/bin:/sbin:/bin',
      'HOME=/root',
      'LANG=C.UTF-8',
      `TERM=${process.env.TERM ?? 'dumb'}`,
      ...command,
    ];
  }

  /** Runs a shell command on the host and gives its output. Throws {@link CommandError} if it fails. */
  exec(command: string, options: RunOptions = {}): Promise<string> {
    return run('nsenter', this.enter(['sh', '-c', command]), options);
  }

  /** Like {@link exec}, but any status is an answer. */
  execAny(command: string, options: RunOptions = {}): Promise<Result> {
    return runAny('nsenter', this.enter(['sh', '-c', command]), options);
  }

  /**
   * What control groups can do on this host, with {@link LabOptions.cgroups}: their version, 0 where the kernel has
   * none, and the controllers by the names of that version (`cpu`, `memory`, `blkio` or `io`...).
   */
  async controllers(): Promise<{ version: 0 | 1 | 2; names: string[] }> {
    const second = await this.execAny('cat /sys/fs/cgroup/cgroup.controllers');
    const words = (text: string) => text.split(/\s+/).filter(Boolean);
    if (second.code === 0) return { version: 2, names: words(second.stdout) };
    const names = words(await this.exec('ls /sys/fs/cgroup')).filter((name) => name !== 'unified');
    return { version: names.length > 0 ? 1 : 0, names };
  }

  /** Runs virsh against this host from outside, as root. Throws {@link CommandError} if it fails. */
  virsh(args: readonly string[], options: RunOptions = {}): Promise<string> {
    return run('virsh', ['-q', '-c', this.uri.unix, ...args], {
      env: virshEnvironment(this.folder),
      ...options,
    });
  }

  /** Like {@link virsh}, but any status is an answer. */
  virshAny(args: readonly string[], options: RunOptions = {}): Promise<Result> {
    return runAny('virsh', ['-q', '-c', this.uri.unix, ...args], {
      env: virshEnvironment(this.folder),
      ...options,
    });
  }

  /** Defines a domain from its XML. */
  async define(xml: string): Promise<void> {
    const file = `/tmp/define-${randomUUID()}.xml`;
    await writeFile(join(this.folder, file), xml);
    try {
      await this.exec(`virsh -q define ${file}`);
    } finally {
      await rm(join(this.folder, file));
    }
  }

  /** Puts a disk that boots the tiny guest into the pool "default" as NAME.qcow2 and gives its path on the host. */
  async bootDisk(name: string, kind: KernelKind = 'fast'): Promise<string> {
    const path = `/var/lib/libvirt/images/${name}.qcow2`;
    await copyFile(await guestDisk(kind), join(this.folder, path));
    await this.exec('virsh -q pool-refresh default');
    return path;
  }

  /** Puts an ISO of the tiny guest with Debian's ordinary kernel (SATA, USB, framebuffer) beside the usual one. */
  async fullIso(): Promise<string> {
    const path = '/var/lib/libvirt/media/tiny-full.iso';
    await copyFile(await guestIso('full'), join(this.folder, path));
    await this.exec('virsh -q pool-refresh media');
    return path;
  }

  /**
   * Writes a host of the test driver with many objects to this host's disk and gives the URIs under which its libvirtd
   * opens it, as in {@link uri}.
   */
  scale(options: ScaleOptions): Pick<HostUris, 'unix' | 'tcp' | 'tls' | 'ssh'> {
    const path = `/var/lib/libvirt/scale-${options.domains}.xml`;
    writeFileSync(join(this.folder, path), scaleXml(options));
    const { unix, tcp, tls, ssh } = this.uri;
    const at = (uri: string) => uri.replace('qemu', 'test').replace('/system', path);
    return { unix: at(unix.replace('qemu:', 'qemu+unix:')), tcp: at(tcp), tls: at(tls), ssh: at(ssh) };
  }

  /** The state of a domain in virsh's words, for example "running" or "shut off". */
  async state(domain: string): Promise<string> {
    return (await this.virsh(['domstate', domain])).trim();
  }

  /** Waits until a domain is in that state. */
  async waitForState(domain: string, state: string, timeoutMs = 20_000): Promise<void> {
    await until(
      `${domain} on ${this.name} to be ${state}`,
      async () => (await this.state(domain)) === state,
      timeoutMs,
      200,
    );
  }
}

/** An environment in which libvirt's tools find and leave nothing in the user's own folders. */
export function virshEnvironment(home: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: home, LANG: 'C.UTF-8' };
  for (const name of Object.keys(env)) {
    if (name.startsWith('LIBVIRT_') || name.startsWith('VIRSH_') || name.startsWith('XDG_')) delete env[name];
  }
  return env;
}
