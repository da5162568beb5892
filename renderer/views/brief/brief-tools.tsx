import { CalendarClock, MessageSquare, Network, Scissors, Table2 } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { isAvailable } from '../../session/command.ts';
import { commandById } from '../../session/commands/command-list.ts';
import { giveCommand } from '../../session/run-command.ts';
import { keyText } from '../parts/key-label.tsx';
import { useSession } from '../parts/session-context.ts';

const tools = [
  ['brief.comment', 'Comment to self', MessageSquare],
  ['brief.alter', 'Shorten or interpolate the quotation', Scissors],
  ['brief.figure-matrix', 'Insert the matrix as a figure', Table2],
  ['brief.figure-graph', 'Insert the graph as a figure', Network],
  ['brief.figure-timeline', 'Insert a timeline as a figure', CalendarClock],
] as const;

/** What is put into a brief beside words, as buttons. Formats have a bar of their own. */
export function BriefTools(): ReactNode {
  const session = useSession();
  const { openBrief } = session;
  // They make sense only once there is a text to put something into.
  useSyncExternalStore(openBrief.subscribe, () => openBrief.editor !== null);
  return (
    <div className="format-bar" role="toolbar" aria-label="Insert into the brief">
      {tools.map(([id, title, Icon]) => {
        const command = commandById(id);
        return (
          command !== null && (
            <button
              key={id}
              type="button"
              className="button quiet icon"
              aria-label={title}
              title={
                command.key === undefined
                  ? title
                  : `${title} (${keyText(command.key, session.hostInfo.commandKey)})`
              }
              disabled={!isAvailable(session, command)}
              // The caret must stay where it is.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => giveCommand(session, command)}
            >
              <Icon size={14} aria-hidden="true" />
            </button>
          )
        );
      })}
    </div>
  );
}
