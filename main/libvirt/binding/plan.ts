import type { FunctionName } from '../generated/functions.ts';
import type { Prepare, Slot } from './frame.ts';
import { type Argument, type FunctionDescription, functionOf } from './functions.ts';
import { nativeCall } from './native.ts';
import { isVisible, type Ownership, ownership, type Role } from './ownership.ts';
import { type ResultPlan, resultPlan } from './results.ts';
import * as inputs from './roles-in.ts';
import * as outputs from './roles-out.ts';
import * as params from './roles-params.ts';

/** How one function is called, worked out once per thread from its description and the ownership table. */
export interface Plan extends ResultPlan {
  name: FunctionName;
  call: (...natives: unknown[]) => unknown;
  prepare: readonly Prepare[];
}

const plans = new Map<FunctionName, Plan>();

/** @throws NeedsLibvirt, LibraryMissing */
export function planFor(name: FunctionName): Plan {
  const known = plans.get(name);
  if (known) return known;
  const description = functionOf(name);
  const entry = ownership[name] ?? {};
  if (typeof entry === 'string')
    throw new Error(`${name} is ${entry}: it cannot be called by its description`);
  const plan: Plan = {
    name,
    call: nativeCall(name),
    prepare: preparations(description, entry),
    ...resultPlan(description, entry),
  };
  plans.set(name, plan);
  return plan;
}

/** Roles of arguments that another one takes care of. */
const companionOf = /^(?:length|count|capacity|size) (\w+)$/;

function preparations({ name, args }: FunctionDescription, entry: Ownership): Prepare[] {
  const roles = entry.roles ?? {};
  const positions = inputPositions(args, roles);
  const prepare: Prepare[] = [];
  args.forEach((arg, index) => {
    const role = roles[arg[0]];
    if (index === 0 || isCountOfParams(args, index) || companionOf.test(role ?? '')) return;
    const slot: Slot = {
      call: name,
      name: arg[0],
      type: arg[1],
      nullable: arg[2] === 'nullable' || (entry.nullable?.includes(arg[0]) ?? false),
      index,
      input: positions[index] ?? -1,
      companion: companion(arg[0], args, roles, positions),
    };
    prepare.push(preparation(slot, role));
  });
  return prepare;
}

/** The count behind `virTypedParameterPtr` goes with it. */
function isCountOfParams(args: readonly Argument[], index: number): boolean {
  return args[index - 1]?.[1] === 'virTypedParameterPtr' && args[index]?.[0] === 'nparams';
}

/** Position of each argument among those that the caller sees, -1 for the others. The first is the object. */
function inputPositions(args: readonly Argument[], roles: Readonly<Record<string, Role>>): number[] {
  let next = 0;
  return args.map(([name], index) => {
    return index > 0 && isVisible(roles[name]) && !isCountOfParams(args, index) ? next++ : -1;
  });
}

function companion(
  name: string,
  args: readonly Argument[],
  roles: Readonly<Record<string, Role>>,
  positions: readonly number[],
): Slot['companion'] {
  const index = args.findIndex(([other]) => companionOf.exec(roles[other] ?? '')?.[1] === name);
  const arg = args[index];
  return arg ? { index, input: positions[index] ?? -1, type: arg[1] } : null;
}

const byRole: Readonly<Record<string, (slot: Slot) => Prepare>> = {
  out: outputs.out,
  'out-bool': outputs.outBool,
  bool: inputs.boolInput,
  list: outputs.list,
  structs: outputs.structList,
  array: outputs.structArray,
  strings: inputs.stringsInput,
  ints: inputs.intsInput,
  bytes: inputs.bytesInput,
  'strings-out': outputs.stringsOut,
  names: outputs.names,
  'ints-fill': outputs.intsFill,
  'bytes-fill': outputs.bytesFill,
  'params-fill': params.paramsFill,
  'params-out': params.paramsOut,
  'fields-fill': params.fieldsFill,
  'text-out': outputs.textOut,
  uuid: outputs.uuid,
  'uuid-text': outputs.uuidText,
};

function preparation(slot: Slot, role: Role | undefined): Prepare {
  if (role === undefined) {
    return slot.type === 'virTypedParameterPtr' ? inputs.paramsInput(slot) : inputs.plainInput(slot);
  }
  const make = byRole[role];
  if (!make) throw new Error(`${slot.call}: there is no role ${role}`);
  return make(slot);
}
