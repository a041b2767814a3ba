import { join } from 'node:path';
import type { CertificateStep } from '../../contract/index.ts';
import { shellQuote } from '../../model/index.ts';

/** libvirt's places for the files of TLS (https://libvirt.org/kbase/tlscerts.html). */
const CA = '/etc/pki/CA/cacert.pem';
const LIBVIRT = '/etc/pki/libvirt';
const PRIVATE = `${LIBVIRT}/private`;

type Placing = CertificateStep['placings'][number];

/** What to do with the files of a server. @param folder where they were made */
export function serverStep(host: string, folder: string): CertificateStep {
  const placings: Placing[] = [
    { from: join(folder, 'cacert.pem'), to: CA, mode: '0444', secret: false },
    { from: join(folder, 'servercert.pem'), to: `${LIBVIRT}/servercert.pem`, mode: '0444', secret: false },
    { from: join(folder, 'serverkey.pem'), to: `${PRIVATE}/serverkey.pem`, mode: '0400', secret: true },
  ];
  const files = placings.map(({ from }) => shellQuote(from)).join(' ');
  const target = `root@${host.includes(':') ? `[${host}]` : host}`;
  const commands = [
    '# from this machine:',
    `scp ${files} ${shellQuote(`${target}:/root/`)}`,
    `# then on ${host}, as root:`,
    `install -d -m 0755 /etc/pki/CA ${LIBVIRT} && install -d -m 0700 ${PRIVATE}`,
    'cd /root',
    `install -m 0444 cacert.pem ${CA}`,
    `install -m 0444 servercert.pem ${LIBVIRT}/servercert.pem`,
    `install -m 0400 serverkey.pem ${PRIVATE}/serverkey.pem && shred -u serverkey.pem`,
    '# let libvirt listen on port 16514 (one daemon for everything: Debian 12, Ubuntu 24.04 and older):',
    'systemctl stop libvirtd.service && systemctl enable --now libvirtd-tls.socket && systemctl start libvirtd.service',
    '# or, with modular daemons (Fedora, openSUSE, Arch, Debian 13 and later):',
    'systemctl stop virtproxyd.service; systemctl enable --now virtproxyd-tls.socket',
    '# where there is a firewall:',
    'firewall-cmd --permanent --add-service=libvirt-tls && firewall-cmd --reload   # or: ufw allow 16514/tcp',
  ];
  return { title: `On ${host}, as root`, host, placings, commands };
}

/** What to do with the files of a client. @param folder where they were made */
export function clientStep(name: string, folder: string): CertificateStep {
  const place = '~/.pki/libvirt';
  const names = ['cacert.pem', 'clientcert.pem', 'clientkey.pem'] as const;
  const placings = names.map((file) => ({
    from: join(folder, file),
    to: `${place}/${file}`,
    mode: file === 'clientkey.pem' ? '0600' : '0644',
    secret: file === 'clientkey.pem',
  }));
  return {
    title: `On the machine of ${name}, as the user who connects`,
    host: null,
    placings,
    commands: [
      '# nothing has to be copied where the folder is named in the URI:',
      `# qemu+tls://HOST/system?pkipath=${folder}`,
      '# or, for all connections of this user:',
      `install -d -m 0700 ${place}`,
      ...placings.map(({ from, to, mode }) => `install -m ${mode} ${shellQuote(from)} ${to}`),
    ],
  };
}
