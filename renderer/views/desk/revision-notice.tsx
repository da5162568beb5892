import type { ReactNode } from 'react';
import type { RevisionRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { openCarryOver } from '../../session/carry-over/carry-over.ts';
import { waitingOf } from '../../session/carry-over/carry-over-list.ts';
import { placeHere, stopPlacing } from '../../session/carry-over/carry-over-placing.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { openDifferences } from '../../session/reading/differences.ts';
import { numberOf, revisionsOf, showPresent } from '../../session/reading/revisions.ts';
import type { Pane } from '../../session/session-state.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/**
 * Says that a pane does not show its article's present revision, and leads there; that annotations of the article wait to
 * be carried over; or which one is being placed. Nothing where there is nothing of it.
 */
export function RevisionNotice(props: {
  readonly pane: Pane;
  readonly revision: RevisionRecord;
}): ReactNode {
  const session = useSession();
  const { pane, revision } = props;
  const present = useRecords((records) => records.get('article', pane.articleId)?.revisionId);
  const count = useRecords((records) => revisionsOf(records, pane.articleId).length);
  const waiting = useSessionState(({ carryOver }) => waitingOf(carryOver, pane.articleId));
  const isPlacing = useSessionState(({ carryOver: { placing, waiting: all } }) => {
    return placing !== null && all.get(placing)?.to === revision.id;
  });
  if (isPlacing) return <PlacingNotice />;
  const isPresent = present === undefined || present === revision.id;
  if (isPresent && waiting === 0) return null;
  return (
    <div className="revision-notice" role="note" aria-label="Revision">
      {!isPresent && (
        <>
          <span>
            Revision {numberOf(revision)} of {count}, not the present one
          </span>
          <button type="button" className="button" onClick={() => showPresent(session, pane)}>
            Show the present one
          </button>
          <button
            type="button"
            className="button"
            onClick={() => openDifferences(session, { left: revision.id, right: present })}
          >
            Show differences
          </button>
        </>
      )}
      {waiting > 0 && (
        <>
          <span>
            {countOf(waiting, 'annotation')} {waiting === 1 ? 'waits' : 'wait'} to be carried over
          </span>
          <button
            type="button"
            className="button"
            onClick={() => openCarryOver(session, pane.articleId)}
          >
            Review
          </button>
        </>
      )}
    </div>
  );
}

/** What is being placed by hand, in the pane where its new words are to be selected. */
function PlacingNotice(): ReactNode {
  const session = useSession();
  const id = useSessionState(({ carryOver }) => carryOver.placing);
  const quote = useRecords((records) =>
    id === null ? '' : (records.get('annotation', id)?.passage.quote ?? ''),
  );
  if (id === null) return null;
  return (
    <div className="revision-notice" role="note" aria-label="Place by hand">
      <span>
        Select the new words of {labelOf(session, id)}: <q className="placing-quote">{quote}</q>
      </span>
      <button type="button" className="button" onClick={() => placeHere(session)}>
        Place it here <KeyLabel value="Enter" />
      </button>
      <button type="button" className="button" onClick={() => stopPlacing(session)}>
        Give up <KeyLabel value="Escape" />
      </button>
    </div>
  );
}
