import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

function main(): void {
  const files = generate(readApi(process.argv[2] ?? apiDirectory));
  for (const entry of readdirSync(outputDirectory, { recursive: true, encoding: 'utf8' })) {
    if (entry.endsWith('.ts') && !files.has(entry)) rmSync(join(outputDirectory, entry));
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(outputDirectory, path)), { recursive: true });
    writeFileSync(join(outputDirectory, path), text);
  }
  console.log(`${files.size} files written to ${outputDirectory}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
