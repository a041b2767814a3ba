import {
  apiError,
  type OsEntry,
  type OsFacts,
  type TreeFacts,
  type TreeGuess,
} from '../../../contract/index.ts';
import type { Location } from './addresses.ts';
import { archInAddress, libvirtArch } from './architectures.ts';
import { archiveRelease, systemOfRelease } from './debianArchive.ts';
import { installerArguments } from './installerArguments.ts';
import { type Layout, layoutsFor, type TreeMaker } from './layouts.ts';
import { openLocation } from './location.ts';
import { peek, readText } from './reading.ts';
import { parseTreeinfo, type Treeinfo } from './treeinfo.ts';

/** What is asked of the database of systems ({@link OsInfo}). */
export interface TreeDatabase {
  /** What the tree with this .treeinfo, or without one, is. */
  readonly identifyTree: (treeinfo: string | null, location: string) => Promise<TreeGuess>;
  readonly list: () => Promise<readonly OsEntry[]>;
  readonly facts: (id: string | null, arch: string) => Promise<OsFacts>;
}

export interface TreeWish {
  readonly location: string;
  /** libvirt's name; null: whatever the tree is for. */
  readonly arch: string | null;
  /** The architecture to take where nothing says one. */
  readonly hostArch: string;
  readonly signal?: AbortSignal | undefined;
  /** For proxies and authorities; default: that of Virtdeck. */
  readonly environment?: NodeJS.ProcessEnv;
}

const MAX_TREEINFO = 1024 * 1024;
/** Looking for a tree may take so long altogether, in ms. */
const LOOK_MS = 90_000;
/** Files asked for at a time. */
const AT_ONCE = 4;
/** Below a location that is above the tree itself. */
const SUBTREES = ['', 'os/', 'ARCH/os/', 'BaseOS/ARCH/os/'];

/** A tree that was found, before the database is asked. */
interface Found {
  readonly maker: TreeMaker;
  /** Where the tree itself is, below the location that was entered. */
  readonly location: Location;
  readonly arch: string;
  readonly kernel: string;
  readonly initrd: string | null;
  readonly treeinfo: { readonly text: string; readonly parsed: Treeinfo } | null;
}

/**
 * Looks for an installation tree: by its .treeinfo, then by the layouts of distributions.
 * @throws ApiError `not-found` when there is none, `invalid` when it is for another architecture or broken; what
 * fetching throws
 */
export async function findTree(wish: TreeWish, database: TreeDatabase): Promise<TreeFacts> {
  const limit = AbortSignal.timeout(LOOK_MS);
  const signal = wish.signal ? AbortSignal.any([wish.signal, limit]) : limit;
  const { environment } = wish;
  const open = (text: string) => openLocation(text, { signal, ...(environment && { environment }) });
  try {
    const found = (await byTreeinfo(wish, open)) ?? (await byLayout(wish, open(wish.location)));
    return await described(found, database, open);
  } catch (error) {
    if (!limit.aborted || wish.signal?.aborted) throw error;
    throw apiError('timeout', `Looking for a tree at ${open(wish.location).shown} takes too long.`);
  }
}

async function byTreeinfo(wish: TreeWish, open: (text: string) => Location): Promise<Found | null> {
  const base = open(wish.location);
  const arch = wish.arch ?? archInAddress(base.shown) ?? wish.hostArch;
  const subtrees = SUBTREES.map((subtree) => subtree.replace('ARCH', arch));
  for (const name of ['.treeinfo', 'treeinfo']) {
    const texts = await Promise.all(subtrees.map((below) => readText(base, `${below}${name}`, MAX_TREEINFO)));
    for (const [index, below] of subtrees.entries()) {
      const text = texts[index] ?? null;
      const parsed = text === null ? null : parseTreeinfo(text);
      const location = below === '' ? base : open(base.addressOf(below));
      if (text !== null && parsed) return fromTreeinfo(wish, location, text, parsed);
    }
  }
  return null;
}

