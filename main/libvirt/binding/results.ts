import type { FunctionDescription } from './functions.ts';
import { referenced } from './handle.ts';
import { objectFor } from './objects.ts';
import type { Ownership } from './ownership.ts';
import { handleKindOf } from './roles-in.ts';
import { toNumber } from './structs.ts';

/** What the result of a C function means. */
export interface ResultPlan {
  /** True for a result that says that the call failed, or that it may have. */
  failed(result: unknown): boolean;
  /** True where such a result is an answer as long as there is no error. */
  mayBeNothing: boolean;
  /** True where 0 says that there is nothing to read. */
  found: boolean;
  /** Turns the result into a plain value; null where it only says that the call succeeded. */
  value: ((result: unknown) => unknown) | null;
  valueName: string;
}

export function resultPlan({ name, returns }: FunctionDescription, entry: Ownership): ResultPlan {
  const kind = handleKindOf(returns);
  const isNumber = !kind && !returns.includes('*') && returns !== 'void';
  return {
    failed: returns === 'void' ? () => false : isNumber ? failedNumber(entry) : (result) => result === null,
    mayBeNothing: entry.result === 'nullable' || entry.result === 'nonzero',
    found: entry.result === 'found',
    value: kind
      ? handleValue(kind, entry)
      : isNumber
        ? numberValue(entry, name, returns)
        : textValue(returns),
    valueName: entry.resultName ?? 'result',
  };
}

const failedNumber = (entry: Ownership) =>
  entry.result === 'nonzero'
    ? (result: unknown) => Number(result) === 0
    : (result: unknown) => Number(result) < 0;

function handleValue(kind: NonNullable<ReturnType<typeof handleKindOf>>, entry: Ownership) {
  return (result: unknown) => {
    if (typeof result !== 'bigint') return null;
    return objectFor(kind, entry.result === 'borrowed' ? referenced(kind, result) : result);
  };
}

function numberValue(entry: Ownership, name: string, returns: string): ResultPlan['value'] {
  if (entry.result === 'bool') return (result) => result !== 0;
  if (entry.result === 'value' || entry.result === 'nonzero') return toNumber;
  if (returns !== 'int') throw new Error(`the result of ${name} needs an entry in the ownership table`);
  return null;
}

const textValue = (returns: string): ResultPlan['value'] => (returns === 'void' ? null : (result) => result);
