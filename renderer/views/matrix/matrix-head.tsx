import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ClaimStatus, Importance } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import type { MatrixShown } from '../../session/matrix/matrix-shown.ts';
import { setMatrix } from '../../session/matrix/matrix-side.ts';
import type { MatrixNarrowing } from '../../session/matrix/matrix-state.ts';
import { claimValues } from '../../session/matrix/matrix-values.ts';
import { StanceLegend } from '../claims/stance-legend.tsx';
import { FilterField } from '../parts/filter-field.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ValueChip } from '../parts/value-chip.tsx';
import { ClaimTagField } from './claim-tag-field.tsx';
import { MatrixExportMenu } from './matrix-export-menu.tsx';
import { MatrixMenu } from './matrix-menu.tsx';

const importances: Readonly<Record<string, string>> = { '1': 'little', '2': 'some', '3': 'much' };

/** What narrows the rows, how the matrix is shown, and what its signs mean. */
export function MatrixHead(props: {
  readonly shown: MatrixShown;
  /** Where the filter stands. */
  readonly bar: HTMLElement | null;
}): ReactNode {
  const { shown, bar } = props;
  const session = useSession();
  const matrix = useSessionState((state) => state.matrix);
  const [menuOpen, setMenuOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const { records } = session.store;
  const change = (patch: Partial<MatrixNarrowing>): void => setMatrix(session, patch);
  const kind = shown.everyColumn[0]?.kind ?? 'article';
  const hidden = shown.everyColumn.length - shown.columns.length;
  const filter = (
    <div className="library-filter matrix-filter">
      <FilterField
        label="Filter claims"
        placeholder="Filter by words or number"
        value={matrix.words}
        around=".claims-frame"
        onChange={(words) => change({ words })}
      />
      <button
        ref={menuButton}
        type="button"
        className="button quiet"
        aria-haspopup="menu"
        aria-expanded={menuOpen}
        onClick={() => setMenuOpen(true)}
      >
        <SlidersHorizontal size={15} aria-hidden="true" />
        View
      </button>
      {menuOpen && (
        <MatrixMenu shown={shown} trigger={menuButton} onClose={() => setMenuOpen(false)} />
      )}
      <MatrixExportMenu />
    </div>
  );
  return (
    <div className="matrix-tools">
      {bar !== null && createPortal(filter, bar)}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row with its legend */}
      <div className="library-chips" role="group" aria-label="Narrow the claims">
        <ValueChip
          title="Status"
          values={() => claimValues(records, 'status')}
          chosen={matrix.statuses}
          nameOf={(value) => value}
          empty="There are no claims yet."
          onChange={(statuses: readonly ClaimStatus[]) => change({ statuses })}
        />
        <ValueChip
          title="Speaker"
          values={() => claimValues(records, 'speaker')}
          chosen={matrix.speakers}
          nameOf={(value) => (value === '' ? 'Not stated' : value)}
          empty="There are no claims yet."
          onChange={(speakers) => change({ speakers })}
        />
        <ValueChip
          title="Importance"
          values={() => claimValues(records, 'importance')}
          chosen={matrix.importances.map(String)}
          nameOf={(value) => importances[value] ?? value}
          empty="No claim was judged yet."
          onChange={(values) =>
            change({ importances: values.map((value) => Number(value) as Importance) })
          }
        />
        <ClaimTagField />
        <button
          type="button"
          className="chip"
          aria-pressed={matrix.unchecked}
          onClick={() => change({ unchecked: !matrix.unchecked })}
        >
          Has unchecked cells
        </button>
        <button
          type="button"
          className="chip"
          aria-pressed={matrix.disputed}
          onClick={() => change({ disputed: !matrix.disputed })}
        >
          Disputed between sources
        </button>
        <span className="matrix-count" role="status">
          {countOf(shown.rows.length, 'claim')} × {countOf(shown.columns.length, kind)}
          {hidden > 0 && `, ${hidden} hidden`}
        </span>
        <StanceLegend />
      </div>
    </div>
  );
}
