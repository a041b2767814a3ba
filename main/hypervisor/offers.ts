import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { ConnectionOffer } from '../../contract/index.ts';

/** The connection that always exists: libvirt's own simulated host. */
export const DEMO_URI = 'test:///default';

/** Something found on this machine. */
export interface Found extends ConnectionOffer {
  /** Whether a daemon answers and this user may talk to it now. */
  readonly usable: boolean;
}

interface SystemDaemon {
  readonly uri: string;
  readonly title: string;
  /** The socket of its own daemon, under /run/libvirt. */
  readonly modular: string;
  /** The driver of the monolithic daemon, by file name; null: always there. */
  readonly driver: string | null;
}

const SYSTEM_DAEMONS: readonly SystemDaemon[] = [
  { uri: 'qemu:///system', title: 'QEMU/KVM', modular: 'virtqemud-sock', driver: 'libvirt_driver_qemu.so' },
  {
    uri: 'lxc:///system',
    title: 'Linux containers',
    modular: 'virtlxcd-sock',
    driver: 'libvirt_driver_lxc.so',
  },
  { uri: 'xen:///system', title: 'Xen', modular: 'virtxend-sock', driver: 'libvirt_driver_libxl.so' },
];
const DRIVER_FOLDERS = [
  '/usr/lib/libvirt/connection-driver',
  '/usr/lib64/libvirt/connection-driver',
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/libvirt/connection-driver`,
];
const DAEMON_PROGRAMS = ['/usr/sbin/libvirtd', '/usr/sbin/virtqemud', '/usr/bin/virtqemud'];
const SOCKET_MS = 500;

/**
 * Connections that exist on this machine: system daemons by their sockets, the user's session where
 * it can be started, and the demo host. Nothing is started by looking.
 *
 * @param runDir where the system's sockets are
 */
export async function findConnections(runDir = '/run/libvirt'): Promise<Found[]> {
  const system = await Promise.all(SYSTEM_DAEMONS.map((daemon) => findSystem(daemon, runDir)));
  const found = system.filter((one) => one !== null);
  if (await canRunSession()) {
    found.push({
      uri: 'qemu:///session',
      title: 'QEMU/KVM, only for you',
      detail: 'Machines of your own user: no rights needed, no shared networks. Starts when it is opened.',
      usable: false,
    });
  }
  found.push({
    uri: DEMO_URI,
    title: 'Demo host',
    detail: 'A simulated host inside Virtdeck, to look around. Nothing real is changed.',
    usable: true,
  });
  return found;
}

async function findSystem(daemon: SystemDaemon, runDir: string): Promise<Found | null> {
  const own = join(runDir, daemon.modular);
  const shared = join(runDir, 'libvirt-sock');
  const socket = (await exists(own)) ? own : (await hasDriver(daemon, shared)) ? shared : null;
  if (!socket) return null;
  // Xen's driver is often installed where no Xen runs.
  if (daemon.uri.startsWith('xen') && !(await exists('/proc/xen/capabilities'))) return null;
  const usable = await answers(socket);
  return {
    uri: daemon.uri,
    title: daemon.title,
    detail: usable
      ? `The system's own machines (${socket}).`
      : `${socket} is there but did not let us in: a password or membership of the group libvirt may be needed.`,
    usable,
  };
}

async function hasDriver(daemon: SystemDaemon, socket: string): Promise<boolean> {
  if (!(await exists(socket))) return false;
  if (daemon.driver === null) return true;
  const files = await Promise.all(DRIVER_FOLDERS.map((folder) => readdir(folder).catch(() => [])));
  const drivers = files.flat();
  // Where drivers are somewhere else, only QEMU's is taken for granted.
  return drivers.length === 0 ? daemon.uri.startsWith('qemu') : drivers.includes(daemon.driver);
}

async function canRunSession(): Promise<boolean> {
  const programs = await readdir('/usr/bin').catch(() => []);
  const qemu = programs.some((name) => name.startsWith('qemu-system-') || name === 'qemu-kvm');
  const daemons = await Promise.all(DAEMON_PROGRAMS.map((path) => exists(path)));
  return qemu && daemons.includes(true);
}

/** Whether somebody accepts connections at a socket; a socket file alone may be left over. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(SOCKET_MS, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
