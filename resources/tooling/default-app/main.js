// What makes `electron <folder>` work in the fallback runtime, which comes without Electron's own
// default_app.asar. The top-level await matters: Electron holds back its `ready` event until this
// module is evaluated, so the application may still register schemes and paths while it loads.
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));

if (folder === undefined) {
  console.error('Usage: electron [switches] <application folder> [arguments]');
  app.exit(2);
} else {
  try {
    await loadApplication(resolve(folder));
  } catch (error) {
    console.error('The application could not be loaded.');
    console.error(error);
    if (process.stdout.isTTY)
      dialog.showErrorBox('The application could not be loaded', `${error}`);
    app.exit(1);
  }
}

/** @param {string} path folder that holds a package.json with `main` */
async function loadApplication(path) {
  const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const name = description.productName ?? description.name ?? basename(path);
  app.setName(name);
  // Not in Electron's types, as they are meant for a default application only.
  const internals =
    /** @type {typeof app & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app);
  if (description.version) internals.setVersion(description.version);
  internals.setAppPath(path);
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), name));
  }
  await import(pathToFileURL(join(path, description.main ?? 'index.js')).href);
}
