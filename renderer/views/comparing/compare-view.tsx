import { type ReactNode, useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { presentArticles } from '../../session/article-list.ts';
import { comparedReaders } from '../../session/comparing/compared-readers.ts';
import { watchPairs } from '../../session/comparing/watch-pairs.ts';
import { AnnotationCardPopup } from '../desk/annotation-card-popup.tsx';
import { SelectionBar } from '../desk/selection-bar.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { CompareHead } from './compare-head.tsx';
import { ComparePanes } from './compare-panes.tsx';
import { PairPanel } from './pair-panel.tsx';
import { TimeStripBar } from './time-strip-bar.tsx';

/** Two to four articles side by side, what they have in common, and how its wording differs. */
export function CompareView(): ReactNode {
  const session = useSession();
  const count = useSessionState((state) => state.comparing.panes.length);
  useEffect(() => watchPairs(session), [session]);
  useEffect(() => comparedReaders(session).attach(), [session]);
  return (
    <section className="compare-view" aria-label="Comparison">
      <CompareHead />
      <TimeStripBar />
      {count === 0 ? (
        <NothingToCompare />
      ) : (
        <Group className="compare-body" orientation="vertical">
          <Panel id="compared" minSize="160px">
            <ComparePanes />
          </Panel>
          <Separator className="area-separator" aria-label="Height of the panes" />
          <Panel id="pairs" defaultSize="32%" minSize="92px">
            <PairPanel />
          </Panel>
        </Group>
      )}
      <SelectionBar />
      <AnnotationCardPopup />
    </section>
  );
}

function NothingToCompare(): ReactNode {
  const articles = useRecords((records) => presentArticles(records).length);
  return (
    <div className="desk-empty">
      <h2>Nothing to compare yet</h2>
      {articles < 2 ? (
        <p>A comparison needs two articles. Import some in the Library first.</p>
      ) : (
        <p>
          Select two to four articles in the Library, with Space or Shift and the arrow keys, and
          press Compare. Or choose one in the strip above with the arrow keys and press Enter.
        </p>
      )}
    </div>
  );
}
