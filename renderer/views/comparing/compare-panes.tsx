import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { letterAt, movePane } from '../../session/comparing/compare-panes.ts';
import { shownRevision } from '../../session/reading/revisions.ts';
import type { Pane } from '../../session/session-state.ts';
import { ReadingPane } from '../desk/reading-pane.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { PairBands } from './pair-bands.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';

/** The panes with a gap between each two of them, in which bands join what belongs together. */
export function ComparePanes(): ReactNode {
  const panes = useSessionState((state) => state.comparing.panes);
  useKeptScroll(panes);
  return (
    <div className="compare-panes" data-count={panes.length}>
      {panes.map((pane, index) => {
        const next = panes[index + 1];
        return (
          <Fragment key={pane.id}>
            <PaneSlot pane={pane} index={index} count={panes.length} />
            {next !== undefined && <PairBands left={pane} right={next} />}
          </Fragment>
        );
      })}
      {panes.length === 1 && (
        <p className="compare-one">
          Choose a second article: in the strip above with the arrow keys and Shift and Enter, or in
          the Library with “Add the article to the comparison”.
        </p>
      )}
    </div>
  );
}

function PaneSlot(props: {
  readonly pane: Pane;
  readonly index: number;
  readonly count: number;
}): ReactNode {
  const session = useSession();
  const { pane, index, count } = props;
  const shown = useRecords((records) => shownRevision(records, pane)?.id);
  const letter = letterAt(index);
  const move = (direction: 1 | -1): void => {
    session.panes.activate(pane.id);
    movePane(session, direction);
  };
  return (
    <div className="compare-slot">
      <div className="compare-slot-bar">
        <button
          type="button"
          className="button quiet icon"
          aria-label={`Move pane ${letter} to the left`}
          disabled={index === 0}
          onClick={() => move(-1)}
        >
          <ChevronLeft size={14} aria-hidden="true" />
        </button>
        <span className="compare-letter" data-letter={letter}>
          {letter}
        </span>
        <button
          type="button"
          className="button quiet icon"
          aria-label={`Move pane ${letter} to the right`}
          disabled={index === count - 1}
          onClick={() => move(1)}
        >
          <ChevronRight size={14} aria-hidden="true" />
        </button>
      </div>
      <ReadingPane key={`${pane.articleId} ${shown}`} pane={pane} />
    </div>
  );
}
