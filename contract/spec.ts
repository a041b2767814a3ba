import type { z } from 'zod';

/** One request with its answer, described by schemas from which both sides infer their types. */
export interface CallSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

/** Declares a call. Inputs are always validated in main; outputs in development and tests. */
export function call<I extends z.ZodType, O extends z.ZodType>(spec: {
  input: I;
  output: O;
}): CallSpec<I, O> {
  return spec;
}

/** Calls by group and name: `calls.domains.start` goes over the wire as `domains.start`. */
export type CallTree = Readonly<Record<string, Readonly<Record<string, CallSpec>>>>;

/** Events by name; the value is the payload's schema. */
export type EventTree = Readonly<Record<string, z.ZodType>>;

/** The renderer's view of a call tree: every call is an async function. */
export type ClientOf<T extends CallTree> = {
  readonly [G in keyof T]: {
    readonly [N in keyof T[G]]: (input: z.input<T[G][N]['input']>) => Promise<z.output<T[G][N]['output']>>;
  };
};

/** Main's view: a handler for every call. `C` is what main knows of the caller (its window). */
export type HandlersOf<T extends CallTree, C> = {
  readonly [G in keyof T]: {
    readonly [N in keyof T[G]]: (
      input: z.output<T[G][N]['input']>,
      caller: C,
    ) => Promise<z.input<T[G][N]['output']>> | z.input<T[G][N]['output']>;
  };
};

/** The payloads of an event tree. */
export type PayloadsOf<T extends EventTree> = { readonly [N in keyof T]: z.output<T[N]> };
