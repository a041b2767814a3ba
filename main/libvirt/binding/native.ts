import koffi, { type LibraryHandle, type TypeObject } from 'koffi';
import type { FunctionName, NativeFunctions } from '../generated/functions.ts';
import { type FunctionDescription, functions } from './functions.ts';
import { guardsFor, isPointerType } from './guards.ts';
import { libraryOf, loadLibrary } from './library.ts';
import { NeedsLibvirt } from './needs.ts';
import { guarded } from './observer.ts';

/** `char *` results belong to the caller: koffi copies and frees them. */
const ownedText = koffi.disposable('str');

/** The koffi type of an argument. Text goes in as text; all other pointers are buffers or addresses. */
function argumentType(type: string, bytes: boolean): string | TypeObject {
  if (type === 'const char *') return bytes ? 'void *' : 'str';
  if (type === 'const char **') return koffi.pointer('str');
  return isPointerType(type) ? 'void *' : type;
}

function resultType(type: string): string | TypeObject {
  if (type === 'char *') return ownedText;
  if (type === 'const char *') return 'str';
  return isPointerType(type) ? 'void *' : type;
}

type KoffiFunction = ReturnType<LibraryHandle['func']>;

/**
 * Declares one function to koffi.
 * @throws NeedsLibvirt when the installed library does not have it, LibraryMissing
 */
export function bind(description: Omit<FunctionDescription, 'name'> & { name: string }): KoffiFunction {
  const { name, header, returns, args } = description;
  const library = loadLibrary(libraryOf(header));
  // The description calls the data of virStreamSend text, yet it is bytes.
  const bytes = name === 'virStreamSend';
  try {
    return library.func(
      name,
      resultType(returns),
      args.map(([, type]) => argumentType(type, bytes)),
    );
  } catch (cause) {
    throw new NeedsLibvirt(name, description.since, cause);
  }
}

/**
 * Every public C function under its own name, found in the library when it is first used.
 *
 * The types and ranges of arguments are checked; the rest is C: out arguments are buffers, results are to be
 * freed as libvirt's reference says, errors are to be read before anything else is called (`lastError`), and a
 * wrong address ends the process. The classes of `../typed` take care of all that.
 * @throws LibraryMissing, NeedsLibvirt on first use
 */
export const native: NativeFunctions = Object.create(
  new Proxy(Object.create(null), {
    get: (_, name) => (typeof name === 'string' ? find(name) : undefined),
  }),
);

/** Makes a function an own property of `native`: the proxy behind it is asked once for each. */
function find(name: string): unknown {
  const description = functions.get(name);
  if (!description) return undefined;
  const value = guarded(description.name, bind(description), guardsFor(description));
  Object.defineProperty(native, name, { value, enumerable: true });
  return value;
}

const byName: Readonly<Record<string, (...args: unknown[]) => unknown>> = Object.create(native);

/** A function by a name from a table: what it takes and gives is not known to the compiler. */
export function nativeCall(name: FunctionName): (...args: unknown[]) => unknown {
  const found = byName[name];
  if (!found) throw new Error(`${name} is not one of libvirt's functions`);
  return found;
}

/**
 * Calls a function whose only argument is a handle on a thread of libuv's pool. Its error is lost: libvirt keeps
 * errors by thread. For calls that may wait long and whose failure need not be explained.
 * @returns the result as koffi gives it
 * @throws NeedsLibvirt, LibraryMissing
 */
export async function callAside(name: FunctionName, address: bigint): Promise<unknown> {
  const description = functions.get(name);
  if (!description) throw new Error(`${name} is not one of libvirt's functions`);
  const bound = bind(description);
  return new Promise((resolve, reject) => {
    bound.async(address, (error: unknown, result: unknown) => (error ? reject(error) : resolve(result)));
  });
}
