import type { Api, ApiFunction, Member } from './description.ts';
import { byName, camel, capital, documentationOf, moduleOf } from './names.ts';
import type { Types } from './types.ts';

/** One file per header: the table that the binding declares functions from, and their types in TypeScript. */
export function emitFunctions(api: Api, types: Types): Map<string, string> {
  const headers = [...new Set(api.functions.map((f) => f.header))].sort();
  const files = new Map<string, string>();
  for (const header of headers) {
    const functions = api.functions.filter((f) => f.header === header).sort(byName);
    files.set(`functions-${moduleOf(header)}.ts`, emitHeader(header, functions, types));
  }
  files.set('functions.ts', emitIndex(headers));
  return files;
}

function emitHeader(header: string, functions: ApiFunction[], types: Types): string {
  const name = camel(moduleOf(header));
  const signatures = functions.flatMap((f) => [
    `  /** Since ${f.since}. ${documentationOf(header, f.name)} */`,
    `  ${f.name}(${f.args.map((a) => `${a.name}: ${argument(f, a, types)}`).join(', ')}): ${result(f, types)};`,
  ]);
  return [
    `import type { ${used(signatures.join('\n')).join(', ')} } from '../binding/pointers.ts';`,
    '',
    `export interface ${capital(name)}Functions {`,
    ...signatures,
    '}',
    '',
    '/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */',
    `export const ${name}Functions = \``,
    ...functions.map(entry),
    '`;',
    '',
  ].join('\n');
}

function used(text: string): string[] {
  return [...new Set(text.match(/\b(?:Pointer|Memory|Int64|Callback|Strings)\b/g) ?? [])].sort();
}

/** `virDomainGetName|0.0.3|const char *|domain:virDomainPtr`; a question mark before the colon: may be null. */
function entry(f: ApiFunction): string {
  const args = f.args.map((a) => {
    const nullable = a.nullable && (a.type === 'const char *' || a.type === 'virTypedParameterPtr');
    return `${a.name}${nullable ? '?' : ''}:${a.type}`;
  });
  return [f.name, f.since, f.returns, args.join(',')].join('|');
}

function argument(f: ApiFunction, arg: Member, types: Types): string {
  const type = types.classify(arg.type);
  if (type.kind === 'number') return type.wide ? 'Int64' : 'number';
  if (type.kind === 'handle') return `Pointer<'${type.name}'> | null`;
  if (type.kind === 'callback') return 'Callback | null';
  if (arg.type === 'const char **') return 'Strings | null';
  const bytes = f.name === 'virStreamSend';
  return type.kind === 'string' && type.constant && !bytes ? 'string | null' : 'Memory | null';
}

function result(f: ApiFunction, types: Types): string {
  const type = types.classify(f.returns);
  if (type.kind === 'number') return type.wide ? 'Int64' : 'number';
  if (type.kind === 'handle') return `Pointer<'${type.name}'> | null`;
  if (type.kind === 'string') return 'string | null';
  return type.kind === 'void' ? 'void' : 'bigint | null';
}

function emitIndex(headers: string[]): string {
  const modules = headers.map((header) => ({
    header,
    file: `./functions-${moduleOf(header)}.ts`,
    name: camel(moduleOf(header)),
  }));
  const interfaces = modules.map((m) => `${capital(m.name)}Functions`);
  return [
    ...modules.map(
      (m) => `import { type ${capital(m.name)}Functions, ${m.name}Functions } from '${m.file}';`,
    ),
    '',
    '/** Every public function of libvirt.so, libvirt-qemu.so and libvirt-lxc.so. */',
    `export interface NativeFunctions extends ${interfaces.join(', ')} {}`,
    '',
    'export type FunctionName = keyof NativeFunctions;',
    '',
    '/** Functions by the header that declares them, as text. */',
    'export const headers = {',
    ...modules.map((m) => `  '${m.header}': ${m.name}Functions,`),
    '} as const;',
    '',
  ].join('\n');
}
