import type { ReactNode } from 'react';
import { countOf } from '../../session/article-list.ts';
import { clearTagFilter } from '../../session/codebook/tag-filter.ts';
import { narrowEvidence } from '../../session/evidence/evidence-selection.ts';
import { hasEvidenceFacets, noEvidenceFacets } from '../../session/evidence/evidence-state.ts';
import type { EvidenceView } from '../../session/evidence/evidence-view.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { EvidenceGrid } from './evidence-grid.tsx';
import { EvidencePreview } from './evidence-preview.tsx';
import { SelectedAnnotations } from './selected-annotations.tsx';
import type { EvidenceList } from './use-evidence-list.ts';

/** The table with what is selected in it, and the passage that is looked at. */
export function EvidenceTable(props: {
  readonly list: EvidenceList;
  readonly view: EvidenceView;
}): ReactNode {
  const { list, view } = props;
  const preview = useSessionState((state) => state.evidence.preview);
  const selected = useSessionState((state) => state.evidence.selected);
  return (
    <>
      {list.shown.length === 0 ? <NothingFound /> : <EvidenceGrid list={list} view={view} />}
      <p className="visually-hidden" role="status">
        {selected.size > 0 && `${countOf(selected.size, 'annotation')} selected`}
      </p>
      {preview && list.shown.length > 0 && <EvidencePreview lines={list.lines} />}
      {selected.size > 0 && <SelectedAnnotations shown={list.shown} />}
    </>
  );
}

/** Why nothing is listed, and what to do. */
function NothingFound(): ReactNode {
  const session = useSession();
  const words = useSessionState((state) => state.evidence.words.trim());
  const facets = useSessionState((state) => state.evidence.facets);
  const tags = useSessionState((state) => state.tagFilter);
  const reasons = [
    ...(words === '' ? [] : [`has “${words}” in its quotation or note`]),
    ...(tags === '' ? [] : ['is let through by the tag filter']),
    ...(hasEvidenceFacets(facets) ? ['is left by the chips above'] : []),
  ];
  return (
    <div className="library-empty">
      <p className="empty">
        No annotation {reasons.length === 0 ? 'is left of those' : reasons.join(' and ')}.
      </p>
      <button
        type="button"
        className="button"
        data-begin
        onClick={() => {
          clearTagFilter(session);
          narrowEvidence(session, { words: '', facets: noEvidenceFacets, opened: null });
        }}
      >
        Show all annotations
      </button>
    </div>
  );
}
