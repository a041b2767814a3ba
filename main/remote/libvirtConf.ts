import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { readFile } from './files.ts';

/** A name that libvirt takes for a URI. */
export interface UriAlias {
  readonly name: string;
  readonly uri: string;
}

/** Where libvirt's client library looks for its settings: root has the system's, others their own. */
export function libvirtConfPath(env: NodeJS.ProcessEnv = process.env, uid = process.getuid?.()): string {
  if (uid === 0) return '/etc/libvirt/libvirt.conf';
  const config = env.XDG_CONFIG_HOME;
  return join(config && isAbsolute(config) ? config : join(homedir(), '.config'), 'libvirt/libvirt.conf');
}

/** `uri_aliases` of libvirt.conf (https://libvirt.org/uri.html): `"name=uri"` in a list. */
export async function readUriAliases(path: string = libvirtConfPath()): Promise<UriAlias[]> {
  const text = (await readFile(path)) ?? '';
  const plain = text.replace(/^\s*#.*$/gm, '');
  const list = /^\s*uri_aliases\s*=\s*\[([^\]]*)\]/m.exec(plain)?.[1] ?? '';
  return [...list.matchAll(/"([^"]*)"|'([^']*)'/g)].flatMap((match) => {
    const entry = match[1] ?? match[2] ?? '';
    const at = entry.indexOf('=');
    // libvirt allows letters, digits, _ and - in a name.
    const name = entry.slice(0, at);
    return at > 0 && /^[\w-]+$/.test(name) ? [{ name, uri: entry.slice(at + 1) }] : [];
  });
}

/** The URI that libvirt would open for a text: what an alias stands for, or the text itself. */
export async function resolveAlias(text: string, path?: string): Promise<string> {
  if (!/^[\w-]+$/.test(text)) return text;
  const aliases = await readUriAliases(path);
  return aliases.find((one) => one.name === text)?.uri ?? text;
}
