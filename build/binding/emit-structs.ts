import { countedFields } from '../../main/libvirt/binding/structs-counted.ts';
import type { Api, ApiStruct, Member } from './description.ts';
import { byName, documentationOf, typeNameOf } from './names.ts';
import type { Types } from './types.ts';

/** Structs that the binding takes apart itself and never hands out. */
const internal = new Set([
  'virBlkioParameter',
  'virConnectAuth',
  'virConnectCredential',
  'virDomainDiskError',
  'virDomainMemoryStatStruct',
  'virDomainStatsRecord',
  'virError',
  'virMemoryParameter',
  'virNodeCPUStats',
  'virNodeMemoryStats',
  'virSchedParameter',
  'virTypedParameter',
]);

/** True for structs that have an interface of their own. */
export const isPublicStruct = (name: string) => !internal.has(name);

/** Interfaces for what calls and events give back, every field a plain value. */
export function emitStructTypes(api: Api, types: Types): string {
  return api.structs
    .filter((s) => s.fields.length > 0 && isPublicStruct(s.name))
    .sort(byName)
    .map((s) => emitInterface(s, types))
    .join('\n');
}

function emitInterface(struct: ApiStruct, types: Types): string {
  const counted = countedFields[struct.name] ?? {};
  const counters = new Set(Object.values(counted).map((field) => field.count));
  const fields = struct.fields.filter((field) => !counters.has(field.name));
  return [
    `/** Since ${struct.since}. ${documentationOf(struct.header, struct.name)} */`,
    `export interface ${typeNameOf(struct.name)} {`,
    ...fields.map((field) => `  ${field.name}: ${fieldTypeName(struct.name, field, types)};`),
    '}',
    '',
  ].join('\n');
}

function fieldTypeName(struct: string, field: Member, types: Types): string {
  const array = countedFields[struct]?.[field.name]?.elements;
  if (array === 'text') return 'string[]';
  if (array === 'bytes') return 'Uint8Array';
  if (array) return `${typeNameOf(array)}[]`;
  if (field.type.startsWith('char ') && field.type.includes('[')) return 'string';
  const { kind } = types.classify(types.scalar(field.type));
  return kind === 'number' ? 'number' : kind === 'string' ? 'string | null' : 'bigint | null';
}
