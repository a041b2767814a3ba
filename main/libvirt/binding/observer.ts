import type { Guard } from './guards.ts';

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

type AnyFunction = (...args: unknown[]) => unknown;

/** Wraps a C function: its arguments are checked, and the observer of this thread is told. */
export function guarded(name: string, call: AnyFunction, guards: readonly Guard[]): AnyFunction {
  const count = guards.length;
  return (...args) => {
    if (args.length !== count)
      throw new TypeError(`${name} takes ${count} arguments; ${args.length} were given`);
    for (let index = 0; index < count; index++) args[index] = guards[index]?.(args[index]);
    if (observer === null) return call(...args);
    const start = performance.now();
    const result = call(...args);
    observer(name, performance.now() - start);
    return result;
  };
}

const errors = String.raw`virConn\w*LastError|vir\w*LastError\w*|virFreeError|virResetError|virSetErrorFunc`;
const objects = String.raw`vir\w+(?:Free|Ref)|vir\w+Get(?:Name|UUID|UUIDString|ID|Connect|Domain|Key|Type)`;
const loop = String.raw`virTyped\w+|virEvent\w+|virStreamEvent\w+|virInitialize|virGetVersion`;
const streams = String.raw`virStream(?:New|Send\w*|Recv\w*|Sparse\w+)`;
const connection = 'virConnect(?:GetURI|IsAlive|SetKeepAlive)';
const local = new RegExp(`^(?:${[errors, objects, loop, streams, connection].join('|')})$`);

/**
 * True for functions that answer from the memory of this process: references, names, errors, the event loop,
 * the data of streams. The others cost a round trip on a remote connection.
 */
export const isLocal = (name: string) => local.test(name);
