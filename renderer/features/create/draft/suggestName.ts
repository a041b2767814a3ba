import type { Draft } from './draft.ts';
import { fileName, isContainer, mediumOf, osOf } from './questions.ts';

/** A name that no machine has yet, from the system ("debian12") or the medium's file name. */
export function suggestName(draft: Draft, taken: ReadonlySet<string>): string {
  const base = baseName(draft) || 'machine';
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(name)) return name;
  }
}

function baseName(draft: Draft): string {
  const { method } = draft.how;
  if (isContainer(method)) {
    const { root, init } = { root: draft.osContainer.root, init: draft.appContainer.init };
    const path = method === 'os-container' ? root : init;
    return tidy(path.replace(/\/+$/, '').split('/').at(-1) ?? '');
  }
  const medium = tidy(fileName(mediumOf(draft)).replace(/\.(iso|img|qcow2|raw|vmdk|vdi)$/i, ''));
  // "http://debian.org/debian/12": the last two parts say more than a kernel's file name.
  const system = tidy((osOf(draft) ?? '').split('/').slice(-2).join('-'));
  return method === 'import' ? medium || system : system || medium;
}

function tidy(text: string): string {
  return text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .toLowerCase()
    .slice(0, 60);
}
