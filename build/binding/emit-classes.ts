import { isVisible, type Ownership, ownership, type Role } from '../../main/libvirt/binding/ownership.ts';
import type { Api, ApiFunction, Member } from './description.ts';
import { isPublicStruct } from './emit-structs.ts';
import { byName, camel, documentationOf, methodName, typeNameOf } from './names.ts';
import type { Types } from './types.ts';

/** One abstract class per kind of handle with a method for each call that the ownership table describes. */
export function emitClasses(api: Api, types: Types): Map<string, string> {
  const files = new Map<string, string>();
  for (const handle of [...types.handles].sort()) {
    const methods = api.functions
      .filter((f) => receiver(f, types) === handle && typeof entryOf(f) === 'object')
      .filter((f) => f.name !== `${handle}Free` && f.name !== `${handle}Ref`)
      .sort(byName)
      .map((f) => emitMethod(f, handle, types));
    files.set(`calls/${fileName(handle)}.ts`, emitClass(handle, methods.join('\n'), types));
  }
  return files;
}

const entryOf = (f: ApiFunction) => ownership[f.name] ?? {};

/** `virNWFilterBinding` to `nwfilter-binding`, `virStorageVol` to `storage-vol`. */
export function fileName(handle: string): string {
  return typeNameOf(handle)
    .replace('NWF', 'Nwf')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();
}

/** The kind of handle that a function works on: that of its first argument. */
export function receiver(f: ApiFunction, types: Types): string | null {
  const first = types.classify(f.args[0]?.type ?? 'void');
  return first.kind === 'handle' ? first.name : null;
}

