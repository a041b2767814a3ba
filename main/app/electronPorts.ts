import {
  BrowserWindow,
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  type MessagePortMain,
} from 'electron';
import { CONNECT_MESSAGE, PORT_MESSAGE } from '../../contract/bridge.ts';
import { messagePortFrames, messagePortWire } from '../ipc/messagePortWire.ts';
import type { Routes } from '../ipc/router.ts';
import type { TicketStore } from '../ipc/ticketStore.ts';
import type { Windows } from '../ipc/windows.ts';
import { isOwnPage } from './electronScheme.ts';

/**
 * Listens to a message of the preload script. Only the main frame of one of our windows, showing our
 * page, is heard. The only place where ipcMain is used.
 */
function onTrusted(channel: string, listener: (event: IpcMainEvent) => void): void {
  ipcMain.on(channel, (event) => {
    if (isTrusted(event)) listener(event);
  });
}

function isTrusted({ sender, senderFrame }: IpcMainEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    isOwnPage(senderFrame.url) &&
    BrowserWindow.fromWebContents(sender) !== null
  );
}

/** Gives every window that asks a port of its own and serves it. */
export function servePorts(windows: Windows, tickets: TicketStore, routes: Routes): void {
  const current = new WeakMap<object, MessagePortMain>();
  onTrusted(CONNECT_MESSAGE, ({ sender }) => {
    // A page that was loaded again has lost its old port.
    current.get(sender)?.close();
    const { port1, port2 } = new MessageChannelMain();
    current.set(sender, port1);
    const wire = messagePortWire(port1, (ticket, port) => {
      const open = tickets.redeem(ticket, (owner) => owner === caller);
      if (open) open(messagePortFrames(port));
      else port.close();
    });
    const caller = windows.serve(wire, routes);
    sender.postMessage(PORT_MESSAGE, null, [port2]);
  });
}
