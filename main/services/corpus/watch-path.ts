import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isReadableName } from '../parse/formats.ts';
import { isPassingName } from './passing-name.ts';

// One handle watches all that is below: FSEvents, ReadDirectoryChangesW.
const isRecursive = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Watches a folder with all that is below it. Where the system tells only of one folder at a time, each folder is
 * watched by itself, new ones from when they appear. See `WatchPath`.
 *
 * Not the npm package `chokidar`: 6.0.0 asks for Node 22.22, and Electron 33 brings 20.18. All that is wanted here is that
 * something changed; what did, a look at the folder tells.
 */
export function watchPath(path: string, onChange: () => void, onFailure: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let ended = false;
  const end = () => {
    ended = true;
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
  const fail = () => {
    if (ended) return;
    end();
    onFailure();
  };
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
    // Of one that went below, its parent tells.
    if (folder === path) fail();
  };
  const watchFolder = (folder: string) => {
    if (ended || watchers.has(folder)) return;
    const options = { recursive: isRecursive, persistent: false };
    const watcher = watch(folder, options, (event, name) => {
      // Ours, and other programs' on their way: what comes of them has another name.
      if (ended || (name !== null && isPassingName(basename(name)))) return;
      const mayBeFolder = name !== null && !(name.includes('.') && isReadableName(name));
      if (!isRecursive && event === 'rename' && mayBeFolder) void watchNew(join(folder, name));
      onChange();
    });
    watchers.set(folder, watcher);
    watcher.on('error', () => drop(folder));
    if (!isRecursive) void watchBelow(folder);
  };
  const watchBelow = async (folder: string) => {
    try {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (entry.isDirectory()) tryToWatch(join(folder, entry.name));
      }
    } catch {
      drop(folder);
    }
  };
  const watchNew = async (found: string) => {
    const about = await lstat(found).catch(() => null);
    if (about?.isDirectory() === true) tryToWatch(found);
    else if (about === null && watchers.has(found)) drop(found);
  };
  const tryToWatch = (folder: string) => {
    if (basename(folder).startsWith('.')) return;
    try {
      watchFolder(folder);
    } catch {
      // No watch is left in the system: better all is looked at now and then than a part never.
      fail();
    }
  };
  try {
    watchFolder(path);
  } catch {
    // Not there, or no watch is left in the system. Told later: nobody has the answer yet.
    queueMicrotask(fail);
  }
  return end;
}
