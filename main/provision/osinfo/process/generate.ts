import type { MadeScript, ScriptWish } from '../protocol.ts';
import type { Database } from './database.ts';
import { mediumOf } from './media.ts';
import type { Address } from './native.ts';
import { INJECTION } from './scripts.ts';

/** OsinfoInstallScriptInstallationSource. */
const SOURCE = { media: 0, network: 1 } as const;

/**
 * Makes an answer file and the kernel's arguments that lead to it.
 * @throws Error what is missing: the system, the script, or what libosinfo says of the values
 */
export function generateScript(database: Database, wish: ScriptWish): MadeScript {
  const { library } = database.entities;
  const os = database.system(wish.osId);
  if (os === null) throw new Error(`The database has no system ${wish.osId}.`);
  const script = library.object('osinfo_db_get_install_script', database.address, wish.scriptId);
  if (script === 0n) throw new Error(`The database has no script ${wish.scriptId}.`);
  // The script is the database's own: what was set for the one before is set anew.
  library.run('osinfo_install_script_set_installation_source', script, SOURCE[wish.source]);
  library.run('osinfo_install_script_set_preferred_injection_method', script, INJECTION[wish.injection]);
  const config = configOf(database, wish);
  const medium = wish.medium && knownMedium(database, wish);
  try {
    const content = medium
      ? library.ownedTextOrThrow('osinfo_install_script_generate_for_media', script, medium, config, null)
      : library.ownedTextOrThrow('osinfo_install_script_generate', script, os, config, null);
    const commandLine = hasCommandLine(database, script)
      ? commandLineOf(database.entities, { script, os, medium, config })
      : '';
    return {
      filename: library.text('osinfo_install_script_get_expected_filename', script) ?? 'script',
      content: content ?? '',
      commandLine,
      injection: wish.injection,
    };
  } finally {
    library.unref(config);
    if (medium) library.unref(medium);
  }
}

/**
 * Whether a script has a kernel's arguments at all. libosinfo applies the template without asking, and of one that has
 * none comes out everything that it was given: the template itself and the passwords.
 */
function hasCommandLine({ entities }: Database, script: Address): boolean {
  return entities.value(script, 'template-data')?.includes('/command-line') ?? false;
}

interface Generating {
  readonly script: Address;
  readonly os: Address;
  readonly medium: Address | null;
  readonly config: Address;
}

function commandLineOf(
  { library }: Database['entities'],
  { script, os, medium, config }: Generating,
): string {
  const text = medium
    ? library.ownedText('osinfo_install_script_generate_command_line_for_media', script, medium, config)
    : library.ownedText('osinfo_install_script_generate_command_line', script, os, config);
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function configOf({ entities }: Database, wish: ScriptWish): Address {
  const config = entities.library.object('osinfo_install_config_new', 'virtdeck:config');
  for (const [key, value] of Object.entries({ ...wish.config, 'hardware-arch': wish.arch })) {
    if (value !== '') entities.set(config, key, value);
  }
  return config;
}

/** A medium counts only where the database takes it for one of the system that is wanted. */
function knownMedium(database: Database, wish: ScriptWish): Address | null {
  const { library } = database.entities;
  if (!wish.medium) return null;
  const medium = mediumOf(database, wish.medium);
  if (library.number('osinfo_db_identify_media', database.address, medium) !== 0) {
    const os = library.object('osinfo_media_get_os', medium);
    const id = os === 0n ? null : database.entities.id(os);
    library.unref(os);
    if (id === wish.osId) return medium;
  }
  library.unref(medium);
  return null;
}
