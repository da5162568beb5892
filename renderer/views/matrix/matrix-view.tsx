import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { claimFromNothing } from '../../session/claims/claim.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useLanding } from '../parts/use-landing.ts';
import { useMediaQuery } from '../parts/use-media-query.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixSidePanel } from './matrix-side-panel.tsx';
import { useMatrixShown } from './use-matrix-shown.ts';

/** Who says what, in which words, and who is silent: claims against articles, and beside them what a cell rests on. */
export function MatrixView({ bar }: { readonly bar: HTMLElement | null }): ReactNode {
  const shown = useMatrixShown();
  const claims = useRecords((records) => records.count('claim'));
  const hasSide = useSessionState((state) => state.matrix.side !== null);
  useLanding();
  // In a narrow window what is beside the matrix stands below it.
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  return (
    <div className="matrix">
      <MatrixHead shown={shown} bar={bar} />
      {shown.rows.length === 0 || shown.everyColumn.length === 0 ? (
        <NothingToShow claims={claims} articles={shown.everyColumn.length} />
      ) : (
        <Group className="matrix-panels" orientation={isNarrow ? 'vertical' : 'horizontal'}>
          <Panel id="matrix-grid" minSize={isNarrow ? '30%' : '300px'}>
            <MatrixGrid shown={shown} />
          </Panel>
          {hasSide && (
            <>
              <Separator className="area-separator" aria-label="Width of the matrix" />
              <Panel
                id="matrix-side"
                defaultSize={isNarrow ? '60%' : '42%'}
                minSize={isNarrow ? '30%' : '240px'}
              >
                <MatrixSidePanel />
              </Panel>
            </>
          )}
        </Group>
      )}
    </div>
  );
}

function NothingToShow(props: { readonly claims: number; readonly articles: number }): ReactNode {
  const session = useSession();
  if (props.articles === 0) {
    return (
      <div className="desk-empty">
        <h2>No articles yet</h2>
        <p>Import articles from the Library: each one, or each outlet, is a column here.</p>
      </div>
    );
  }
  if (props.claims > 0) {
    return (
      <div className="desk-empty">
        <h2>No claim meets the filter</h2>
        <p>Take a part of the filter away to see more of the {props.claims} claims.</p>
      </div>
    );
  }
  return (
    <div className="desk-empty">
      <h2>No claims yet</h2>
      <p>
        Each claim is a row here, each article a column, and each cell says whether the article
        asserts it, denies it or is silent. Select a passage in an article and press <kbd>C</kbd> to
        make the first one, or begin with the wording.
      </p>
      <button type="button" className="button" data-begin onClick={() => claimFromNothing(session)}>
        New claim…
      </button>
    </div>
  );
}
