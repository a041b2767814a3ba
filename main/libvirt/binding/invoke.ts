import type { FunctionName } from '../generated/functions.ts';
import { lastError, silenceErrors } from './errors.ts';
import type { Frame } from './frame.ts';
import type { Handle } from './handle.ts';
import { native } from './native.ts';
import { type Plan, planFor } from './plan.ts';

/**
 * Calls a function of libvirt as the ownership table describes it: checks the inputs, gives C what it
 * expects, reads the error of a failed call before anything else happens, turns results into plain values,
 * and frees what has to be freed.
 * @typeParam T what the generator derived, from the same table, for the method that calls this
 * @param target the object the method belongs to: the first C argument
 * @param inputs the visible arguments, in the order of the C arguments
 * @throws LibvirtError, NeedsLibvirt, LibraryMissing, TypeError, RangeError
 */
export function invoke<T>(name: FunctionName, target: Handle, inputs: readonly unknown[]): T {
  silenceErrors();
  const plan = planFor(name);
  const frame: Frame = { natives: [target.address], inputs, readers: [], releases: [], again: null };
  try {
    for (const prepare of plan.prepare) prepare(frame);
    let result = call(plan, frame);
    if (frame.again?.()) result = call(plan, frame);
    // The compiler cannot see through the table; the generator read the same one.
    return answer(plan, frame, result) as T;
  } finally {
    for (const release of frame.releases) release();
  }
}

function call(plan: Plan, frame: Frame): unknown {
  const result = plan.call(...frame.natives);
  if (plan.failed(result) && !(plan.mayBeNothing && native.virGetLastErrorCode() === 0)) {
    throw lastError(plan.name);
  }
  return result;
}

/** The only output by itself, several as an object with their C names. */
function answer(plan: Plan, frame: Frame, result: unknown): unknown {
  if (plan.found && result === 0) return null;
  const outputs: [string, unknown][] = plan.value ? [[plan.valueName, plan.value(result)]] : [];
  for (const [name, read] of frame.readers) outputs.push([name, read(Number(result))]);
  return outputs.length > 1 ? Object.fromEntries(outputs) : outputs[0]?.[1];
}
