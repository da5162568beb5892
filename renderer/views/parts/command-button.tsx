import type { ReactNode } from 'react';
import { isAvailable } from '../../session/command.ts';
import { commandById } from '../../session/commands/command-list.ts';
import { giveCommand } from '../../session/run-command.ts';
import { KeyLabel } from './key-label.tsx';
import { useSession, useSessionState } from './session-context.ts';

/** A command as a quiet button with its key. */
export function CommandButton(props: { readonly id: string; readonly title: string }): ReactNode {
  const session = useSession();
  // Many commands want a text in the active pane.
  useSessionState((state) => state.readersMounted);
  const command = commandById(props.id);
  if (command === null) return null;
  return (
    <button
      type="button"
      className="button quiet command-button"
      disabled={!isAvailable(session, command)}
      onClick={() => giveCommand(session, command)}
    >
      {props.title}
      {command.key !== undefined && <KeyLabel value={command.key} />}
    </button>
  );
}
