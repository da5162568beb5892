import type { Command } from './command.ts';
import { commands } from './commands/command-list.ts';
import { letterKeysOn } from './letter-keys.ts';
import { backToMatrix } from './matrix/matrix-side.ts';
import { closeCard } from './reading/annotation-card.ts';
import { handleEdgeKey } from './reading/edges.ts';
import { giveCommand } from './run-command.ts';
import { closeFind } from './search/find.ts';
import type { Session } from './session.ts';

/** Commands by key, as `keyOf` writes an event. */
const byKey: ReadonlyMap<string, Command> = new Map(
  commands.flatMap((command) =>
    [command.key, command.otherKey].flatMap((key): [string, Command][] =>
      key === undefined ? [] : [[key, command]],
    ),
  ),
);

/** Keys that stand for another one. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['Mod+Y', 'Mod+Shift+Z'],
  ['Backspace', 'Delete'],
]);

/** A key event as commands name keys: `h`, `{`, `Mod+Shift+Z`, `Shift+F6`. */
function keyOf(event: KeyboardEvent, commandKey: 'Meta' | 'Control'): string {
  const mod = commandKey === 'Meta' ? event.metaKey : event.ctrlKey;
  const named = event.key.length > 1;
  const parts: string[] = [];
  if (mod) parts.push('Mod');
  if (event.altKey) parts.push('Alt');
  // A printed sign says by itself whether Shift was held, unless Mod is held: then letters are written large.
  if (event.shiftKey && (mod || named)) parts.push('Shift');
  parts.push(mod && !named ? event.key.toUpperCase() : event.key);
  const key = parts.join('+');
  return aliases.get(key) ?? key;
}

/** Keys pressed in a reader: single letters and signs as well as keys with a modifier. `true`: handled. */
export function handleReaderKey(session: Session, event: KeyboardEvent): boolean {
  if (event.isComposing || session.get().dialog !== null) return false;
  if (session.get().edges !== null && handleEdgeKey(session, event)) return true;
  if (event.key === 'Escape') return closeCard(session) || giveUp(session);
  const key = keyOf(event, session.hostInfo.commandKey);
  const command = byKey.get(key);
  // ProseMirror stops Mod-Z, Mod-Y, Mod-B and Mod-I even where nothing answers to them, so they are answered here.
  if (isWindowKey(key)) return handleWindowKey(session, event);
  if (command === undefined) return false;
  if (!letterKeysOn() && key.length === 1) return false;
  giveCommand(session, command);
  return true;
}

/** Keys that act wherever the focus is. `true`: handled. */
export function handleWindowKey(session: Session, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const key = keyOf(event, session.hostInfo.commandKey);
  const target = event.target instanceof HTMLElement ? event.target : null;
  // Lists answer it by themselves; elsewhere the browser would select the window, buttons and all.
  if (key === 'Mod+A') return !isField(target) && !isReader(target);
  const command = byKey.get(key);
  if (command === undefined || !isWindowKey(key)) return false;
  if (session.get().dialog !== null) return false;
  if (key === '?' && isField(target) && !isReader(target)) return false;
  // A plain field has an undo of its own for what is typed in it and not handed over; a filter always.
  const own =
    session.get().typing || (target instanceof HTMLInputElement && target.type === 'search');
  if (command.group === 'Edit' && isPlainField(target) && own) return false;
  giveCommand(session, command);
  return true;
}

function isWindowKey(key: string): boolean {
  return key === '?' || key.startsWith('Mod+') || /F\d$/.test(key);
}

function isField(target: HTMLElement | null): boolean {
  return isPlainField(target) || target?.isContentEditable === true;
}

function isPlainField(target: HTMLElement | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function isReader(target: HTMLElement | null): boolean {
  return target?.closest('[role="document"]') != null;
}

/** Escape: gives up what is half done, nearest first. */
function giveUp(session: Session): boolean {
  const { linkFrom, find, activePane } = session.get();
  if (linkFrom !== null) {
    session.set({ linkFrom: null });
    session.say('The link was given up.');
    return true;
  }
  if (find?.pane === activePane) {
    closeFind(session);
    return true;
  }
  return backToMatrix(session);
}
