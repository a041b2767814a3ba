/** A way to reach the daemon of a hypervisor. */
export interface UriTransport {
  /** As it stands in the URI, after the plus sign; null: none is named. */
  readonly id: string | null;
  readonly label: string;
  /** What it is and what it needs, in a sentence or two. */
  readonly explanation: string;
  /** `none`: only this machine; `required`: only another one. */
  readonly host: 'none' | 'required' | 'optional';
  /** TCP port where the URI names none. */
  readonly defaultPort: number | null;
  /** Whether others on the way can read it. */
  readonly encrypted: boolean;
  /** Whether it signs in with ssh, so that displays can be tunnelled. */
  readonly ssh: boolean;
  /** Where the user of the URI is used. */
  readonly usesUser: boolean;
}

/** All transports of libvirt's remote driver (https://libvirt.org/remote.html). */
export const uriTransports: readonly UriTransport[] = [
  {
    id: null,
    label: 'This machine',
    explanation: 'The daemon on this machine, through its UNIX socket. The desktop may ask for a password.',
    host: 'none',
    defaultPort: null,
    encrypted: true,
    ssh: false,
    usesUser: false,
  },
  {
    id: 'unix',
    label: 'UNIX socket',
    explanation:
      'A UNIX socket on this machine; name it with the parameter "socket" when it is a special one.',
    host: 'none',
    defaultPort: null,
    encrypted: true,
    ssh: false,
    usesUser: false,
  },
  {
    id: 'ssh',
    label: 'SSH',
    explanation:
      'Your own ssh with its configuration, agent and keys. Needs an account on the host that may use libvirt, and nothing else to be set up.',
    host: 'required',
    defaultPort: 22,
    encrypted: true,
    ssh: true,
    usesUser: true,
  },
  {
    id: 'libssh',
    label: 'SSH (libssh library)',
    explanation:
      'ssh built into libvirt, by the library libssh. It reads keys and known hosts, but not your ssh configuration.',
    host: 'required',
    defaultPort: 22,
    encrypted: true,
    ssh: true,
    usesUser: true,
  },
  {
    id: 'libssh2',
    label: 'SSH (libssh2 library)',
    explanation:
      'ssh built into libvirt, by the library libssh2. It does not know newer kinds of keys; prefer SSH where you can.',
    host: 'required',
    defaultPort: 22,
    encrypted: true,
    ssh: true,
    usesUser: true,
  },
  {
    id: 'tls',
    label: 'TLS',
    explanation:
      'Encrypted, with certificates on both sides that one authority has signed. The daemon has to listen for it (libvirtd-tls.socket).',
    host: 'required',
    defaultPort: 16514,
    encrypted: true,
    ssh: false,
    usesUser: false,
  },
  {
    id: 'tcp',
    label: 'TCP, not encrypted',
    explanation:
      'For trusted networks and tests. Nothing is encrypted unless SASL does it. The daemon has to listen for it (libvirtd-tcp.socket).',
    host: 'required',
    defaultPort: 16509,
    encrypted: false,
    ssh: false,
    usesUser: false,
  },
  {
    id: 'ext',
    label: 'Own command',
    explanation: 'A program on this machine whose input and output are the connection to the daemon.',
    host: 'optional',
    defaultPort: null,
    encrypted: false,
    ssh: false,
    usesUser: false,
  },
];

/** The transport that this URI takes: a host without one means TLS. Undefined: libvirt has no such transport. */
export function transportOf(uri: {
  readonly transport: string | null;
  readonly host: string;
}): UriTransport | undefined {
  const id = uri.transport ?? (uri.host === '' ? null : 'tls');
  return uriTransports.find((one) => one.id === id);
}
