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
  const server = await webServer(folder);
  return {
    address: `http://127.0.0.1:${server.port}`,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
