import { useSyncExternalStore } from 'react';
import type { ConnectionId, Uuid } from '../../contract/index.ts';

/** Of a machine's page, in their order. */
export const MACHINE_TABS = ['console', 'overview', 'hardware', 'xml', 'history'] as const;
const HOST_TABS = ['overview', 'machines', 'storage', 'networks'] as const;

export type MachineTab = (typeof MACHINE_TABS)[number];
export type HostTab = (typeof HOST_TABS)[number];

/** Where the main area is. It lives in the address's fragment, so the browser's history works. */
export type Route =
  | { readonly page: 'fleet' }
  | { readonly page: 'host'; readonly connection: ConnectionId; readonly tab: HostTab }
  | {
      readonly page: 'machine';
      readonly connection: ConnectionId;
      readonly uuid: Uuid;
      readonly tab: MachineTab;
    }
  /** A console alone in its window. */
  | {
      readonly page: 'console';
      readonly connection: ConnectionId;
      readonly uuid: Uuid;
      readonly console: string;
    }
  | { readonly page: 'new'; readonly connection: ConnectionId | null }
  | { readonly page: 'settings' }
  | { readonly page: 'missing'; readonly path: string };

/** The fragment of a place: what parseRoute() reads. */
export function formatRoute(route: Route): string {
  const part = encodeURIComponent;
  switch (route.page) {
    case 'fleet':
      return '#/';
    case 'host':
      return `#/host/${part(route.connection)}/${route.tab}`;
    case 'machine':
      return `#/machine/${part(route.connection)}/${part(route.uuid)}/${route.tab}`;
    case 'console':
      return `#/console/${part(route.connection)}/${part(route.uuid)}/${part(route.console)}`;
    case 'new':
      return route.connection === null ? '#/new' : `#/new/${part(route.connection)}`;
    case 'settings':
      return '#/settings';
    case 'missing':
      return route.path;
  }
}

/** Reads a fragment; anything that is not one of ours is 'missing', never an exception. */
export function parseRoute(hash: string): Route {
  const missing: Route = { page: 'missing', path: hash };
  let parts: string[];
  try {
    parts = hash
      .replace(/^#?\/?/, '')
      .split('/')
      .map(decodeURIComponent);
  } catch {
    return missing;
  }
  const [page = '', connection, second, third] = parts;
  switch (page) {
    case '':
      return { page: 'fleet' };
    case 'settings':
      return { page: 'settings' };
    case 'new':
      return { page: 'new', connection: connection || null };
    case 'host':
      return connection ? { page: 'host', connection, tab: oneOf(HOST_TABS, second) } : missing;
    case 'machine':
      return connection && second
        ? { page: 'machine', connection, uuid: second, tab: oneOf(MACHINE_TABS, third) }
        : missing;
    case 'console':
      return connection && second && third
        ? { page: 'console', connection, uuid: second, console: third }
        : missing;
    default:
      return missing;
  }
}

function oneOf<T extends string>(known: readonly [T, ...T[]], value: string | undefined): T {
  return known.find((item) => item === value) ?? known[0];
}

/** Goes somewhere. `replace` leaves no step to come back to (switching tabs). */
export function navigate(route: Route, options: { replace?: boolean } = {}): void {
  const target = formatRoute(route);
  if (target === window.location.hash) return;
  if (options.replace) {
    window.history.replaceState(null, '', target);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else window.location.hash = target;
}

let parsed: { hash: string; route: Route } | null = null;

/** Where the main area is now; the same object until it changes. */
export function currentRoute(): Route {
  const { hash } = window.location;
  if (parsed?.hash !== hash) parsed = { hash, route: parseRoute(hash) };
  return parsed.route;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Where the main area is, followed as it changes. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}
