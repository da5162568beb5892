import type { ReactNode } from 'react';
import type { RevisionRecord } from '../../../app/record/records.ts';
import { clearTagFilter, tagFilterOf } from '../../session/codebook/tag-filter.ts';
import { countShown } from '../../session/reading/listed-annotations.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** Says in a pane's head how many annotations the tag filter hides, and shows them again. Nothing without a filter. */
export function FilterNote({ revision }: { readonly revision: RevisionRecord }): ReactNode {
  const session = useSession();
  useSessionState((state) => state.tagFilter);
  useRecords((records) => records.list('tag'));
  useRecords((records) => records.annotationsOf(revision.articleId));
  if (tagFilterOf(session) === null) return null;
  const { shown, of } = countShown(session, revision);
  return (
    <span className="filter-note">
      <span role="status">
        {shown.toLocaleString('en-GB')} of {of.toLocaleString('en-GB')}
        <span className="filter-note-words"> annotations shown</span>
      </span>
      <button type="button" className="button quiet" onClick={() => clearTagFilter(session)}>
        Show all
      </button>
    </span>
  );
}
