import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** The kinds of files that the renderer's build makes; no other is served. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.map', 'application/json'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
  ['.webmanifest', 'application/manifest+json'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
]);

export interface StaticFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads a file of the renderer by the path of its address ("/" is the page). Null for whatever is not
 * such a file: other kinds, hidden files, and anything whose real place is outside the folder.
 *
 * @param folder the built renderer
 * @param path percent-encoded, as it stands in the address
 */
export async function readStatic(folder: string, path: string): Promise<StaticFile | null> {
  const parts = splitPath(path === '/' ? '/index.html' : path);
  const type = parts && contentTypes.get(extname(parts.at(-1) ?? ''));
  if (!parts || !type) return null;
  try {
    const [base, real] = await Promise.all([realpath(folder), realpath(join(folder, ...parts))]);
    if (!real.startsWith(base + sep)) return null;
    const isAsset = parts[0] === 'assets';
    return {
      body: await readFile(real),
      headers: {
        'Content-Type': type,
        // Assets carry a hash of their content in their names.
        'Cache-Control': isAsset ? 'private, max-age=31536000, immutable' : 'no-store',
      },
    };
  } catch {
    return null;
  }
}

/** The decoded names of a path, or null when one of them could lead elsewhere. */
function splitPath(path: string): string[] | null {
  if (!path.startsWith('/') || path.length > 1024) return null;
  const parts: string[] = [];
  for (const encoded of path.slice(1).split('/')) {
    const name = decode(encoded);
    if (name === null || !/^[\w@()+-][\w@()+.~-]*$/.test(name)) return null;
    parts.push(name);
  }
  return parts;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