/** In the methods, `C.` marks the names of classes and `S.` those of structs, to find what to import. */
function emitClass(handle: string, body: string, types: Types): string {
  const own = typeNameOf(handle);
  const code = body.replace(/\/\*\*.*?\*\//g, '');
  const uses = (name: string) => new RegExp(`: [^;{]*\\b${name}\\b`).test(code);
  const classes = [...types.handles]
    .filter((kind) => new RegExp(`\\bC\\.${typeNameOf(kind)}\\b`).test(code))
    .sort();
  const structs = [...new Set(code.match(/\bS\.(\w+)/g) ?? [])].map((name) => name.slice(2)).sort();
  return [
    "import { Handle } from '../../binding/handle.ts';",
    ...(code.includes('invoke(') ? ["import { invoke } from '../../binding/invoke.ts';"] : []),
    ...(uses('TypedParams') || uses('TypedParamsInput')
      ? [
          `import type { ${['TypedParams', 'TypedParamsInput'].filter(uses).join(', ')} } from '../../binding/params.ts';`,
        ]
      : []),
    ...classes.map((c) => `import type { ${typeNameOf(c)} } from '../../typed/${fileName(c)}.ts';`),
    ...(structs.length ? [`import type { ${structs.join(', ')} } from '../structs.ts';`] : []),
    '',
    `/** Calls on a ${handle}, by libvirt's names. */`,
    `export abstract class ${own}Calls extends Handle<'${handle}'> {`,
    body.replace(/\bC\.(\w+)|\bS\.(\w+)/g, (_, a?: string, b?: string) => a ?? b ?? ''),
    '}',
    '',
  ].join('\n');
}

function emitMethod(f: ApiFunction, handle: string, types: Types): string {
  const entry = entryOf(f);
  const owner: Ownership = typeof entry === 'object' ? entry : {};
  const inputs = f.args.slice(1).filter((arg) => isVisible(owner.roles?.[arg.name]) && !isCount(f, arg));
  const parameters = inputs.map((arg, index) => parameter(arg, index === inputs.length - 1, owner, types));
  const names = inputs.map((arg) => camel(arg.name)).join(', ');
  const outcome = resultType(f, owner, types);
  const keyword = outcome === 'void' ? '' : 'return ';
  return [
    `  /** Since ${f.since}. ${documentationOf(f.header, f.name)} */`,
    `  ${methodName(f.name, handle)}(${parameters.join(', ')}): ${outcome} {`,
    `    ${keyword}invoke('${f.name}', this, [${names}]);`,
    '  }',
    '',
  ].join('\n');
}

/** The count behind `virTypedParameterPtr` goes with it. */
function isCount(f: ApiFunction, arg: Member): boolean {
  const before = f.args[f.args.indexOf(arg) - 1];
  return before?.type === 'virTypedParameterPtr' && arg.name === 'nparams';
}

function parameter(arg: Member, last: boolean, owner: Ownership, types: Types): string {
  const name = camel(arg.name);
  if (last && /^flags?$/.test(name)) return `${name} = 0`;
  const mayBeNull = arg.nullable || owner.nullable?.includes(arg.name);
  return `${name}: ${inputType(arg, mayBeNull ?? false, owner.roles?.[arg.name], types)}`;
}

function inputType(arg: Member, nullable: boolean, role: Role | undefined, types: Types): string {
  const orNull = nullable ? ' | null' : '';
  if (role === 'bool') return 'boolean';
  if (role === 'strings') return `readonly string[]${orNull}`;
  if (role === 'bytes') return 'Uint8Array';
  if (role === 'ints') return `readonly ${arg.type.includes('long long') ? '(number | bigint)' : 'number'}[]`;
  if (arg.type === 'virTypedParameterPtr') return `TypedParamsInput${orNull}`;
  const type = types.classify(arg.type);
  if (type.kind === 'number') return type.wide ? 'number | bigint' : 'number';
  if (type.kind === 'handle') return `C.${typeNameOf(type.name)}`;
  if (type.kind === 'string') return `string${orNull}`;
  throw new Error(`argument ${arg.name} (${arg.type}) needs a role in the ownership table`);
}

function resultType(f: ApiFunction, owner: Ownership, types: Types): string {
  const outs = f.args.slice(1).flatMap((arg) => {
    const type = outputType(f, arg, owner.roles?.[arg.name], types);
    return type ? [{ name: camel(arg.name), type }] : [];
  });
  const own = ownResult(f, owner, types);
  const all = own ? [{ name: owner.resultName ?? 'result', type: own }, ...outs] : outs;
  const [first] = all;
  if (!first) return 'void';
  const single = all.length === 1 ? first.type : `{ ${all.map((o) => `${o.name}: ${o.type}`).join('; ')} }`;
  return owner.result === 'found' ? `${single} | null` : single;
}

function ownResult(f: ApiFunction, owner: Ownership, types: Types): string | null {
  if (owner.result === 'bool') return 'boolean';
  if (owner.result === 'value' || owner.result === 'nonzero') return 'number';
  const type = types.classify(f.returns);
  if (type.kind === 'handle') return `C.${typeNameOf(type.name)}`;
  if (type.kind === 'string') return owner.result === 'nullable' ? 'string | null' : 'string';
  if (type.kind === 'void' || f.returns === 'int') return null;
  throw new Error(`the result of ${f.name} (${f.returns}) needs an entry in the ownership table`);
}

function outputType(f: ApiFunction, arg: Member, role: Role | undefined, types: Types): string | null {
  switch (role) {
    case 'out':
      return pointed(arg.type, types);
    case 'out-bool':
      return 'boolean';
    case 'list':
    case 'structs':
    case 'array':
      return `${pointed(arg.type, types)}[]`;
    case 'strings-out':
    case 'names':
      return 'string[]';
    case 'ints-fill':
      return 'number[]';
    case 'bytes-fill':
    case 'uuid':
      return 'Uint8Array';
    case 'uuid-text':
      return 'string';
    case 'text-out':
      return 'string | null';
    case 'params-fill':
    case 'params-out':
      return 'TypedParams';
    case 'fields-fill':
      return 'Record<string, number>';
    default:
      if (role === undefined && arg.type.endsWith('*') && arg.type !== 'const char *') {
        throw new Error(
          `argument ${arg.name} of ${f.name} (${arg.type}) needs a role in the ownership table`,
        );
      }
      return null;
  }
}

/** `int *` to number, `virDomainInfoPtr` to DomainInfo, `virDomainPtr **` to Domain. */
function pointed(type: string, types: Types): string {
  const { kind, ...rest } = types.classify(type.replace(/ \*+$/, ''));
  if (kind === 'number') return 'number';
  const name = 'name' in rest ? rest.name : '';
  if (kind === 'handle') return `C.${typeNameOf(name)}`;
  if (kind === 'struct' && isPublicStruct(name)) return `S.${typeNameOf(name)}`;
  throw new Error(`no type for what ${type} points to`);
}
