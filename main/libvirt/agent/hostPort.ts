import type { FromAgent, ToAgent } from './protocol.ts';

/** A process's end of the message channel to main: an agent's, where nothing else is said. */
export interface HostPort<In = ToAgent, Out = FromAgent> {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  /** Main is gone. */
  onLost(listener: () => void): void;
}

/** What Electron gives to a utility process (process.parentPort), as far as it is used here. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}

/** The channel of the host that started this process: Electron's, or that of child_process.fork. */
export function hostPort<In = ToAgent, Out = FromAgent>(): HostPort<In, Out> {
  const parent: unknown = Reflect.get(process, 'parentPort');
  return isParentPort(parent) ? electronPort(parent) : nodePort();
}

// Both ends are built together: what comes over these channels is what their protocol.ts says.

function electronPort<In, Out>(parent: ParentPort): HostPort<In, Out> {
  return {
    send: (message) => parent.postMessage(message),
    onMessage: (listener) => parent.on('message', (event) => listener(event.data as In)),
    onLost: (listener) => parent.on('close', listener),
  };
}

function nodePort<In, Out>(): HostPort<In, Out> {
  return {
    send: (message) => {
      // The callback keeps a write to a main that is gone from becoming an 'error' event.
      if (process.connected) process.send?.(message, undefined, undefined, () => {});
    },
    onMessage: (listener) => process.on('message', (message) => listener(message as In)),
    onLost: (listener) => process.on('disconnect', listener),
  };
}
