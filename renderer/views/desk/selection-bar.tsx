import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { commandById } from '../../session/commands/command-list.ts';
import { giveCommand } from '../../session/run-command.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

const offered = [
  ['annotation.highlight', 'Highlight'],
  ['annotation.tags', 'Tag'],
  ['annotation.note', 'Note'],
  ['link.here', 'Link'],
  ['claim.here', 'Claim'],
  ['annotation.parallels', 'Parallels'],
  ['brief.send', 'Brief'],
] as const;

/** The commands for a selection that was made with the mouse, beside it, each with its key. */
export function SelectionBar(): ReactNode {
  const session = useSession();
  const place = useSessionState((state) => state.selectionBar);
  const tags = useRecords((records) => records.list('tag'));
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null || place === null) return;
    const { width, height } = element.getBoundingClientRect();
    const left = Math.max(8, Math.min(place.left - width / 2, innerWidth - width - 8));
    const below = place.top + 8 + height < innerHeight - 34;
    element.style.left = `${left}px`;
    element.style.top = `${below ? place.top + 8 : place.top - height - 34}px`;
  }, [place]);
  if (place === null) return null;
  const give = (id: string): void => {
    const command = commandById(id);
    if (command !== null) giveCommand(session, command);
  };
  return (
    <div
      ref={bar}
      className="selection-bar"
      role="toolbar"
      aria-label="Selection"
      // The selection in the text must stay.
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className="selection-commands">
        {offered.map(([id, title]) => (
          <button key={id} type="button" className="button quiet" onClick={() => give(id)}>
            {title} <KeyLabel value={commandById(id)?.key ?? ''} />
          </button>
        ))}
      </div>
      {tags.some(({ key }) => key !== null) && (
        <div className="selection-tags">
          {tags
            .filter(({ key }) => key !== null)
            .map((tag) => (
              <button
                key={tag.id}
                type="button"
                className="button quiet"
                onClick={() => give(`annotation.tag-${tag.key}`)}
              >
                <span className="dot" data-color={tag.color} />
                {tag.name} <KeyLabel value={String(tag.key)} />
              </button>
            ))}
        </div>
      )}
    </div>
  );
}
