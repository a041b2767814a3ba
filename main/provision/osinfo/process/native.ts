import koffi, { type LibraryHandle } from 'koffi';

/** The address of a GObject or a list; 0n: none. */
export type Address = bigint;

/** libosinfo or one of the libraries under it cannot be loaded. */
export class OsinfoMissing extends Error {
  override readonly name = 'OsinfoMissing';
}

const GListNode = koffi.struct({ data: 'void *', next: 'void *', prev: 'void *' });
const GErrorRecord = koffi.struct({ domain: 'uint32', code: 'int', message: 'const char *' });

/**
 * The functions of libosinfo that are used here, each found when it is first needed: older libraries lack some.
 * Ownership is libosinfo's own: a getter that makes a list gives it away, one that names an entity lends it.
 */
export class OsinfoLibrary {
  readonly #osinfo: LibraryHandle;
  readonly #functions = new Map<string, ((...args: unknown[]) => unknown) | null>();
  readonly #unref: (object: Address) => void;
  readonly #freeList: (list: Address) => void;
  readonly #freeError: (error: Address) => void;
  readonly #ownedString: ReturnType<typeof koffi.disposable>;

  /** @throws OsinfoMissing */
  constructor(name: string) {
    try {
      this.#osinfo = koffi.load(name);
      const gobject = koffi.load('libgobject-2.0.so.0');
      const glib = koffi.load('libglib-2.0.so.0');
      this.#unref = gobject.func('g_object_unref', 'void', ['void *']);
      this.#freeList = glib.func('g_list_free', 'void', ['void *']);
      this.#freeError = glib.func('g_error_free', 'void', ['void *']);
      this.#ownedString = koffi.disposable(null, 'str', glib.func('g_free', 'void', ['void *']));
    } catch (error) {
      throw new OsinfoMissing(error instanceof Error ? error.message : String(error));
    }
  }

  /** Whether this version of the library has a function. */
  has(name: string): boolean {
    try {
      this.#osinfo.symbol(name);
      return true;
    } catch {
      return false;
    }
  }

  /** Calls a function that answers with an entity, a list or nothing (0n). */
  object(name: string, ...args: CallArgument[]): Address {
    const answer = this.#call(name, 'void *', args);
    return typeof answer === 'bigint' ? answer : 0n;
  }

  /** As {@link object}, for a function whose last parameter takes a GError. @throws Error with its message */
  objectOrThrow(name: string, ...args: CallArgument[]): Address {
    return this.#throwing(name, 'void *', args, (answer) => (typeof answer === 'bigint' ? answer : 0n));
  }

  /** Calls a function whose answer is a text that belongs to somebody else. */
  text(name: string, ...args: CallArgument[]): string | null {
    const answer = this.#call(name, 'str', args);
    return typeof answer === 'string' ? answer : null;
  }

  /** Calls a function whose answer is a text that is ours. */
  ownedText(name: string, ...args: CallArgument[]): string | null {
    const answer = this.#call(name, this.#ownedString, args);
    return typeof answer === 'string' ? answer : null;
  }

  /** As {@link ownedText}, for a function whose last parameter takes a GError. @throws Error with its message */
  ownedTextOrThrow(name: string, ...args: CallArgument[]): string | null {
    return this.#throwing(name, this.#ownedString, args, (answer) =>
      typeof answer === 'string' ? answer : null,
    );
  }

  /** Calls a function whose answer is a number or a gboolean. */
  number(name: string, ...args: CallArgument[]): number {
    const answer = this.#call(name, 'int', args);
    return typeof answer === 'number' ? answer : 0;
  }

  /** Calls a function that answers nothing. */
  run(name: string, ...args: CallArgument[]): void {
    this.#call(name, 'void', args);
  }

  /** Calls a function that answers nothing and whose last parameter takes a GError. @throws Error with its message */
  runOrThrow(name: string, ...args: CallArgument[]): void {
    this.#throwing(name, 'void', args, () => null);
  }

  /** Gives back an object that was ours. */
  unref(object: Address): void {
    if (object !== 0n) this.#unref(object);
  }

  /** The texts in a GList whose nodes are ours and whose texts are not. */
  texts(list: Address): string[] {
    return this.pointers(list).map((text) => String(koffi.decode(text, 'char', -1)));
  }

  /** The addresses in a GList whose nodes are ours. */
  pointers(list: Address): Address[] {
    const found: Address[] = [];
    for (let node = list; node !== 0n; ) {
      const { data, next }: { data: unknown; next: unknown } = koffi.decode(node, GListNode);
      if (typeof data === 'bigint') found.push(data);
      node = typeof next === 'bigint' ? next : 0n;
    }
    if (list !== 0n) this.#freeList(list);
    return found;
  }

  #throwing<T>(name: string, result: TypeSpec, args: CallArgument[], read: (answer: unknown) => T): T {
    const slot: unknown[] = [null];
    const answer = read(this.#function(name, result, args, true)(...args, slot));
    const [error] = slot;
    if (typeof error !== 'bigint' || error === 0n) return answer;
    const { message }: { message: unknown } = koffi.decode(error, GErrorRecord);
    this.#freeError(error);
    throw new Error(typeof message === 'string' ? message : `${name} failed`);
  }

  #call(name: string, result: TypeSpec, args: CallArgument[]): unknown {
    return this.#function(name, result, args, false)(...args);
  }

  #function(name: string, result: TypeSpec, args: CallArgument[], fails: boolean) {
    let found = this.#functions.get(name);
    if (!found) {
      const types: TypeSpec[] = args.map((arg) =>
        typeof arg === 'string' ? 'str' : typeof arg === 'number' ? 'int' : 'void *',
      );
      if (fails) types.push('_Inout_ void **');
      found = this.#osinfo.func(name, result, types);
      this.#functions.set(name, found);
    }
    return found;
  }
}

/** A text, a number (int) or an address (null: NULL); a function is always called with the same kinds. */
export type CallArgument = string | number | Address | null;
type TypeSpec = string | ReturnType<typeof koffi.disposable>;
