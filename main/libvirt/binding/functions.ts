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

const known = new Map<string, FunctionDescription>();
const lines = new Map<string, { header: string; line: string }>();
for (const [header, text] of Object.entries(headers)) {
  for (const line of text.trim().split('\n')) lines.set(line.slice(0, line.indexOf('|')), { header, line });
}

/** The tables are text: an object for each of the functions would cost every thread a megabyte. */
function parse(name: FunctionName, header: string, line: string): FunctionDescription {
  const [, since = '', returns = '', args = ''] = line.split('|');
  return { name, header, since, returns, args: args === '' ? [] : args.split(',').map(argument) };
}

function argument(text: string): Argument {
  const colon = text.indexOf(':');
  const type = text.slice(colon + 1);
  return text[colon - 1] === '?'
    ? [text.slice(0, colon - 1), type, 'nullable']
    : [text.slice(0, colon), type];
}

/** Whether a name is that of a public function. */
function isFunction(name: string): name is FunctionName {
  return lines.has(name);
}

/** Every public function, by name. */
export const functions = {
  get(name: string): FunctionDescription | undefined {
    const entry = lines.get(name);
    if (!entry || !isFunction(name)) return undefined;
    const description = known.get(name) ?? parse(name, entry.header, entry.line);
    known.set(name, description);
    return description;
  },
  keys: (): Iterable<string> => lines.keys(),
  values: (): FunctionDescription[] => [...lines.keys()].map(functionOf),
};

/** @throws when there is no such function: a mistake in a table of ours */
export function functionOf(name: string): FunctionDescription {
  const description = functions.get(name);
  if (!description) throw new Error(`${name} is not one of libvirt's functions`);
  return description;
}

/** The page of libvirt's reference that describes a function. */
export function documentationOf(name: string): string {
  return `https://libvirt.org/html/libvirt-${functionOf(name).header}.html#${name}`;
}
