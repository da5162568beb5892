import type { ReactNode } from 'react';
import type { RevisionRecord } from '../../../app/record/records.ts';
import { openDifferences } from '../../session/differences.ts';
import { numberOf, revisionsOf, showPresent } from '../../session/revisions.ts';
import type { Pane } from '../../session/session-state.ts';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Says that a pane does not show its article's present revision, and leads there. Nothing where it does. */
export function RevisionNotice(props: {
  readonly pane: Pane;
  readonly revision: RevisionRecord;
}): ReactNode {
  const session = useSession();
  const { pane, revision } = props;
  const present = useRecords((records) => records.get('article', pane.articleId)?.revisionId);
  const count = useRecords((records) => revisionsOf(records, pane.articleId).length);
  if (present === undefined || present === revision.id) return null;
  return (
    <div className="revision-notice" role="note" aria-label="Revision">
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
    </div>
  );
}
