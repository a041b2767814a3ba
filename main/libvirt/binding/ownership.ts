import { domainOwnership } from './ownership-domain.ts';
import { hostOwnership } from './ownership-host.ts';
import { objectOwnership } from './ownership-objects.ts';

/**
 * What one C argument is for. Arguments without a role are plain inputs: numbers, strings, handles, and
 * `virTypedParameterPtr` followed by its count.
 *
 * - `out`, `out-bool`: points to a number or struct that the call fills
 * - `bool`: an int that is a truth value
 * - `list`: receives an allocated array of handles; each becomes an object, the array is freed
 * - `structs`: receives an allocated array of pointers to structs, each freed by libvirt's own function
 * - `array`: receives an allocated array of structs, freed as one block
 * - `strings`, `ints`, `bytes`: an input array, its elements copied for the time of the call
 * - `strings-out`: receives an allocated array of allocated strings
 * - `names`: an array that the call fills with allocated strings
 * - `ints-fill`, `bytes-fill`: an array that the call fills
 * - `params-fill`: typed parameters in an array of ours; called once for the count, once for the values
 * - `params-out`: receives an allocated array of typed parameters
 * - `fields-fill`: as `params-fill`, for the structs of one name and one number
 * - `text-out`: receives an allocated string
 * - `uuid`, `uuid-text`: 16 bytes, or 36 characters, that the call fills
 * - `length X`: number of elements of the input X; `count X`: receives the number of elements of the result X
 * - `capacity X`: an input: how many elements the result X may have
 * - `size X`: size of the struct behind X
 */
export type Role =
  | 'out'
  | 'out-bool'
  | 'bool'
  | 'list'
  | 'structs'
  | 'array'
  | 'strings'
  | 'ints'
  | 'bytes'
  | 'strings-out'
  | 'names'
  | 'ints-fill'
  | 'bytes-fill'
  | 'params-fill'
  | 'params-out'
  | 'fields-fill'
  | 'text-out'
  | 'uuid'
  | 'uuid-text'
  | `length ${string}`
  | `count ${string}`
  | `capacity ${string}`
  | `size ${string}`;

/**
 * What the result of a call means. Without an entry: a negative int or a null pointer is an error, a
 * non-negative int says nothing more, `char *` is freed, `const char *` is borrowed, a handle is ours.
 *
 * - `value`: the int is the answer; `bool`: as a truth value
 * - `nonzero`: an unsigned number where 0 is an error
 * - `found`: 0 means that there is nothing: the answer is null
 * - `borrowed`: the handle belongs to the object asked; take a reference
 * - `nullable`: null without an error is an answer
 */
export type Result = 'value' | 'bool' | 'nonzero' | 'found' | 'borrowed' | 'nullable';

export interface Ownership {
  roles?: Readonly<Record<string, Role>>;
  result?: Result;
  /** Name of the result beside the other outputs, where there are any. */
  resultName?: string;
  /** Strings and arrays for which NULL is allowed although the description does not say so. */
  nullable?: readonly string[];
}

/**
 * `manual`: the typed layer has it by hand, because it takes callbacks, several calls or unusual memory.
 * `raw`: only the raw binding has it: it works on C structures that the typed layer never shows, or a later
 * function replaces it.
 */
export type OwnershipEntry = Ownership | 'manual' | 'raw';

/** True for arguments that the caller of a method gives; the others are made up or filled. */
export function isVisible(role: Role | undefined): boolean {
  return role === undefined || /^(?:bool|strings|ints|bytes)$|^capacity /.test(role);
}

/** Everything about libvirt's functions that its description does not say. */
export const ownership: Readonly<Record<string, OwnershipEntry>> = {
  ...hostOwnership,
  ...domainOwnership,
  ...objectOwnership,
};
