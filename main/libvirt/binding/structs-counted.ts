import type { StructName } from '../generated/layouts.ts';

/** A field that points to an array, the field with its length, and what the elements are. */
export interface CountedField {
  count: string;
  elements: StructName | 'text' | 'bytes';
}

/** Which fields of structs are arrays: the description of the API does not say. */
export const countedFields: Readonly<Record<string, Readonly<Record<string, CountedField>>>> = {
  virDomainFSInfo: { devAlias: { count: 'ndevAlias', elements: 'text' } },
  virDomainInterface: { addrs: { count: 'naddrs', elements: 'virDomainIPAddress' } },
  virDomainIOThreadInfo: { cpumap: { count: 'cpumaplen', elements: 'bytes' } },
  virDomainEventGraphicsSubject: {
    identities: { count: 'nidentity', elements: 'virDomainEventGraphicsSubjectIdentity' },
  },
};
