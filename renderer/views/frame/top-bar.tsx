import type { ReactNode } from 'react';
import type { ProjectInfo } from '../../../app/host/host-api.ts';
import { setView } from '../../session/desk.ts';
import { openSearch } from '../../session/search.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

const views = [
  ['read', 'Read'],
  ['claims', 'Claims'],
  ['links', 'Links'],
  ['search', 'Search'],
  ['brief', 'Brief'],
  ['evidence', 'Evidence'],
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
            onClick={() => (name === 'search' ? openSearch(session) : setView(session, name))}
          >
            {title}
          </button>
        ))}
      </nav>
      <button
        type="button"
        className="palette-button"
        onClick={() => session.openDialog({ kind: 'palette' })}
      >
        <span>Search or run a command</span>
        <KeyLabel value="Mod+K" />
      </button>
    </header>
  );
}
