import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { WebSocket as WsSocket } from 'ws';
import type { Platform, Services } from '../../../../main/app/platform.ts';
import { startWebHost } from '../../../../main/app/webHost.ts';
import { type MainPort, messagePortFrames, messagePortWire } from '../../../../main/ipc/messagePortWire.ts';
import { createRoutes } from '../../../../main/ipc/router.ts';
import { TicketStore } from '../../../../main/ipc/ticketStore.ts';
import { Windows } from '../../../../main/ipc/windows.ts';
import { messagePortTransport } from '../../../../renderer/transport/messagePort.ts';
import type { Transport } from '../../../../renderer/transport/transport.ts';
import { connectWebSocket } from '../../../../renderer/transport/webSocket.ts';
import { memoryTransport } from './memoryTransport.ts';

/** Main with its windows' side, over one kind of wire. */
export interface Stand {
  readonly windows: Windows;
  /** Lines that main has logged. */
  readonly logged: string[];
  /** Connects a window: what renderer/transport would do. */
  connect(): Promise<Transport>;
  close(): Promise<void>;
}

export type CreateServices = (platform: Platform) => Services;

/** Every kind of wire, by name. */
export const stands: ReadonlyArray<[string, (create: CreateServices) => Promise<Stand>]> = [
  ['memory', memoryStand],
  ['MessagePort', messagePortStand],
  ['WebSocket', webSocketStand],
];

/** A platform that can nothing, and keeps what is logged. */
export function testPlatform(logged: string[]): Omit<Platform, 'events' | 'bytes'> {
  return {
    processHost: {
      fork: () => {
        throw new Error('There are no agents in this test');
      },
    },
    paths: { config: '/nonexistent', data: '/nonexistent', runtime: '/nonexistent' },
    openExternal: async () => {},
    openPage: async () => true,
    capabilities: { host: 'web', nativeDialogs: false, ownWindows: false, version: '0.0.0' },
    log: (line) => void logged.push(line),
  };
}

function mainSide(create: CreateServices) {
  const logged: string[] = [];
  const platform = testPlatform(logged);
  const windows = new Windows({ checkEvents: true, log: platform.log });
  const tickets = new TicketStore();
  const services = create({ ...platform, events: windows, bytes: tickets });
  return { logged, windows, tickets, routes: createRoutes(services.handlers, true) };
}

async function memoryStand(create: CreateServices): Promise<Stand> {
  const { logged, windows, tickets, routes } = mainSide(create);
  return {
    windows,
    logged,
    connect: async () => memoryTransport(windows, tickets, routes),
    close: async () => {},
  };
}

/** Node's port with the face of Electron's MessagePortMain. */
export function mainPort(port: NodePort): MainPort {
  return {
    on(event: 'message' | 'close', listener: (event: { data: unknown; ports: MainPort[] }) => void) {
      if (event === 'close') return port.on('close', listener);
      const dom = port as unknown as MessagePort;
      return dom.addEventListener('message', ({ data, ports }) => {
        listener({ data, ports: ports.map((own) => mainPort(own as unknown as NodePort)) });
      });
    },
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

async function messagePortStand(create: CreateServices): Promise<Stand> {
  const { logged, windows, tickets, routes } = mainSide(create);
  const open: NodePort[] = [];
  return {
    windows,
    logged,
    async connect() {
      const { port1, port2 } = new MessageChannel();
      open.push(port1);
      const wire = messagePortWire(mainPort(port2), (ticket, port) => {
        const redeemed = tickets.redeem(ticket, (owner) => owner === caller);
        if (redeemed) redeemed(messagePortFrames(port));
        else port.close();
      });
      const caller = windows.serve(wire, routes);
      return messagePortTransport(port1 as unknown as MessagePort);
    },
    async close() {
      for (const port of open) port.close();
    },
  };
}

/** A WebSocket that sends what a browser with a session would. */
export function browserSocket(cookie: string, origin: string): typeof WebSocket {
  class BrowserSocket extends WsSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin } });
      // In a browser an error that nobody listens to is no exception.
      this.on('error', () => {});
    }
  }
  return BrowserSocket as unknown as typeof WebSocket;
}

/** Exchanges an address for a cookie, as a browser does. */
export async function logIn(address: string): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual' });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** A folder with a page, as the renderer's build would make it. */
export function rendererFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-test-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Virtdeck</title>');
  return folder;
}

async function webSocketStand(create: CreateServices): Promise<Stand> {
  const logged: string[] = [];
  const renderer = rendererFolder();
  const host = await startWebHost({
    port: 0,
    renderer,
    checkOutputs: true,
    platform: testPlatform(logged),
    createServices: create,
  });
  const base = `http://127.0.0.1:${host.port}`;
  return {
    windows: host.windows,
    logged,
    async connect() {
      globalThis.WebSocket = browserSocket(await logIn(host.createAddress()), base);
      return connectWebSocket(`${base}/`);
    },
    async close() {
      await host.stop();
      rmSync(renderer, { recursive: true });
    },
  };
}
