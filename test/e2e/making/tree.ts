import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Host } from '../../hosts/index.ts';
import { webServer } from '../../integration/helpers/files/fileServers.ts';

const DEBIAN = 'debian/dists/bullseye/main/installer-amd64/current/images/netboot/debian-installer/amd64';

const TREEINFO = `[general]
family = Fedora
version = 36
arch = x86_64
[images-x86_64]
kernel = images/pxeboot/vmlinuz
initrd = images/pxeboot/initrd.img
`;

/** A web server with installation trees whose installer is the tiny guest. */
export interface InstallServer {
  /** Without a slash at the end. */
  readonly address: string;
  /** Whether somebody waits for an answer. */
  readonly waiting: boolean;
  /** Has whatever is asked for wait from now on, until {@link release}. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
}

/** Serves the guest that a host has among its media: as it is, and in Debian's and Fedora's layouts. */
export async function serveTrees(host: Host): Promise<InstallServer> {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-tree-'));
  const put = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const link = (path: string, file: 'vmlinuz' | 'initrd.gz') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(host.folder, 'var/lib/libvirt/media', file), join(folder, path));
  };
  link('vmlinuz', 'vmlinuz');
  link('initrd.gz', 'initrd.gz');
  put('debian/dists/bullseye/Release', 'Origin: Debian\nVersion: 11.9\nCodename: bullseye\nSHA256:\n');
  link(`${DEBIAN}/linux`, 'vmlinuz');
  link(`${DEBIAN}/initrd.gz`, 'initrd.gz');
  put('fedora/.treeinfo', TREEINFO);
  link('fedora/images/pxeboot/vmlinuz', 'vmlinuz');
  link('fedora/images/pxeboot/initrd.img', 'initrd.gz');
  let holding = false;
  let held: (() => void)[] = [];
  const server = await webServer(folder, {
    special: (request, response) => {
      if (!holding) return false;
      // Sent to the same place again, when it is let.
      held.push(() => response.writeHead(302, { location: request.url ?? '/' }).end());
      return true;
    },
  });
  const release = () => {
    holding = false;
    for (const answer of held) answer();
    held = [];
  };
  return {
    address: `http://127.0.0.1:${server.port}`,
    get waiting() {
      return held.length > 0;
    },
    hold: () => {
      holding = true;
    },
    release,
    close: async () => {
      release();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
