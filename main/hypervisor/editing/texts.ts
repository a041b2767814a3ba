import { apiError, type TextChanges } from '../../../contract/index.ts';
import {
  type DomElement,
  ELEMENT_NODE,
  findElements,
  KNOWN_NAMESPACES,
  parseDocument,
  removeElement,
  serialize,
  setPath,
  type XmlDocument,
} from '../../../model/index.ts';
import { DETAIL_NAMESPACES, toDetails } from '../details.ts';
import type { Hypervisor } from '../hypervisor.ts';

const VIRTDECK = KNOWN_NAMESPACES.virtdeck ?? '';
const PREFIX = 'virtdeck';

/**
 * Changes what the user wrote about a machine, in its definition and in the running machine: title and description
 * where libvirt has them, the rest in Virtdeck's element of the metadata, of which only what was asked is touched.
 */
export async function changeTexts(host: Hypervisor, uuid: string, texts: TextChanges): Promise<void> {
  const row = host.row(uuid);
  const doing = host.connection.doing('Changing the description of', row);
  const set = (what: 'title' | 'description', value: string) =>
    host.connection.call('setDomainMetadata', { uuid, what, value: value === '' ? null : value }, doing);
  if (texts.title !== undefined) {
    if (/[\r\n]/.test(texts.title)) throw apiError('invalid', 'A title is one line.');
    await set('title', texts.title.trim());
  }
  if (texts.description !== undefined) await set('description', texts.description);
  if (texts.notes !== undefined || texts.tags !== undefined || texts.icon !== undefined) {
    const [present] = await readMetadata(host, uuid, doing);
    const value = editElement(present?.elements[VIRTDECK] ?? null, texts);
    const element = { uuid, what: 'element' as const, value, key: PREFIX, namespace: VIRTDECK };
    if (value !== null || present?.elements[VIRTDECK]) {
      await host.connection.call('setDomainMetadata', element, doing);
    }
  }
  const [after] = await readMetadata(host, uuid, doing);
  if (after) host.inventory.change(uuid, toDetails(after));
}

function readMetadata(host: Hypervisor, uuid: string, doing: string) {
  return host.connection.call('domainMetadata', { uuids: [uuid], namespaces: [...DETAIL_NAMESPACES] }, doing);
}

/**
 * Virtdeck's element with other texts in it. libvirt hands it out without its namespace and puts that back itself.
 * @returns null: nothing is left in it
 */
export function editElement(xml: string | null, texts: TextChanges): string | null {
  const document = readOwn(xml);
  const { root } = document;
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) setPath(root, name, value === '' ? null : value);
  };
  put('notes', texts.notes);
  put('icon', texts.icon?.trim());
  if (texts.tags !== undefined) {
    for (const tag of findElements(root, 'tag')) removeElement(tag);
    const tags = [...new Set(texts.tags.map((tag) => tag.trim()))].filter(Boolean);
    tags.forEach((tag, index) => {
      setPath(root, `tag[${index + 1}]`, tag);
    });
  }
  return hasElements(root) ? serialize(document) : null;
}

function hasElements(root: DomElement): boolean {
  for (let node = root.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === ELEMENT_NODE) return true;
  }
  return false;
}

/** What another program has left unreadable there is replaced. */
function readOwn(xml: string | null): XmlDocument {
  const plain = (xml ?? '')
    .replaceAll(/(<\/?)virtdeck:/g, '$1')
    .replaceAll(/\sxmlns(:virtdeck)?=(["'])[^"']*\2/g, '');
  try {
    if (plain !== '') return parseDocument(plain);
  } catch {
    // Nothing in it can be kept.
  }
  return parseDocument('<virtdeck/>');
}
