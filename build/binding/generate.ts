import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Api, readApi } from './description.ts';
import { emitClasses } from './emit-classes.ts';
import { emitCallbacks, emitConstants, emitEnums, emitErrors, emitLayouts } from './emit-data.ts';
import { emitEvents } from './emit-events.ts';
import { emitFunctions } from './emit-functions.ts';
import { emitStructTypes } from './emit-structs.ts';
import { Types } from './types.ts';

/** Where Debian, Fedora and others put the description; VIRTDECK_LIBVIRT_API overrides it. */
export const apiDirectory = process.env.VIRTDECK_LIBVIRT_API ?? '/usr/share/libvirt/api';

export const outputDirectory = fileURLToPath(new URL('../../main/libvirt/generated', import.meta.url));

/**
 * Writes the binding from libvirt's description of its API. The same description gives the same files.
 * @returns the text of each file by its path inside the output directory
 */
export function generate(api: Api): Map<string, string> {
  const types = new Types(api);
  const files = new Map([
    ...emitFunctions(api, types),
    ...emitEnums(api),
    ['constants.ts', emitConstants(api)],
    ['errors.ts', emitErrors(api)],
    ['layouts.ts', emitLayouts(api, types)],
    ['structs.ts', emitStructTypes(api, types)],
    ['callbacks.ts', emitCallbacks(api)],
    ['events.ts', emitEvents(api, types)],
    ...emitClasses(api, types),
  ]);
  const note = `// Written by build/binding from the API description of libvirt ${versionText(api.version)}. Do not edit.\n`;
  return new Map([...files].map(([path, text]) => [path, note + text]));
}

const versionText = (version: number) =>
  `${Math.floor(version / 1_000_000)}.${Math.floor(version / 1000) % 1000}.${version % 1000}`;

/** Paths of the files on disk that are not, letter for letter, what the description gives. */
function differing(files: ReadonlyMap<string, string>): string[] {
  const onDisk = readdirSync(outputDirectory, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const stale = [...files].filter(
    ([path, text]) => !onDisk.includes(path) || readFileSync(join(outputDirectory, path), 'utf8') !== text,
  );
  return [...stale.map(([path]) => path), ...onDisk.filter((path) => !files.has(path))];
}

function write(files: ReadonlyMap<string, string>): void {
  for (const entry of readdirSync(outputDirectory, { recursive: true, encoding: 'utf8' })) {
    if (entry.endsWith('.ts') && !files.has(entry)) rmSync(join(outputDirectory, entry));
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(outputDirectory, path)), { recursive: true });
    writeFileSync(join(outputDirectory, path), text);
  }
  console.log(`${files.size} files written to ${outputDirectory}`);
}

function check(files: ReadonlyMap<string, string>): void {
  const stale = differing(files);
  if (stale.length > 0) {
    console.error(`Not what the description gives: ${stale.join(', ')}. Run npm run generate.`);
    process.exitCode = 1;
  } else {
    console.log(`${files.size} files are what the description gives`);
  }
}

/** `generate.ts [--check] [DIRECTORY]`: with --check nothing is written, and a difference is a failure. */
function main(): void {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const files = generate(readApi(positionals[0] ?? apiDirectory));
  if (values.check) check(files);
  else write(files);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
