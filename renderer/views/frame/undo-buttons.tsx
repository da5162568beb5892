import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { commandById } from '../../session/commands/command-list.ts';
import { findUndoTitles, undoTitle } from '../../session/history/undo-titles.ts';
import { giveCommand } from '../../session/run-command.ts';
import { useSession, useStoreState } from '../parts/session-context.ts';

/** Undo and redo, each with the name of what it would take back. */
export function UndoButtons(): ReactNode {
  const session = useSession();
  useStoreState((store) => store.undoName);
  useStoreState((store) => store.redoName);
  if (session.store.project.readOnly !== null) return null;
  return (
    <span className="undo-buttons" onPointerEnter={() => findUndoTitles(session)}>
      <UndoButton id="edit.undo" title={undoTitle(session, 'Undo')} icon={Undo2} />
      <UndoButton id="edit.redo" title={undoTitle(session, 'Redo')} icon={Redo2} />
    </span>
  );
}

function UndoButton(props: {
  readonly id: string;
  readonly title: string;
  readonly icon: typeof Undo2;
}): ReactNode {
  const session = useSession();
  const command = commandById(props.id);
  if (command === null) return null;
  const Icon = props.icon;
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={props.title}
      title={props.title}
      onFocus={() => findUndoTitles(session)}
      onClick={() => giveCommand(session, command)}
    >
      <Icon size={15} aria-hidden="true" />
    </button>
  );
}
