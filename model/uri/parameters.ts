import { hypervisorOf, type UriHypervisor } from './hypervisors.ts';
import type { UriParts } from './parts.ts';
import { transportOf } from './transports.ts';

/** How the value of a parameter is typed. */
export type UriParameterKind =
  | { readonly type: 'text' }
  /** A file or folder of this machine. */
  | { readonly type: 'file' | 'folder' }
  /** A path on the host that is connected to. */
  | { readonly type: 'remote-path' }
  /** 1 is on; left out is off. */
  | { readonly type: 'flag' }
  | {
      readonly type: 'choice';
      readonly choices: readonly { readonly value: string; readonly label: string }[];
      /** Several can be chosen, divided by commas, in the order in which they are tried. */
      readonly several?: boolean;
    };

/** A parameter of libvirt URIs (https://libvirt.org/uri.html, https://libvirt.org/remote.html). */
export interface UriParameter {
  readonly name: string;
  readonly label: string;
  readonly explanation: string;
  readonly kind: UriParameterKind;
  /** What happens without it, in words, for the field's placeholder. */
  readonly absent: string;
  /** It takes protection away: to be shown in red. */
  readonly dangerous?: boolean;
  /** Transports that read it; `any`: all that reach a daemon. Empty: it belongs to drivers only. */
  readonly transports: readonly (string | null)[] | 'any';
  /** Drivers with a protocol of their own that read it. */
  readonly drivers: readonly string[];
}

const SSH = ['ssh', 'libssh', 'libssh2'];
const OWN = ['esx', 'vpx', 'gsx', 'hyperv'];

