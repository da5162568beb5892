import { ArrowLeft, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { setView } from '../../session/desk.ts';
import { setEvidence } from '../../session/evidence/evidence-selection.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

const View = lazy(() =>
  import('./evidence-view.tsx').then(({ EvidenceView }) => ({ default: EvidenceView })),
);

/** The table of annotations and their statistics: no part of the first picture, its code is read when it is first shown. */
export function LateEvidenceView(): ReactNode {
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}

/** Above the texts, when a passage was opened from the table: the way back to its row. */
export function WayBackToEvidence(): ReactNode {
  const session = useSession();
  const left = useSessionState((state) => state.evidence.left);
  if (left === null) return null;
  return (
    <div className="way-back">
      <button type="button" className="button quiet" onClick={() => setView(session, 'evidence')}>
        <ArrowLeft size={14} aria-hidden="true" />
        Back to the evidence
        <KeyLabel value="Mod+5" />
      </button>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Stay here"
        title="Stay here"
        onClick={() => {
          setEvidence(session, { left: null });
          session.panes.focus(session.get().activePane);
        }}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
