import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HostBridge } from '../../app/host/host-bridge.ts';
import { channels } from './channels.ts';

const bridge: HostBridge = {
  call: (method, argument) => ipcRenderer.invoke(channels.call, method, argument),
  on: (event, listener) => {
    const receive = (_event: unknown, name: unknown, payload: unknown) => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(channels.event, receive);
    return () => {
      ipcRenderer.off(channels.event, receive);
    };
  },
};

contextBridge.exposeInMainWorld('variorum', bridge);

// The first use of IndexedDB starts its storage, which takes some 50 ms: begun here, that goes on while the page's code is
// still being read. What comes of it does not matter; the page opens its database itself.
indexedDB.databases().catch(() => undefined);

// Drops are taken here, in the script's own world, so that the page's code never holds a path and can't make one up:
// only files that the system itself dropped have one.
window.addEventListener('dragover', (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
});

window.addEventListener('drop', (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  if (!event.isTrusted) return;
  const paths = [...(event.dataTransfer?.files ?? [])]
    .map((file) => webUtils.getPathForFile(file))
    .filter((path) => path !== '');
  if (paths.length > 0) ipcRenderer.send(channels.drop, paths);
});

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
