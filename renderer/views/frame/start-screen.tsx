import type { ReactNode } from 'react';
import { createProject, openProject, openRecent, openSample } from '../../session/project.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** What a window without a project shows: New, Open, Sample, and the projects opened before. */
export function StartScreen(): ReactNode {
  const session = useSession();
  const recent = useSessionState((state) => state.recent);
  return (
    <main className="start" aria-label="Start">
      <div className="start-page">
        <h1>Variorum</h1>
        <p className="start-line">Several accounts of one event, side by side, down to the word.</p>
        <div className="start-actions">
          <button
            type="button"
            className="start-action"
            onClick={() => void createProject(session)}
          >
            <b>New</b>
            <span>An empty folder for a new case</span>
          </button>
          <button type="button" className="start-action" onClick={() => void openProject(session)}>
            <b>Open</b>
            <span>A project folder on this computer</span>
          </button>
          <button type="button" className="start-action" onClick={() => void openSample(session)}>
            <b>Sample</b>
            <span>Eight invented articles on one call, to try everything on</span>
          </button>
        </div>
        <h2>Recent</h2>
        {recent.length === 0 ? (
          <p className="empty">Projects you open will be listed here.</p>
        ) : (
          <ul className="recent">
            {recent.map((project) => (
              <li key={project.id}>
                <button type="button" onClick={() => void openRecent(session, project.id)}>
                  <b>{project.name}</b>
                  <span>{project.folder}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </main>
  );
}
