import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { listArticle } from '../../session/article-list.ts';
import {
  openParallel,
  type ParallelPassage,
  parallelsOf,
} from '../../session/reading/parallels.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Passages of other articles in the same or nearly the same words. A proposal: only the analyst links. */
export function ParallelsDialog(props: {
  readonly articleId: ArticleId;
  readonly quote: string;
}): ReactNode {
  const session = useSession();
  const { articleId, quote } = props;
  const [found, setFound] = useState<readonly ParallelPassage[] | null>(null);
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    void parallelsOf(session, quote, articleId, abort.signal).then((result) => {
      if (abort.signal.aborted) return;
      setFound(result.passages);
      setUnread(result.unread);
    });
    return () => abort.abort();
  }, [session, quote, articleId]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (found !== null) list.current?.querySelector('button')?.focus();
  }, [found]);
  return (
    <Dialog
      closeButton
      title="Parallel passages in other articles"
      wide
      onClose={() => session.closeDialog()}
    >
      <p className="card-text parallel-quote">{quote}</p>
      <p role="status" className="hint">
        {found === null
          ? 'Comparing…'
          : found.length === 0
            ? 'No other article says this in words alike.'
            : `${found.length} ${found.length === 1 ? 'article says' : 'articles say'} this in words alike. The figure is the share of words both have, in order.`}
        {unread > 0 && ` ${unread} could not be read.`}
      </p>
      <ul className="report" aria-label="Parallel passages" ref={list} onKeyDown={stepWithArrows}>
        {found?.map((passage) => (
          <ParallelRow key={passage.articleId} passage={passage} />
        ))}
      </ul>
    </Dialog>
  );
}

function ParallelRow(props: { readonly passage: ParallelPassage }): ReactNode {
  const session = useSession();
  const { passage } = props;
  const article = useRecords((records) => records.get('article', passage.articleId));
  if (article === null) return null;
  const { metadata, outlet, date } = listArticle(article);
  const source = outlet ?? metadata.title;
  return (
    <li className="card">
      <div className="card-head">
        <span className="card-source">{[source, date].filter(Boolean).join(' · ')}</span>
        <span className="card-number">{Math.round(passage.score * 100)} %</span>
      </div>
      <button
        type="button"
        className="card-quote"
        aria-label={`Open beside, ${source}: ${passage.quote}`}
        onClick={() => openParallel(session, passage)}
      >
        {passage.quote}
      </button>
    </li>
  );
}

/** The arrow keys go from passage to passage. */
function stepWithArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons: (Element | null)[] = [...event.currentTarget.querySelectorAll('button')];
  const present = buttons.indexOf(document.activeElement);
  const next = buttons[present + step];
  if (next instanceof HTMLElement) next.focus();
}
