import type { Api, ApiStruct, ApiValue, Member } from './description.ts';
import { byName, documentationOf, moduleOf } from './names.ts';
import type { Types } from './types.ts';

/** Enums, one file per header, each value with the version it appeared in. Sentinels (`_LAST`) are left out. */
export function emitEnums(api: Api): Map<string, string> {
  const values = api.values.filter((v) => !v.sentinel);
  const headers = [...new Set(values.map((v) => v.header))].sort();
  const files = new Map<string, string>();
  for (const header of headers) {
    const own = values.filter((v) => v.header === header);
    const enumerations = [...new Set(own.map((v) => v.enumeration))].sort();
    const blocks = enumerations.map((e) =>
      emitEnum(
        header,
        e,
        own.filter((v) => v.enumeration === e),
      ),
    );
    files.set(`enums-${moduleOf(header)}.ts`, blocks.join('\n'));
  }
  files.set('enums.ts', `${headers.map((h) => `export * from './enums-${moduleOf(h)}.ts';`).join('\n')}\n`);
  return files;
}

function emitEnum(header: string, name: string, values: ApiValue[]): string {
  const sorted = [...values].sort((a, b) => a.value - b.value || byName(a, b));
  return [
    `/** ${documentationOf(header, name)} */`,
    `export const ${name} = {`,
    ...sorted.map((v) => `  /** Since ${v.since}. */\n  ${v.name}: ${v.value},`),
    '} as const;',
    `export type ${name} = (typeof ${name})[keyof typeof ${name}];`,
    '',
  ].join('\n');
}

/** Macros that are a string or a number. */
export function emitConstants(api: Api): string {
  const lines = [...api.constants]
    .sort(byName)
    .flatMap((c) => [
      `/** Since ${c.since}. ${documentationOf(c.header, c.name)} */`,
      `export const ${c.name} = ${typeof c.value === 'string' ? `'${c.value}'` : c.value};`,
    ]);
  return `${lines.join('\n')}\n`;
}

/** Names of error codes and of the parts of libvirt that raise them. */
export function emitErrors(api: Api): string {
  const table = (title: string, enumeration: string) => {
    const values = api.values.filter((v) => v.enumeration === enumeration && !v.sentinel);
    const lines = values.sort((a, b) => a.value - b.value).map((v) => `  ${v.value}: '${v.name}',`);
    return [
      `/** ${documentationOf('virterror', enumeration)} */`,
      `export const ${title}: Readonly<Record<number, string>> = {`,
      ...lines,
      '};',
      '',
    ].join('\n');
  };
  return [table('errorCodeNames', 'virErrorNumber'), table('errorDomainNames', 'virErrorDomain')].join('\n');
}

/** The layout of structs, and which structs are opaque handles. */
export function emitLayouts(api: Api, types: Types): string {
  const sizes = new Map(api.constants.map((c) => [c.name, c.value]));
  const structs = api.structs.filter((s) => s.fields.length > 0).sort(byName);
  const pointers = [...api.typedefs.keys()].filter((name) => types.pointee(name)).sort();
  return [
    'export const structs = {',
    ...structs.flatMap((s) => emitStruct(s, types, sizes)),
    '} as const;',
    '',
    'export type StructName = keyof typeof structs;',
    '',
    '/** Structs that libvirt never shows: only their address is passed around. */',
    `export const handleKinds = [${[...types.handles]
      .sort()
      .map((h) => `'${h}'`)
      .join(', ')}] as const;`,
    '',
    'export type HandleKind = (typeof handleKinds)[number];',
    '',
    '/** What the pointer types point to. */',
    'export const pointees = {',
    ...pointers.map((name) => `  ${name}: '${types.pointee(name)}',`),
    '} as const;',
    '',
  ].join('\n');
}

function emitStruct(struct: ApiStruct, types: Types, sizes: Map<string, string | number>): string[] {
  return [
    `  /** Since ${struct.since}. ${documentationOf(struct.header, struct.name)} */`,
    `  ${struct.name}: [`,
    ...struct.fields.map((field) => `    ${emitField(field, types, sizes)},`),
    '  ],',
  ];
}

function emitField(field: Member, types: Types, sizes: Map<string, string | number>): string {
  if (field.union) {
    const members = field.union.map((m) => `['${m.name}', '${m.type.replace(/ long int$/, ' long')}']`);
    return `['${field.name}', 'union', [${members.join(', ')}]]`;
  }
  return `['${field.name}', '${fieldType(field, types, sizes)}']`;
}

/** Arrays as `char[80]`; pointers to anything but text as `void *`. */
export function fieldType(field: Member, types: Types, sizes: Map<string, string | number>): string {
  const array = /^char \w+\[(\w+)\]$/.exec(field.type);
  if (array?.[1]) return `char[${sizes.get(array[1]) ?? array[1]}]`;
  const type = types.scalar(field.type);
  const { kind } = types.classify(type);
  return kind === 'number' ? type : kind === 'string' ? 'char *' : 'void *';
}

/** Callback types: name, result and arguments. */
export function emitCallbacks(api: Api): string {
  return [
    'export const callbacks = {',
    ...[...api.callbacks]
      .sort(byName)
      .flatMap((c) => [
        `  /** Since ${c.since}. ${documentationOf(c.header, c.name)} */`,
        `  ${c.name}: { returns: '${c.returns}', args: [${c.args.map((a) => `['${a.name}', '${a.type}']`).join(', ')}] },`,
      ]),
    '} as const;',
    '',
    'export type CallbackName = keyof typeof callbacks;',
    '',
  ].join('\n');
}
