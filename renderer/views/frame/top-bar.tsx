import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProjectInfo } from '../../../app/host/host-api.ts';
import { openCarryOver } from '../../session/carry-over/carry-over.ts';
import { showComparison } from '../../session/comparing/compare-panes.ts';
import { setView } from '../../session/desk.ts';
import { showHistory } from '../../session/history/history.ts';
import { showReview } from '../../session/review/review.ts';
import { openSearch } from '../../session/search/search.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { UndoButtons } from './undo-buttons.tsx';

const views = [
  ['read', 'Read'],
  ['claims', 'Claims'],
  ['links', 'Links'],
  ['search', 'Search'],
  ['brief', 'Brief'],
  ['evidence', 'Evidence'],
  ['history', 'History'],
  ['compare', 'Compare'],
  ['review', 'Review'],
] as const;

/** Name, project, views and the way into the command palette. */
export function TopBar({ project }: { readonly project: ProjectInfo }): ReactNode {
  const session = useSession();
  const view = useSessionState((state) => state.view);
  return (
    <header className="top-bar">
      <span className="name">Variorum</span>
      <h1 className="project">{project.name}</h1>
      <nav className="views" aria-label="Views">
        {views.map(([name, title]) => (
          <button
            key={name}
            type="button"
            aria-current={view === name ? 'page' : undefined}
            onClick={() => {
              if (name === 'search') openSearch(session);
              else if (name === 'history') showHistory(session);
              else if (name === 'compare') showComparison(session);
              else if (name === 'review') showReview(session);
              else setView(session, name);
            }}
          >
            {title}
          </button>
        ))}
        <CarryOverButton />
      </nav>
      <UndoButtons />
      <button
        type="button"
        className="palette-button"
        onClick={() => session.openDialog({ kind: 'palette' })}
      >
        <Search size={15} aria-hidden="true" />
        <span>Search or run a command</span>
        <KeyLabel value="Mod+K" />
      </button>
    </header>
  );
}

/** The way to what waits to be carried over; there only while something does. */
function CarryOverButton(): ReactNode {
  const session = useSession();
  const count = useSessionState((state) => state.carryOver.waiting.size);
  const isShown = useSessionState((state) => state.view === 'carry-over');
  if (count === 0 && !isShown) return null;
  return (
    <button
      type="button"
      className="carry-button"
      aria-current={isShown ? 'page' : undefined}
      onClick={() => openCarryOver(session)}
    >
      Carry over{count > 0 && ` (${count.toLocaleString('en-GB')})`}
    </button>
  );
}
