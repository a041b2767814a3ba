import { askDefinition } from './definitions.ts';

/** Storage by all the names that definitions may have for it. */
export interface StorageNames {
  readonly paths: Iterable<string>;
  readonly volume: { readonly pool: string; readonly volume: string } | null;
}

/** The names as {@link storageIn} has them: paths as they are, volumes as "pool\0volume". */
export function keysOf({ paths, volume }: StorageNames): string[] {
  return [...paths, ...(volume === null ? [] : [volumeKey(volume.pool, volume.volume)])];
}

function volumeKey(pool: string | null, volume: string): string {
  return `${pool ?? ''}\0${volume}`;
}

/**
 * The storage of the host that a definition names, for disks, memory and directories; null: it cannot be read. Files
 * that something else is built upon do not stand there.
 */
export function storageIn(xml: string): ReadonlySet<string> | null {
  return askDefinition<ReadonlySet<string> | null>(
    xml,
    ({ disks, memoryDevices, filesystems }) => {
      const paths = [
        ...disks.all.map(({ source }) =>
          source.volume === null ? source.location : volumeKey(source.pool, source.volume),
        ),
        ...memoryDevices.all.map(({ sourcePath }) => sourcePath),
        ...filesystems.all.flatMap(({ sourceFile, sourceDev }) => [sourceFile, sourceDev]),
      ];
      return new Set(paths.filter((path) => path !== null));
    },
    null,
  );
}

/** Whether a text can stand in a document: it is worth parsing then. Some characters stand there as others. */
export function mayHave(xml: string, text: string): boolean {
  return xml.includes(text) || /[&<>'"\s]/.test(text);
}
