import { createRoutes } from '../ipc/router.ts';
import { TicketStore } from '../ipc/ticketStore.ts';
import { Windows } from '../ipc/windows.ts';
import type { Platform, Services } from './platform.ts';
import { WebAccess } from './webAccess.ts';
import { WebServer } from './webServer.ts';
import { WebWires } from './webWires.ts';

export interface WebHostOptions {
  /** 0: any free one. */
  readonly port: number;
  /** The folder of the built renderer. */
  readonly renderer: string;
  readonly access?: WebAccess;
  /** Validate answers and events (in development and tests). */
  readonly checkOutputs: boolean;
  /** Everything of the platform that does not hang on the windows. */
  readonly platform: Omit<Platform, 'events' | 'bytes'>;
  readonly createServices: (platform: Platform) => Services;
}

/** The services behind the web server: what web.ts runs, and what tests run in their own process. */
export interface WebHost {
  readonly services: Services;
  readonly windows: Windows;
  readonly port: number;
  /** A new address, good for one browser. */
  createAddress(): string;
  /** Makes every window load its page again. */
  reload(): void;
  /** Closes windows and services. */
  stop(): Promise<void>;
}

/** @throws Error with code EADDRINUSE or EACCES when the port cannot be had */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const windows = new Windows({ checkEvents: options.checkOutputs, log: options.platform.log });
  const tickets = new TicketStore();
  const services = options.createServices({ ...options.platform, events: windows, bytes: tickets });
  const wires = new WebWires(windows, tickets, createRoutes(services.handlers, options.checkOutputs));
  const server = await WebServer.listen({
    port: options.port,
    renderer: options.renderer,
    access: options.access ?? new WebAccess(),
    onUpgrade: (upgrade) => wires.upgrade(upgrade),
  });
  return {
    services,
    windows,
    port: server.port,
    createAddress: () => server.createAddress(),
    reload: () => wires.reload(),
    async stop() {
      wires.close();
      await Promise.allSettled([services.stop(), server.close()]);
    },
  };
}
