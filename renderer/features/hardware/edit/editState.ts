import type { ApiErrorData, EditConflict, EditResult } from '../../../../contract/index.ts';
import type { Change } from '../../../../model/index.ts';

/** What was typed into a field and cannot be taken as it stands. */
export interface Typed {
  readonly text: string;
  /** What is wrong with it. */
  readonly problem: string;
  /** The field in words: "Memory". */
  readonly label: string;
  /** The proposed definition that the text was made of, where it is the text of all of it. */
  readonly from?: string;
}

/** A text as it is typed: what the control is among all of the edit's, and in words. */
export interface Entered {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** What an edit was on the page that this one was loaded instead of. */
export interface EarlierEdit {
  readonly base: string;
  readonly proposed: string;
  /** The names of the proposed definition's devices, in their order. */
  readonly ids: readonly string[];
  readonly typed: Iterable<readonly [field: string, Typed]>;
  readonly selected: string;
  /** What is to be said of it. */
  readonly notice: string | null;
  readonly conflicts: readonly EditConflict[];
}

/** What pages show of an edit besides the documents. */
export interface EditState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: ApiErrorData | null;
  /** Counts changes of the documents: who shows something of them reads it again when this changes. */
  readonly revision: number;
  readonly changes: readonly Change[];
  readonly typed: ReadonlyMap<string, Typed>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What others did to the machine meanwhile, in words. */
  readonly notice: string | null;
  readonly conflicts: readonly EditConflict[];
  readonly applying: boolean;
  readonly applyError: ApiErrorData | null;
  /** What came of the last time it was applied. */
  readonly result: EditResult | null;
  /** The machine runs: some changes can be made at once. */
  readonly active: boolean;
  /** There is a saved definition (or a draft) to be changed. */
  readonly persistent: boolean;
  /** A section's name, or a device's id. */
  readonly selected: string;
}

/** Before anything was read. */
export const UNREAD: EditState = {
  phase: 'loading',
  error: null,
  revision: 0,
  changes: [],
  typed: new Map(),
  canUndo: false,
  canRedo: false,
  notice: null,
  conflicts: [],
  applying: false,
  applyError: null,
  result: null,
  active: false,
  persistent: false,
  selected: 'general',
};
