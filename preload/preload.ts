import { contextBridge, ipcRenderer } from 'electron';
import { CONNECT_MESSAGE, PORT_MESSAGE, type PreloadBridge } from '../contract/bridge.ts';

// The page gets one port to main and nothing else: neither ipcRenderer nor anything of Node.

const bridge: PreloadBridge = { connect: () => ipcRenderer.send(CONNECT_MESSAGE) };
contextBridge.exposeInMainWorld('virtdeck', bridge);

ipcRenderer.on(PORT_MESSAGE, (event) => {
  window.postMessage(PORT_MESSAGE, window.location.origin, event.ports);
});
