import type { FunctionName } from '../generated/functions.ts';

/** One call under way. */
export interface Frame {
  /** What C gets, by position. */
  natives: unknown[];
  /** What the caller gave, in the order of the C arguments. */
  inputs: readonly unknown[];
  /** What gives the outputs once the call has succeeded; told the result of the call. */
  readers: [name: string, read: (result: number) => unknown][];
  /** What is to be done at the end, whether the call succeeded or not. */
  releases: (() => void)[];
  /** Changes the arguments for a second call; false when the first was enough. */
  again: (() => boolean) | null;
}

/** Puts one argument, and those that go with it, into the frame of a call. */
export type Prepare = (frame: Frame) => void;

/** A C argument to prepare. */
export interface Slot {
  call: FunctionName;
  name: string;
  /** The C type. */
  type: string;
  nullable: boolean;
  /** Position among the C arguments. */
  index: number;
  /** Position among the inputs of the caller; -1 for an argument that the caller does not see. */
  input: number;
  /** The argument with the length, count, capacity or size of this one; null without one. */
  companion: { index: number; input: number; type: string } | null;
}

/** Names an argument in errors. */
export const whatOf = (slot: Slot) => `${slot.call}: ${slot.name}`;
