import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** Milliseconds before each further attempt. */
const DELAYS = [200, 1000, 3000];

/**
 * A component that is loaded when it is first shown. Tries again when its file cannot be had at
 * once: the request may have been cut off by a change of network.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    try {
      return { default: await withRetries(load, DELAYS) };
    } catch (cause) {
      throw new Error(
        'A file of Virtdeck could not be loaded. Virtdeck may have been ended or updated meanwhile: reload the window.',
        { cause },
      );
    }
  });
}

/** What `load` gives, after as many further attempts as there are delays. */
export async function withRetries<T>(load: () => Promise<T>, delays: readonly number[]): Promise<T> {
  const [delay, ...rest] = delays;
  try {
    return await load();
  } catch (error) {
    if (delay === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, delay));
    return withRetries(load, rest);
  }
}
