import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Session } from '../../session/session.ts';
import type { Dialogs } from '../dialogs/dialogs.tsx';
import { SessionContext, useSessionState } from '../parts/session-context.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import { OpeningScreen } from './opening-screen.tsx';
import { ProjectScreen } from './project-screen.tsx';
import { StartScreen } from './start-screen.tsx';

/** The whole window. */
export function App({ session }: { readonly session: Session }): ReactNode {
  return (
    <SessionContext value={session}>
      <FaultBoundary>
        <Screen />
        <DialogPlace />
      </FaultBoundary>
    </SessionContext>
  );
}

/** The dialogs are no part of the first picture: their code is read when that stands, long before one is asked for. */
const readDialogs = (): Promise<{ default: typeof Dialogs }> =>
  import('../dialogs/dialogs.tsx').then((dialogs) => ({ default: dialogs.Dialogs }));
const LateDialogs = lazy(readDialogs);

function DialogPlace(): ReactNode {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    requestIdleCallback(() => void readDialogs().then(() => setReady(true)), { timeout: 1_000 });
  }, []);
  const asked = useSessionState((state) => state.dialog !== null);
  return <Suspense fallback={null}>{(ready || asked) && <LateDialogs />}</Suspense>;
}

function Screen(): ReactNode {
  const screen = useSessionState((state) => state.screen);
  switch (screen.kind) {
    case 'opening':
      return <OpeningScreen progress={screen.progress} />;
    case 'start':
      return <StartScreen />;
    case 'project':
      return <ProjectScreen key={screen.project.id} project={screen.project} />;
  }
}
