import { app, type Session } from 'electron';
import { pageOrigin } from './page-address.ts';

/**
 * Switches that keep the engine from the network on its own account. Must be called before the application is ready.
 * The program itself asks for nothing; `lockSession` refuses the pages' requests. This is the lock behind that lock.
 */
export function switchNetworkOff(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
}

/** Refuses every request but those for our own pages, and every permission that a page could ask for. */
export function lockSession(session: Session, log: (message: string) => void): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isLocal(details.url);
    if (!allowed) log(`A request was refused: ${details.url.slice(0, 200)}`);
    answer({ cancel: !allowed });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  // Copying is what the analyst does with quotations; writing to the clipboard needs no question.
  session.setPermissionCheckHandler(
    (_contents, permission) => String(permission) === 'clipboard-sanitized-write',
  );
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

function isLocal(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || /^(?:devtools|data|blob):/.test(url);
}
