import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { presentArticles } from '../../session/article-list.ts';
import { openSample } from '../../session/project.ts';
import { shownRevision } from '../../session/reading/revisions.ts';
import type { Pane } from '../../session/session-state.ts';
import { LateLinkCurves } from '../links/late-links.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useNarrowerThan } from '../parts/use-narrower-than.ts';
import { AnnotationCardPopup } from './annotation-card-popup.tsx';
import { ReadingPane } from './reading-pane.tsx';
import { SelectionBar } from './selection-bar.tsx';

/** Narrower than this, in pixels, two texts side by side have five words a line: one stands below the other. */
const twoTexts = 520;

/** One article, or two side by side. */
export function ReadView(): ReactNode {
  const panes = useSessionState((state) => state.panes);
  const { isNarrow, ref } = useNarrowerThan<HTMLDivElement>(twoTexts);
  if (panes.length === 0) return <NothingOpen />;
  return (
    <>
      <Group className="panes" elementRef={ref} orientation={isNarrow ? 'vertical' : 'horizontal'}>
        {panes.map((pane, index) => (
          <PaneSlot key={pane.id} pane={pane} first={index === 0} />
        ))}
      </Group>
      <LateLinkCurves />
      <SelectionBar />
      <AnnotationCardPopup />
    </>
  );
}

function PaneSlot({ pane, first }: { readonly pane: Pane; readonly first: boolean }): ReactNode {
  // A pane that stays on its revision while the article gets another one is the same pane.
  const shown = useRecords((records) => shownRevision(records, pane)?.id);
  return (
    <>
      {!first && <Separator className="area-separator" aria-label="Width of the panes" />}
      <Panel id={pane.id} minSize="220px">
        <ReadingPane key={`${pane.articleId} ${shown}`} pane={pane} />
      </Panel>
    </>
  );
}

function NothingOpen(): ReactNode {
  const session = useSession();
  const articles = useRecords((records) => presentArticles(records).length);
  return (
    <div className="desk-empty">
      <h2>{articles === 0 ? 'Nothing to read yet' : 'No article is open'}</h2>
      {articles === 0 ? (
        <>
          <p>
            Drop a folder of articles on this window, or import files from the Library. To look
            around first, open the sample.
          </p>
          <button type="button" className="button" onClick={() => void openSample(session)}>
            Open the sample project
          </button>
        </>
      ) : (
        <p>Choose one in the Library with the arrow keys and Enter, or click it.</p>
      )}
    </div>
  );
}
