import type { Handlers, HostCapabilities } from '../../contract/index.ts';
import type { Caller } from '../ipc/caller.ts';
import type { EventHub } from '../ipc/events.ts';
import type { ByteTickets } from '../ipc/tickets.ts';
import type { ProcessHost } from '../libvirt/agent/processHost.ts';
import type { ShowWish } from './startRequest.ts';

/** What a host (Electron or web) gives to the services. They know nothing else of it. */
export interface Platform {
  readonly processHost: ProcessHost;
  readonly paths: AppPaths;
  /** Where services tell windows things; the host connects the windows to it. */
  readonly events: EventHub;
  /** Where services get tickets for byte channels. */
  readonly bytes: ByteTickets;
  /** Opens an allowed https address in the user's browser. Throws ApiError when it is not allowed or there is none. */
  openExternal(url: string): Promise<void>;
  /** Opens an address that was checked and agreed to in the user's browser; false where there is none. */
  openPage(url: string): Promise<boolean>;
  /** Has the user choose where to save a file; null: nowhere. Only where there are the system's dialogs. */
  chooseFile?(wish: { title: string; path: string }): Promise<string | null>;
  /** What the renderer may know of the host; the services add libvirt's version. */
  readonly capabilities: Omit<HostCapabilities, 'libvirtVersion' | 'libvirtProblem'>;
  /** How the askpass helper is run: a program and its arguments. Without it, by Node from dist/askpass. */
  readonly askpass?: readonly string[];
  /** A line for the log. */
  log(line: string): void;
}

/** Folders of this user (XDG), made with mode 0700 when the host starts. */
export interface AppPaths {
  readonly config: string;
  readonly data: string;
  /** For sockets; gone after logout. */
  readonly runtime: string;
}

/** The services as a host sees them: createServices(platform) in services.ts makes them. */
export interface Services {
  readonly handlers: Handlers<Caller>;
  /** Opens the connections that are to be open, and these URIs. Returns before they are connected. */
  start(uris: readonly string[], show?: ShowWish | null): Promise<void>;
  /** A second start of the application asks to open these and show them (event `show`). */
  show(uris: readonly string[], show?: ShowWish | null): Promise<void>;
  /** Closes everything; never hangs. */
  stop(): Promise<void>;
}
