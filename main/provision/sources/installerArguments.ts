import type { TreeMaker } from './layouts.ts';

export interface TreeIdentity {
  readonly maker: TreeMaker;
  /** As the tree calls itself; null: it does not. */
  readonly family: string | null;
  readonly version: string | null;
  /** Where it is, without user and password; ends with a slash. */
  readonly location: string;
  /** Where its kernel is. */
  readonly kernel: string;
  /** The argument that the database of systems names for this one; null: it names none. */
  readonly argument: string | null;
}

/**
 * What the installer has to be told to find the tree, as kernel arguments; empty: nothing, or nothing that would help
 * (a folder of this machine is not seen from a guest).
 */
export function installerArguments(tree: TreeIdentity): string {
  if (!/^(https?|ftp):/.test(tree.location)) return '';
  const { argument } = tree;
  if (argument && /^[a-z][a-z0-9._-]*$/i.test(argument)) return `${argument}=${tree.location}`;
  switch (tree.maker) {
    case 'redhat':
      return `${anacondaArgument(tree)}=${tree.location}`;
    case 'suse':
      return `install=${tree.location}`;
    case 'debian':
      return debianMirror(tree.kernel);
    case 'mageia':
      return drakx(tree.location);
    case 'arch':
      return `archisobasedir=arch archiso_http_srv=${tree.location} ip=dhcp`;
    case 'unknown':
      return '';
  }
}

/** Anaconda took `method=` first, `repo=` later, and takes `inst.repo=` since Fedora 19 and RHEL 7 (its boot-options document). */
function anacondaArgument({ family, version }: TreeIdentity): string {
  const major = Number.parseInt(version ?? '', 10);
  if (Number.isNaN(major)) return 'inst.repo';
  if (/fedora/i.test(family ?? '')) return major < 19 ? 'method' : 'inst.repo';
  return major < 7 ? 'method' : 'inst.repo';
}

/** The questions for the mirror, answered (https://www.debian.org/releases/stable/amd64/apbs04, mirror settings). */
function debianMirror(kernel: string): string {
  const [, protocol, host, folder = ''] =
    /^(https?|ftp):\/\/([^/]+)(\/.*)?\/dists\/[^/]+\//.exec(kernel) ?? [];
  if (protocol === undefined || host === undefined) return '';
  return [
    `mirror/protocol=${protocol}`,
    'mirror/country=manual',
    `mirror/${protocol}/hostname=${host}`,
    `mirror/${protocol}/directory=${folder === '' ? '/' : folder}`,
  ].join(' ');
}

/** Mageia's first stage; it speaks HTTP and FTP only. */
function drakx(location: string): string {
  const url = new URL(location);
  if (url.protocol === 'https:') return '';
  const directory = url.pathname.replace(/\/$/, '');
  return `automatic=method:${url.protocol.slice(0, -1)},network:dhcp,server:${url.host},directory:${directory}`;
}
