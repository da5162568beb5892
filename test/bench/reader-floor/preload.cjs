const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('appendLine', (line) => ipcRenderer.invoke('append', line));
