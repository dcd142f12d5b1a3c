import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { createApi } from './api.ts';

// The preload of the Electron shell: sandboxed, in a world of its own. The bridge hands the page copies of these
// functions and nothing of ipcRenderer.
contextBridge.exposeInMainWorld(
  'infusionDesk',
  createApi({
    send: (channel, request) => ipcRenderer.invoke(channel, request),
    listen: (name, listener) => {
      const heard = (_event: IpcRendererEvent, message: unknown) => listener(message);
      ipcRenderer.on(name, heard);
      return () => {
        ipcRenderer.removeListener(name, heard);
      };
    },
  }),
);
