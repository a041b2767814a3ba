import type { KnownFiles } from '../protocol.ts';
import type { Database } from './database.ts';

/** The file names of the images and media that the database has addresses of, by system. */
export function knownFiles(database: Database): KnownFiles[] {
  const { entities } = database;
  return database.systems((os) => {
    const urls = ['osinfo_os_get_image_list', 'osinfo_os_get_media_list'].flatMap((getter) =>
      entities.list(getter, [os], (entry) => entities.value(entry, 'url') ?? ''),
    );
    const names = urls.map((url) => url.slice(url.lastIndexOf('/') + 1)).filter((name) => name !== '');
    return { id: entities.id(os), names: [...new Set(names)] };
  });
}
