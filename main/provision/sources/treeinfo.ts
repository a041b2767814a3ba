/** The parts of a .treeinfo that say what a tree is and where its kernel lies. */
export interface Treeinfo {
  readonly family: string | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly variant: string | null;
  /** As the file calls it: "x86_64". */
  readonly arch: string | null;
  /** Kernel and initrd by architecture or platform ("x86_64", "xen"). Paths below the tree, as they stand there. */
  readonly images: ReadonlyMap<string, { readonly kernel: string; readonly initrd: string | null }>;
}

type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** More is not an installer's description. */
const MAX_LINES = 20_000;

/** Reads a .treeinfo (https://release-engineering.github.io/productmd/treeinfo-1.0.html, and the older form of it). Null: it is none. */
export function parseTreeinfo(text: string): Treeinfo | null {
  const sections = readIni(text);
  const general = sections.get('general');
  const tree = sections.get('tree');
  const release = sections.get('release');
  if (!general && !tree) return null;
  return {
    family: release?.get('name') ?? general?.get('family') ?? null,
    name: general?.get('name') ?? null,
    version: release?.get('version') ?? general?.get('version') ?? null,
    variant: general?.get('variant') ?? null,
    arch: tree?.get('arch') ?? general?.get('arch') ?? null,
    images: imagesOf(sections),
  };
}

function imagesOf(sections: Sections): Treeinfo['images'] {
  const images = new Map<string, { kernel: string; initrd: string | null }>();
  for (const [name, section] of sections) {
    const kernel = section.get('kernel');
    if (!name.startsWith('images-') || !kernel) continue;
    images.set(name.slice('images-'.length), { kernel, initrd: section.get('initrd') || null });
  }
  return images;
}

/** INI as Python's configparser writes it: `=` or `:`, whole-line comments. Section names and keys in lower case. */
function readIni(text: string): Sections {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | null = null;
  for (const raw of text.split('\n', MAX_LINES)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const name = /^\[([^\]]*)\]$/.exec(line)?.[1];
    if (name !== undefined) {
      const key = name.trim().toLowerCase();
      section = sections.get(key) ?? new Map();
      sections.set(key, section);
      continue;
    }
    const at = line.search(/[=:]/);
    if (section && at > 0) section.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return sections;
}
