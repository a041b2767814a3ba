import { type FunctionName, headers } from '../generated/functions.ts';

/** One argument of a C function: name, type, and whether its documentation allows NULL. */
export type Argument = readonly [name: string, type: string, nullable?: 'nullable'];

/** A C function as the description of the API gives it. */
export interface FunctionDescription {
  name: FunctionName;
  header: string;
  /** First version of libvirt that has it. */
  since: string;
  returns: string;
  args: readonly Argument[];
}

const table = new Map<string, FunctionDescription>();
for (const [header, functions] of Object.entries(headers)) {
  for (const [name, description] of Object.entries(functions)) {
    if (isNew(name)) table.set(name, { name, header, ...description });
  }
}

function isNew(name: string): name is FunctionName {
  return !table.has(name);
}

/** Every public function, by name. */
export const functions: ReadonlyMap<string, FunctionDescription> = table;

/** @throws when there is no such function: a mistake in a table of ours */
export function functionOf(name: string): FunctionDescription {
  const description = table.get(name);
  if (!description) throw new Error(`${name} is not one of libvirt's functions`);
  return description;
}

/** The page of libvirt's reference that describes a function. */
export function documentationOf(name: string): string {
  return `https://libvirt.org/html/libvirt-${functionOf(name).header}.html#${name}`;
}
