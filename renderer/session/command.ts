import type { Session } from './session.ts';

/**
 * Something the analyst can do, under one name everywhere: palette, keys, menus, buttons. The id is stable: the native
 * menu sends it.
 */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Annotate' | 'Read' | 'Library' | 'Project' | 'Brief' | 'Edit' | 'View' | 'Help';
  /**
   * `h`, `[`, `Delete`: acts while a reader has the focus (`?` everywhere but in fields). `Mod+Shift+Z`, `F6`: acts
   * everywhere; `Mod` is Command or Control.
   */
  readonly key?: string;
  /** A second key that does the same. */
  readonly otherKey?: string;
  /** Where it makes sense: always, with a project open, with a text in the active pane. */
  readonly scope: 'anywhere' | 'project' | 'reader';
  /** Whether it changes records: then it can't be given in a project that is open for reading only. */
  readonly changes?: boolean;
  /** What it would do now, where that says more than its title. */
  titleNow?(session: Session): string;
  /** Whether it makes sense now; absent: always, within its scope. */
  enabled?(session: Session): boolean;
  run(session: Session): void | Promise<void>;
}

/** Whether a command can be given now. */
export function isAvailable(session: Session, command: Command): boolean {
  if (command.scope !== 'anywhere' && !session.hasProject) return false;
  if (command.changes === true && session.store.project.readOnly !== null) return false;
  if (command.scope === 'reader' && session.panes.active() === null) return false;
  return command.enabled?.(session) ?? true;
}

/**
 * A command's title as it is shown: without the dots that promise a question, and with the tag's name for the key of a
 * tag; `null` for a tag key that has no tag.
 */
export function commandTitle(session: Session, command: Command): string | null {
  const key = /^annotation\.tag-(\d)$/.exec(command.id)?.[1];
  if (key === undefined) return (command.titleNow?.(session) ?? command.title).replace('…', '');
  if (!session.hasProject) return null;
  const tag = session.store.records.list('tag').find((one) => one.key === Number(key));
  return tag === undefined ? null : `Highlight as “${tag.name}”`;
}
