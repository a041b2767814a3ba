import type { Api, ApiFunction, Member } from './description.ts';
import { byName, documentationOf, typeNameOf } from './names.ts';
import type { Types } from './types.ts';

/** `virConnectDomainEventRTCChangeCallback` to `DomainEventRTCChange`. */
export const payloadName = (callback: string) => callback.replace(/^virConnect/, '').replace(/Callback$/, '');

/** An interface per event callback with what it tells besides the connection and the object. */
export function emitEvents(api: Api, types: Types): string {
  const events = api.callbacks.filter(
    (c) => /Event\w*Callback$/.test(c.name) && c.name.startsWith('virConnect'),
  );
  const blocks = events.sort(byName).map((c) => emitPayload(c, types));
  const structs = [
    ...new Set(blocks.join('\n').match(/\bDomainEventGraphics(?:Address|Subject)\b/g) ?? []),
  ].sort();
  return [
    "import type { TypedParams } from '../binding/params.ts';",
    `import type { ${structs.join(', ')} } from './structs.ts';`,
    '',
    ...blocks,
    '/** What each callback tells, by its C name. */',
    'export interface EventPayloads {',
    ...events.map((c) => `  ${c.name}: ${payloadName(c.name)};`),
    '}',
    '',
  ].join('\n');
}

function emitPayload(callback: ApiFunction, types: Types): string {
  const fields = callback.args.filter((a) => isTold(callback, a, types));
  return [
    `/** Since ${callback.since}. ${documentationOf(callback.header, callback.name)} */`,
    `export interface ${payloadName(callback.name)} {`,
    ...fields.map((a) => `  ${a.name}: ${fieldType(a, types)};`),
    '}',
    '',
  ].join('\n');
}

/** Not the connection, not the object itself, not `opaque`, not the count of an array. */
function isTold(callback: ApiFunction, arg: Member, types: Types): boolean {
  if (arg.name === 'opaque' || types.classify(arg.type).kind === 'handle') return false;
  return !(arg.name === 'nparams' && callback.args.some((a) => a.type === 'virTypedParameterPtr'));
}

function fieldType(arg: Member, types: Types): string {
  if (arg.type === 'virTypedParameterPtr') return 'TypedParams';
  const struct = /^const (vir\w+) \*$/.exec(arg.type)?.[1];
  if (struct) return `${typeNameOf(struct)} | null`;
  const { kind } = types.classify(arg.type);
  if (kind === 'number') return 'number';
  if (kind === 'string') return 'string | null';
  throw new Error(`no type for the argument ${arg.name} (${arg.type}) of an event`);
}
