import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { OsDatabaseInfo } from '../../../../contract/index.ts';
import { Entities } from './entities.ts';
import { type Address, OsinfoLibrary } from './native.ts';

/** The library's name with its ABI. */
const LIBRARY = 'libosinfo-1.0.so.0';

/** The database of operating systems, read once. Everything it lends lives as long as it does. */
export class Database {
  readonly entities: Entities;
  readonly #database: Address;
  /** Never freed: it owns the database. */
  readonly #loader: Address;

  /** @throws OsinfoMissing; Error where the database is damaged */
  constructor() {
    const library = new OsinfoLibrary(LIBRARY);
    this.entities = new Entities(library);
    this.#loader = library.object('osinfo_loader_new');
    library.runOrThrow('osinfo_loader_process_default_path', this.#loader);
    this.#database = library.object('osinfo_loader_get_db', this.#loader);
  }

  get address(): Address {
    return this.#database;
  }

  /** All systems, read one after another. */
  systems<T>(read: (os: Address) => T): T[] {
    return this.entities.list('osinfo_db_get_os_list', [this.#database], read);
  }

  /** A system by its id; null: there is none. It belongs to the database. */
  system(id: string): Address | null {
    const found = this.entities.library.object('osinfo_db_get_os', this.#database, id);
    return found === 0n ? null : found;
  }

  info(): OsDatabaseInfo {
    const folders = databaseFolders().flatMap((folder) => {
      const version = versionOf(folder);
      return version === null ? [] : [{ folder, version }];
    });
    const count = this.systems(() => null).length;
    return {
      available: count > 0,
      reason: count > 0 ? null : 'The database of operating systems (osinfo-db) is not installed.',
      version:
        folders
          .map(({ version }) => version)
          .sort()
          .at(-1)
          ?.slice(0, 8) ?? null,
      folders: folders.map(({ folder }) => folder),
      count,
    };
  }
}

/**
 * Where libosinfo looks, each overriding the one before: the system's, this machine's, the user's
 * (https://gitlab.com/libosinfo/osinfo-db-tools, osinfo-db-path).
 */
function databaseFolders(env: NodeJS.ProcessEnv = process.env): string[] {
  const config = env.XDG_CONFIG_HOME;
  const user = config && isAbsolute(config) ? config : join(homedir(), '.config');
  return [
    env.OSINFO_SYSTEM_DIR ?? '/usr/share/osinfo',
    env.OSINFO_LOCAL_DIR ?? '/etc/osinfo',
    env.OSINFO_USER_DIR ?? join(user, 'osinfo'),
  ];
}

/** The version of the database in a folder, which begins with its date; null: there is no database. */
function versionOf(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'VERSION'), 'utf8').trim();
  } catch {
    return null;
  }
}