async function fromTreeinfo(
  wish: TreeWish,
  location: Location,
  text: string,
  parsed: Treeinfo,
): Promise<Found | null> {
  const own = parsed.arch === null ? null : libvirtArch(parsed.arch);
  const wanted = wish.arch ?? own ?? wish.hostArch;
  const entry = [...parsed.images].find(([name]) => libvirtArch(name) === wanted);
  if (!entry && wish.arch !== null && own !== null && own !== wish.arch) {
    throw apiError(
      'invalid',
      `The tree at ${location.shown} is for ${own}, and the machine for ${wish.arch}.`,
      'Enter the tree for the machine’s architecture, or choose the other architecture.',
    );
  }
  const maker = makerOf(parsed.family);
  const images = entry?.[1];
  if (images) {
    await mustBeThere(location, images.kernel);
    const found = { maker, location, arch: wanted, ...images };
    return { ...found, treeinfo: { text, parsed } };
  }
  // Some say what they are and not where their kernel is.
  const layout = await firstThere(location, layoutsFor(wanted, location.shown));
  return layout && { ...layout, maker, location, arch: wanted, treeinfo: { text, parsed } };
}

function makerOf(family: string | null): TreeMaker {
  if (/suse/i.test(family ?? '')) return 'suse';
  if (/debian|ubuntu/i.test(family ?? '')) return 'debian';
  if (/mageia/i.test(family ?? '')) return 'mageia';
  return 'redhat';
}

async function byLayout(wish: TreeWish, location: Location): Promise<Found> {
  const arch = wish.arch ?? archInAddress(location.shown) ?? wish.hostArch;
  const layout = await firstThere(location, layoutsFor(arch, location.shown));
  if (layout) return { ...layout, location, arch, treeinfo: null };
  throw apiError(
    'not-found',
    `There is no installation tree for ${arch} at ${location.shown}.`,
    'A tree has a file .treeinfo (Fedora, RHEL, CentOS, Alma, openSUSE), or is a folder such as …/dists/bookworm/main/installer-amd64/ (Debian). Enter its address, not that of an ISO file or of a page about it.',
  );
}

/** The first layout whose kernel is there, some looked for at a time. */
async function firstThere(location: Location, layouts: readonly Layout[]): Promise<Layout | null> {
  for (let from = 0; from < layouts.length; from += AT_ONCE) {
    const some = layouts.slice(from, from + AT_ONCE);
    const there = await Promise.all(some.map((layout) => isBinary(location, layout.kernel)));
    const found = some.find((_layout, index) => there[index]);
    if (found) return found;
  }
  return null;
}

async function mustBeThere(location: Location, path: string): Promise<void> {
  if (await isBinary(location, path)) return;
  throw apiError(
    'not-found',
    `The tree at ${location.shown} is not complete: its kernel ${path} is missing.`,
    'Try another mirror.',
  );
}

/** Servers that have a page for everything have no kernel there. */
async function isBinary(location: Location, path: string): Promise<boolean> {
  const head = await peek(location, path, 512);
  return head !== null && head.length > 0 && !/^\s*<(!doctype|html|\?xml)/i.test(head.toString('latin1'));
}

async function described(
  found: Found,
  database: TreeDatabase,
  open: (text: string) => Location,
): Promise<TreeFacts> {
  const { location, treeinfo, arch } = found;
  const kernel = location.addressOf(found.kernel);
  const release = found.maker === 'debian' ? await archiveRelease(kernel, open) : null;
  const named = release && systemOfRelease(release, await database.list());
  const os = named ?? (await database.identifyTree(treeinfo?.text ?? null, location.shown)).os;
  const facts = os && (await database.facts(os.id, arch));
  const parsed = treeinfo?.parsed ?? null;
  const name = [parsed?.family, parsed?.version].filter(Boolean).join(' ') || parsed?.name;
  return {
    location: location.shown,
    os: os?.id ?? null,
    name: release?.name || name || os?.name || null,
    arch,
    kernel,
    initrd: found.initrd === null ? null : location.addressOf(found.initrd),
    arguments: installerArguments({
      maker: found.maker,
      family: parsed?.family ?? null,
      version: parsed?.version ?? null,
      location: location.shown,
      kernel: withoutUser(kernel),
      argument: facts?.kernelUrlArgument ?? null,
    }),
    warnings: warningsOf(found, kernel),
  };
}

function withoutUser(address: string): string {
  return address.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
}

function warningsOf(found: Found, kernel: string): string[] {
  if (kernel.startsWith('/')) {
    return [
      'The guest does not see folders of this machine: kernel and initrd are taken from there, and the installer asks where to go on from.',
    ];
  }
  if (withoutUser(kernel) !== kernel) {
    return [
      `User and password of ${found.location.shown} are not given to the installer: if the server wants them, it asks or stops.`,
    ];
  }
  return [];
}
