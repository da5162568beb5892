import type { ReactNode } from 'react';
import type { Session } from '../../session/session.ts';
import { Dialogs } from '../dialogs/dialogs.tsx';
import { SessionContext, useSessionState } from '../parts/session-context.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import { ProjectScreen } from './project-screen.tsx';
import { StartScreen } from './start-screen.tsx';

/** The whole window. */
export function App({ session }: { readonly session: Session }): ReactNode {
  return (
    <SessionContext value={session}>
      <FaultBoundary>
        <Screen />
        <Dialogs />
      </FaultBoundary>
    </SessionContext>
  );
}

function Screen(): ReactNode {
  const screen = useSessionState((state) => state.screen);
  switch (screen.kind) {
    case 'opening':
      return <p className="opening">Opening…</p>;
    case 'start':
      return <StartScreen />;
    case 'project':
      return <ProjectScreen key={screen.project.id} project={screen.project} />;
  }
}