/** Every parameter that libvirt knows, those most asked for first. */
export const uriParameters: readonly UriParameter[] = [
  {
    name: 'keyfile',
    label: 'Private key',
    explanation: 'The ssh key to sign in with, instead of those that ssh finds by itself.',
    kind: { type: 'file' },
    absent: 'as ssh is configured',
    transports: SSH,
    drivers: [],
  },
  {
    name: 'pkipath',
    label: 'Certificate folder',
    explanation: 'A folder with cacert.pem, clientcert.pem and clientkey.pem for this connection only.',
    kind: { type: 'folder' },
    absent: '~/.pki/libvirt, then /etc/pki',
    transports: ['tls'],
    drivers: [],
  },
  {
    name: 'no_verify',
    label: 'Do not check who answers',
    explanation:
      'Connects even where the host cannot prove who it is. Anybody on the way can then read and change everything: for tests only.',
    kind: { type: 'flag' },
    absent: 'the host is checked',
    dangerous: true,
    transports: ['ssh', 'tls'],
    drivers: OWN,
  },
  {
    name: 'socket',
    label: 'Socket of the daemon',
    explanation: 'The UNIX socket of the daemon, where it is not in its usual place.',
    kind: { type: 'remote-path' },
    absent: 'the usual socket of the driver',
    transports: [null, 'unix', ...SSH],
    drivers: [],
  },
  {
    name: 'mode',
    label: 'Kind of daemon',
    explanation:
      'Whether to talk to one daemon for everything (libvirtd) or to the one of this driver (virtqemud and others).',
    kind: {
      type: 'choice',
      choices: [
        { value: 'auto', label: 'Find out' },
        { value: 'legacy', label: 'One for everything (libvirtd)' },
        { value: 'direct', label: 'One for each driver (virtqemud...)' },
      ],
    },
    absent: 'found out',
    transports: 'any',
    drivers: [],
  },
  {
    name: 'proxy',
    label: 'Helper on the host',
    explanation:
      'What connects ssh to the daemon at the other end: the helper of libvirt 6.9 and later, or netcat for older hosts.',
    kind: {
      type: 'choice',
      choices: [
        { value: 'auto', label: 'The helper, else netcat' },
        { value: 'native', label: 'virt-ssh-helper' },
        { value: 'netcat', label: 'netcat' },
      ],
    },
    absent: 'the helper, else netcat',
    transports: SSH,
    drivers: [],
  },
  {
    name: 'netcat',
    label: 'Netcat on the host',
    explanation: 'The netcat program of the host, where it is not called nc or not in the path. It needs -U.',
    kind: { type: 'remote-path' },
    absent: 'nc',
    transports: SSH,
    drivers: [],
  },
  {
    name: 'command',
    label: 'Command',
    explanation:
      'The program to run: instead of ssh, with the same options, or for an own command the program that connects.',
    kind: { type: 'file' },
    absent: 'ssh',
    transports: ['ssh', 'ext'],
    drivers: [],
  },
  {
    name: 'no_tty',
    label: 'Never ask',
    explanation: 'Fails where ssh would have to ask for a password or a passphrase.',
    kind: { type: 'flag' },
    absent: 'Virtdeck asks you',
    transports: ['ssh'],
    drivers: [],
  },
  {
    name: 'sshauth',
    label: 'Ways to sign in',
    explanation: 'Which ways the ssh library tries, in this order.',
    kind: {
      type: 'choice',
      several: true,
      choices: [
        { value: 'agent', label: 'ssh agent' },
        { value: 'privkey', label: 'private key' },
        { value: 'password', label: 'password' },
        { value: 'keyboard-interactive', label: 'questions of the host' },
      ],
    },
    absent: 'all of them',
    transports: ['libssh', 'libssh2'],
    drivers: [],
  },
  {
    name: 'known_hosts',
    label: 'File of known hosts',
    explanation:
      "Where the ssh library looks up the host's key. libssh2 may damage files that ssh itself wrote.",
    kind: { type: 'file' },
    absent: '~/.config/libvirt/known_hosts',
    transports: ['libssh', 'libssh2'],
    drivers: [],
  },
  {
    name: 'known_hosts_verify',
    label: 'Unknown host keys',
    explanation: 'What the ssh library does with a host key that it does not know.',
    kind: {
      type: 'choice',
      choices: [
        { value: 'normal', label: 'Ask' },
        { value: 'auto', label: 'Accept and remember new ones' },
        { value: 'ignore', label: 'Accept any, even changed ones' },
      ],
    },
    absent: 'it asks',
    transports: ['libssh', 'libssh2'],
    drivers: [],
  },
  {
    name: 'tls_priority',
    label: 'Ciphers',
    explanation: "GnuTLS's priority string: which versions and ciphers of TLS may be used.",
    kind: { type: 'text' },
    absent: "the system's choice",
    transports: ['tls'],
    drivers: [],
  },
  {
    name: 'authfile',
    label: 'File with credentials',
    explanation: 'A file in the format of libvirt’s auth.conf with user names and passwords.',
    kind: { type: 'file' },
    absent: 'Virtdeck asks you',
    transports: 'any',
    drivers: OWN,
  },
  {
    name: 'name',
    label: "Daemon's own URI",
    explanation: 'The URI that the daemon at the other end opens, where it differs from this one.',
    kind: { type: 'text' },
    absent: 'this URI without transport and host',
    transports: 'any',
    drivers: [],
  },
  {
    name: 'transport',
    label: 'Protocol',
    explanation: 'Whether the management service is reached with or without encryption.',
    kind: {
      type: 'choice',
      choices: [
        { value: 'https', label: 'HTTPS' },
        { value: 'http', label: 'HTTP, not encrypted' },
      ],
    },
    absent: 'HTTPS',
    transports: [],
    drivers: OWN,
  },
  {
    name: 'vcenter',
    label: 'vCenter',
    explanation:
      'The vCenter that manages this host, for migrations; a star takes the one that the host knows.',
    kind: { type: 'text' },
    absent: 'none',
    transports: [],
    drivers: ['esx'],
  },
  {
    name: 'auto_answer',
    label: 'Answer questions',
    explanation: 'Lets libvirt answer questions that ESX asks about a machine with the default answer.',
    kind: { type: 'flag' },
    absent: 'the operation fails',
    transports: [],
    drivers: ['esx', 'vpx', 'gsx'],
  },
  {
    name: 'proxy',
    label: 'Web proxy',
    explanation:
      'The proxy to go through, as type://host:port with the type http, socks, socks4, socks4a or socks5.',
    kind: { type: 'text' },
    absent: 'none',
    transports: [],
    drivers: ['esx', 'vpx', 'gsx'],
  },
];

/** The parameters that mean something for such a URI; the order is that of the table. */
export function parametersFor(
  parts: Pick<UriParts, 'driver' | 'transport' | 'host' | 'path'>,
): UriParameter[] {
  return uriParameters.filter((one) => appliesTo(one, parts));
}

/** The description of a parameter as it is meant in such a URI; undefined: it means nothing there. */
export function parameterFor(
  parts: Pick<UriParts, 'driver' | 'transport' | 'host' | 'path'>,
  name: string,
): UriParameter | undefined {
  return uriParameters.find((one) => one.name === name && appliesTo(one, parts));
}

function appliesTo(
  parameter: UriParameter,
  parts: Pick<UriParts, 'driver' | 'transport' | 'host' | 'path'>,
): boolean {
  const reach = reachOf(parts);
  if (reach === 'own') return parameter.drivers.includes(parts.driver);
  if (reach === 'inside') return false;
  const transport = transportOf(parts);
  if (parameter.transports === 'any') return true;
  return transport !== undefined && parameter.transports.includes(transport.id);
}

/** Through what libvirt reaches the hypervisor; a transport always means a daemon. */
export function reachOf(
  parts: Pick<UriParts, 'driver' | 'transport' | 'host' | 'path'>,
): UriHypervisor['reach'] {
  if (parts.transport !== null) return 'daemon';
  const reach = OWN.includes(parts.driver) ? 'own' : (hypervisorOf(parts)?.reach ?? 'daemon');
  return reach === 'inside' && parts.host !== '' ? 'daemon' : reach;
}
