import { createBirpc } from 'birpc';
import {
  ApiError,
  ApiErrorData,
  apiError,
  type Client,
  calls,
  type EventName,
  type Events,
  events,
  MAX_MESSAGE_LENGTH,
  type Wire,
} from '../../contract/index.ts';

/** What main calls by name: every call of the contract, as `group.name`. */
type MainFunctions = Record<string, (input: unknown) => unknown>;

/** The typed client and the events over one wire. */
export interface Rpc {
  readonly client: Client;
  on<N extends EventName>(event: N, listener: (payload: Events[N]) => void): () => void;
}

/**
 * Calls and events over a wire. Calls have no time limit of their own (main's services have theirs);
 * when the wire closes, those under way and later ones are rejected with kind `unavailable`.
 *
 * @param checkEvents validate the payloads of events: in development and tests
 */
export function createRpc(wire: Wire, checkEvents: boolean): Rpc {
  const channel = new EventTarget();
  const functions = {
    event(name: unknown, payload: unknown) {
      if (typeof name === 'string') channel.dispatchEvent(new CustomEvent(name, { detail: payload }));
    },
  };
  const rpc = createBirpc<MainFunctions, typeof functions>(functions, {
    post: (text: string) => wire.send(text),
    on: (listener) => wire.onMessage(listener),
    serialize: serializeMessage,
    deserialize: (text: string) => JSON.parse(text),
    resolver: (name, resolved) => (Object.hasOwn(functions, name) ? resolved : undefined),
    timeout: -1,
  });
  wire.onClose(() => rpc.$close(lostError()));

  const invoke = async (name: string, input: unknown): Promise<unknown> => {
    try {
      if (rpc.$closed) throw lostError();
      return await rpc.$call(name, input);
    } catch (error) {
      throw toApiError(error);
    }
  };
  const on: Rpc['on'] = (name, listener) => {
    const receive = (event: Event) => {
      if (event instanceof CustomEvent && isPayload(name, event.detail, checkEvents)) listener(event.detail);
    };
    channel.addEventListener(name, receive);
    return () => channel.removeEventListener(name, receive);
  };
  return { client: createClient(invoke), on };
}

/** One function for every call of the contract: no name that is not in it can be reached. */
function createClient(invoke: (name: string, input: unknown) => Promise<unknown>): Client {
  const client = Object.fromEntries(
    Object.entries(calls).map(([group, members]) => [
      group,
      Object.fromEntries(
        Object.keys(members).map((name) => [name, (input: unknown) => invoke(`${group}.${name}`, input)]),
      ),
    ]),
  );
  assertClient(client);
  return client;
}

/** The object was made from `calls`: what is left to see is that each of them became a function. */
function assertClient(tree: Record<string, Record<string, unknown>>): asserts tree is Client {
  for (const [group, members] of Object.entries(calls)) {
    for (const name of Object.keys(members)) {
      if (typeof tree[group]?.[name] !== 'function') throw new Error(`No function for ${group}.${name}`);
    }
  }
}

/** Main is trusted: its payloads are checked only to find our own mistakes. */
function isPayload<N extends EventName>(name: N, payload: unknown, check: boolean): payload is Events[N] {
  if (!check) return true;
  const result = events[name].safeParse(payload);
  if (!result.success) console.error(`Event ${name} does not fit the contract`, result.error.issues);
  return result.success;
}

function serializeMessage(message: unknown): string {
  const text = JSON.stringify(message);
  if (text.length > MAX_MESSAGE_LENGTH) {
    throw apiError('invalid', 'This is too large to be sent.', 'Make the text or the document smaller.');
  }
  return text;
}

function lostError(): ApiError {
  return apiError('unavailable', 'The connection to Virtdeck itself was lost.');
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const data = ApiErrorData.safeParse(error);
  return data.success ? new ApiError(data.data) : apiError('internal', String(error));
}
