import { ArrowLeft, SlidersHorizontal, Tags, X } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { closePassages } from '../../session/evidence/evidence-actions.ts';
import { exportEvidence } from '../../session/evidence/evidence-export.ts';
import { narrowEvidence } from '../../session/evidence/evidence-selection.ts';
import { hasEvidenceFacets } from '../../session/evidence/evidence-state.ts';
import type { EvidenceView } from '../../session/evidence/evidence-view.ts';
import { FilterField } from '../parts/filter-field.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ChipsButton, ExportCsvButton } from '../parts/table-tools.tsx';
import { TagFilterChip } from '../parts/tag-filter-chip.tsx';
import { useTagFilter } from '../parts/use-tag-filter.ts';
import { EvidenceChips } from './evidence-chips.tsx';
import { EvidenceMenu } from './evidence-menu.tsx';
import type { EvidenceList } from './use-evidence-list.ts';

/** What narrows table and statistics, and how the table is shown. */
export function EvidenceHead(props: {
  readonly list: EvidenceList;
  readonly view: EvidenceView;
  readonly tab: 'table' | 'statistics';
}): ReactNode {
  const session = useSession();
  const { list, view, tab } = props;
  const words = useSessionState((state) => state.evidence.words);
  const facets = useSessionState((state) => state.evidence.facets);
  const tagFilter = useTagFilter();
  const [chipsAsked, setChipsAsked] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const chipsShown = chipsAsked || hasEvidenceFacets(facets);
  return (
    <div className="evidence-head">
      <div className="library-filter">
        <FilterField
          label="Filter quotations and notes"
          placeholder="Filter by words in quotation or note"
          value={words}
          around=".evidence"
          onChange={(value) => narrowEvidence(session, { words: value })}
        />
        <button
          type="button"
          className="button quiet"
          title="Filter by tags"
          onClick={() => session.openDialog({ kind: 'tag-filter' })}
        >
          <Tags size={15} aria-hidden="true" />
          <span className="button-words">Tags…</span>
        </button>
        <ChipsButton
          label="Narrow by outlet, article, claim, author or date"
          isOpen={chipsShown}
          isSet={hasEvidenceFacets(facets)}
          onToggle={() => setChipsAsked(!chipsAsked)}
        />
        {tab === 'table' && (
          <>
            <button
              ref={menuButton}
              type="button"
              className="button quiet icon"
              aria-haspopup="menu"
              aria-expanded={menuOpen}
              aria-label="Sort, group and columns"
              title="Sort, group and columns"
              onClick={() => setMenuOpen(true)}
            >
              <SlidersHorizontal size={16} aria-hidden="true" />
            </button>
            <ExportCsvButton
              onExport={() => void exportEvidence(session, view, list.shown, list.groups)}
            />
          </>
        )}
        {menuOpen && (
          <EvidenceMenu
            view={view}
            groups={list.groups}
            trigger={menuButton}
            onClose={() => setMenuOpen(false)}
          />
        )}
      </div>
      {chipsShown && <EvidenceChips items={list.items} />}
      {tagFilter !== null && <TagFilterChip />}
      <Opened />
    </div>
  );
}

/** Whose passages are shown, when a figure of the statistics was opened. */
function Opened(): ReactNode {
  const session = useSession();
  const opened = useSessionState((state) => state.evidence.opened);
  if (opened === null) return null;
  return (
    <div className="evidence-opened">
      <button type="button" className="button quiet" onClick={() => closePassages(session, true)}>
        <ArrowLeft size={14} aria-hidden="true" />
        Back to the statistics
      </button>
      <span className="evidence-opened-title">Passages: {opened.title}</span>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Show the passages of all figures"
        title="Show the passages of all figures"
        onClick={() => closePassages(session, false)}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
