import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { findElements, getPath, KNOWN_NAMESPACES, parseDocument } from '../../model/index.ts';
import type { DomainMetadata } from '../libvirt/operations/metadata.ts';
import { JsonFile } from '../settings/jsonFile.ts';
import type { DomainDetails } from './inventory.ts';

const LIBOSINFO = KNOWN_NAMESPACES.libosinfo ?? '';
const VIRTDECK = KNOWN_NAMESPACES.virtdeck ?? '';
/** Metadata elements that are read beside title and description. */
export const DETAIL_NAMESPACES: readonly string[] = [LIBOSINFO, VIRTDECK];

const MAX_TAGS = 100;
const MAX_TEXT = 10_000;

/** What a row takes from a domain's metadata. What is not there is empty: null would mean not read yet. */
export function toDetails(metadata: DomainMetadata): DomainDetails {
  return {
    title: (metadata.title ?? '').slice(0, MAX_TEXT),
    description: (metadata.description ?? '').slice(0, MAX_TEXT),
    tags: tagsIn(metadata.elements[VIRTDECK]),
    os: osIn(metadata.elements[LIBOSINFO]),
    icon: iconIn(metadata.elements[VIRTDECK]),
  };
}

/**
 * `<libosinfo><os id="http://debian.org/debian/12"/>`. libvirt takes the namespace away from the elements that it is
 * asked for (virDomainGetMetadata); in a definition they have it.
 */
function osIn(xml: string | null | undefined): string {
  return read(xml, (root) => getPath(root, 'os/@id') ?? getPath(root, 'libosinfo:os/@id') ?? '') ?? '';
}

/** `<virtdeck><tag>web</tag>`, with or without the namespace as above. */
function tagsIn(xml: string | null | undefined): string[] {
  const tags = read(xml, (root) =>
    [...findElements(root, 'tag'), ...findElements(root, 'virtdeck:tag')].map((tag) =>
      (tag.textContent ?? '').trim().slice(0, 200),
    ),
  );
  return [...new Set(tags?.filter((tag) => tag !== ''))].slice(0, MAX_TAGS);
}

/** `<virtdeck><icon>server</icon>` */
function iconIn(xml: string | null | undefined): string {
  return (
    read(xml, (root) => getPath(root, 'icon') ?? getPath(root, 'virtdeck:icon') ?? '')?.slice(0, 64) ?? ''
  );
}

/** Other programs may have written anything: what cannot be read counts as not there. */
function read<T>(xml: string | null | undefined, take: (root: Root) => T): T | null {
  if (!xml) return null;
  try {
    return take(parseDocument(xml).root);
  } catch {
    return null;
  }
}

type Root = ReturnType<typeof parseDocument>['root'];

const Remembered = z.record(
  z.string(),
  z.object({
    title: z.string(),
    description: z.string(),
    tags: z.array(z.string()),
    os: z.string(),
    icon: z.string().default(''),
  }),
);

/** The details of a connection's domains as they were in an earlier run, so that they are shown at once. */
export class RememberedDetails {
  readonly #file: JsonFile<z.infer<typeof Remembered>>;

  /** @param folder the data folder */
  constructor(folder: string, uri: string) {
    const name = createHash('sha256').update(uri).digest('hex').slice(0, 16);
    this.#file = new JsonFile({
      path: join(folder, 'details', `${name}.json`),
      schema: Remembered,
      fallback: () => ({}),
      // Only a cache: what is damaged is read from the hypervisor again.
      onProblem: () => {},
    });
  }

  get(uuid: string): DomainDetails | undefined {
    return Object.hasOwn(this.#file.value, uuid) ? this.#file.value[uuid] : undefined;
  }

  /** Keeps the details that say something. */
  async save(rows: readonly ({ uuid: string } & DomainDetails)[]): Promise<void> {
    const worth = rows.flatMap(({ uuid, title, description, tags, os, icon }) =>
      title || description || tags?.length || os || icon
        ? [
            [
              uuid,
              {
                title: title ?? '',
                description: description ?? '',
                tags: tags ?? [],
                os: os ?? '',
                icon: icon ?? '',
              },
            ],
          ]
        : [],
    );
    const kept: z.infer<typeof Remembered> = Object.fromEntries(worth);
    if (JSON.stringify(kept) !== JSON.stringify(this.#file.value)) await this.#file.set(kept);
  }
}
