/**
 * Told of each call into libvirt once it is over. It must not call libvirt itself: the error of the call has
 * not been read yet.
 */
export type CallObserver = (name: string, milliseconds: number) => void;

let observer: CallObserver | null = null;

/** Sets who is told of calls on this thread, or no one. */
export function onCall(told: CallObserver | null): void {
  observer = told;
}

type AnyFunction = (...args: never[]) => unknown;

/** Wraps a function so that the observer of this thread sees its calls. */
export function observed<F extends AnyFunction>(name: string, call: F): (...args: Parameters<F>) => unknown {
  return (...args) => {
    if (observer === null) return call(...args);
    const start = performance.now();
    const result = call(...args);
    observer(name, performance.now() - start);
    return result;
  };
}

const local =
  /^(?:virConn\w*LastError|vir\w*LastError\w*|vir\w+Free|vir\w+Ref|vir\w+Get(?:Name|UUID|UUIDString|ID|Connect|Key|Type)|virTyped\w+|virEvent\w+|virStreamEvent\w+|virStream(?:New|Send|Recv\w*|SendHole|SendAll|RecvAll|Sparse\w+)|virSetErrorFunc|virInitialize|virGetVersion|vir\w+(?:Register|Deregister|Unregister)CloseCallback)$/;

/**
 * True for functions that answer from the memory of this process: references, names, errors, the event loop,
 * the data of streams. The others cost a round trip on a remote connection.
 */
export const isLocal = (name: string) => local.test(name);
