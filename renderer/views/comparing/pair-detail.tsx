import { Link2, MessageSquareQuote } from 'lucide-react';
import type { ReactNode } from 'react';
import { listArticle } from '../../session/article-list.ts';
import { letterOf } from '../../session/comparing/compare-panes.ts';
import type { ComparedEnd, ComparedPair } from '../../session/comparing/comparing-state.ts';
import { claimFromPair, linkPair } from '../../session/comparing/link-pair.ts';
import { changesInWords, changesOf, kindInWords } from '../../session/comparing/pair-words.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { ChangeSide } from './change-side.tsx';

/** How the two passages of a pair differ, side by side, and what can be made of them. */
export function PairDetail({ pair }: { readonly pair: ComparedPair }): ReactNode {
  const session = useSession();
  const readOnly = session.store.project.readOnly !== null;
  const pieces = changesOf(pair);
  return (
    <section className="pair-detail" aria-label="Differences of wording">
      <header className="pair-detail-head">
        <span className="pair-kind">{kindInWords(pair)}</span>
        <strong className="pair-changes">{changesInWords(pair)}</strong>
        {!readOnly && (
          <span className="pair-actions">
            <button type="button" className="button" onClick={() => linkPair(session)}>
              <Link2 size={14} aria-hidden="true" />
              Link…
              <KeyLabel value="Mod+Alt+J" />
            </button>
            <button type="button" className="button" onClick={() => claimFromPair(session)}>
              <MessageSquareQuote size={14} aria-hidden="true" />
              Claim…
              <KeyLabel value="Mod+Alt+N" />
            </button>
          </span>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="pair-sides" tabIndex={0} aria-label="The two wordings">
        <Side end={pair.left}>
          <ChangeSide pieces={pieces} side="left" />
        </Side>
        <Side end={pair.right}>
          <ChangeSide pieces={pieces} side="right" />
        </Side>
      </section>
    </section>
  );
}

function Side(props: { readonly end: ComparedEnd; readonly children: ReactNode }): ReactNode {
  const session = useSession();
  const { paneId, articleId } = props.end;
  const article = useRecords((records) => records.get('article', articleId));
  const listed = article === null ? null : listArticle(article);
  return (
    <div className="pair-side">
      <h3>
        <span className="compare-letter">{letterOf(session, paneId)}</span>
        <span className="pair-side-outlet">{listed?.outlet ?? 'Outlet not stated'}</span>
        <span className="pair-side-date">{listed?.date ?? 'no date'}</span>
      </h3>
      <p>{props.children}</p>
    </div>
  );
}
