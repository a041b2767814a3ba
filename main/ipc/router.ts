import { apiError, calls, type Handlers } from '../../contract/index.ts';
import type { CallSpec } from '../../contract/spec.ts';
import type { Caller } from './caller.ts';
import { invalidInput } from './failures.ts';

/** One call, ready to be made: validates, handles, and in development validates the answer too. */
export type Route = (input: unknown, caller: Caller) => Promise<unknown>;

/** The calls by their names on the wire. A Map: names that every object inherits lead nowhere. */
export type Routes = ReadonlyMap<string, Route>;

/**
 * Makes the routes of the contract.
 *
 * @param checkOutputs validate what handlers answer (in development and tests)
 * @throws Error when a handler is missing
 */
export function createRoutes(handlers: Handlers<Caller>, checkOutputs: boolean): Routes {
  const routes = new Map<string, Route>();
  for (const [group, members] of Object.entries(calls)) {
    const owner: unknown = Reflect.get(handlers, group);
    for (const [name, spec] of Object.entries(members)) {
      routes.set(
        `${group}.${name}`,
        createRoute(`${group}.${name}`, spec, handlerOf(owner, name), checkOutputs),
      );
    }
  }
  return routes;
}

type Handler = (input: unknown, caller: Caller) => unknown;

/** The handler's own types were checked where the handlers were written; here the schema stands for them. */
function handlerOf(owner: unknown, name: string): Handler {
  const handler: unknown = typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined;
  if (typeof handler !== 'function') throw new Error(`There is no handler for ${name}`);
  return (input, caller) => Reflect.apply(handler, owner, [input, caller]);
}

function createRoute(name: string, spec: CallSpec, handler: Handler, checkOutputs: boolean): Route {
  return async (input, caller) => {
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) throw invalidInput(name, parsed.error);
    const output = await handler(parsed.data, caller);
    if (checkOutputs) {
      const checked = spec.output.safeParse(output);
      if (!checked.success)
        throw new Error(`${name} answered what its contract does not allow: ${checked.error}`);
    }
    return output;
  };
}

/** What a call that is not in the contract gets. */
export const unknownRoute: Route = () => Promise.reject(apiError('invalid', 'There is no such request.'));
