import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ArticleRecord, RevisionRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { listArticle } from '../../session/article-list.ts';
import { isInTrash } from '../../session/library/library-trash.ts';
import { shownRevision } from '../../session/reading/revisions.ts';
import type { Pane } from '../../session/session-state.ts';
import { shownPanes } from '../../session/shown-panes.ts';
import {
  useRecords,
  useSession,
  useSessionState,
  useStoreState,
} from '../parts/session-context.ts';
import { FilterNote } from './filter-note.tsx';
import { FindBar } from './find-bar.tsx';
import { RevisionNotice } from './revision-notice.tsx';

/** One revision of an article with its head: outlet, date, and the text to read and mark. Another one is another pane. */
export function ReadingPane({ pane }: { readonly pane: Pane }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', pane.articleId));
  const revision = useRecords((records) => shownRevision(records, pane));
  const active = useSessionState(
    (state) => state.activePane === pane.id && shownPanes(state).length > 1,
  );
  const finds = useSessionState(({ find }) => find?.pane === pane.id);
  const text = useText(revision);
  const complete = useStoreState((store) => store.isComplete);
  // In the first moments of a large project its revisions are on their way.
  if (article !== null && revision === null && !complete) return null;
  if (article === null || revision === null) return <p className="empty">This article is gone.</p>;
  const { metadata, outlet, date } = listArticle(article);
  return (
    <section
      className="pane"
      aria-label={`Pane: ${metadata.title}`}
      data-active={active || undefined}
      data-finds={finds || undefined}
    >
      <header className="pane-head">
        <span className="pane-outlet">{outlet ?? 'Outlet not stated'}</span>
        <span className="pane-facts">
          {[
            date ?? 'no date',
            metadata.byline,
            `${revision.wordCount.toLocaleString('en-GB')} words`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <FilterNote revision={revision} />
        {isInTrash(article) && <span className="pane-trashed">In the trash</span>}
        <span className="pane-number" title={`Article ${article.number} of this project`}>
          {article.number}
        </span>
        <button
          type="button"
          className="button quiet icon"
          aria-label={`Close pane: ${metadata.title}`}
          onClick={() => session.panes.close(pane.id)}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </header>
      <RevisionNotice pane={pane} revision={revision} />
      <FindBar pane={pane.id} />
      {text.kind === 'ready' && (
        <ReaderMount pane={pane} article={article} revision={revision} text={text.text} />
      )}
      {text.kind === 'failed' && (
        <p className="pane-failed" role="alert">
          {text.reason}
        </p>
      )}
    </section>
  );
}

/** The element that the reader lives in. The reader itself is the session's; React only keeps the place. */
function ReaderMount(props: {
  readonly pane: Pane;
  readonly article: ArticleRecord;
  readonly revision: RevisionRecord;
  readonly text: RevisionText;
}): ReactNode {
  const session = useSession();
  const place = useRef<HTMLDivElement>(null);
  const { text, revision } = props;
  const paneId = props.pane.id;
  // A new reader for a new text or title only: other changes of the record (its count of annotations) are no reason.
  const article = useRef(props.article);
  article.current = props.article;
  const { title } = listArticle(props.article).metadata;
  // Before the reader is mounted, which may take the keyboard at once.
  useEffect(() => (place.current === null ? undefined : followFocus(place.current)), []);
  useEffect(() => {
    const element = place.current;
    if (element === null || title === '') return undefined;
    return session.panes.mount(element, paneId, article.current, revision, text);
  }, [session, paneId, revision, text, title]);
  return <div className="reader-place" ref={place} />;
}

/**
 * Says on the pane whether its text has the keyboard. A style that looked for it inside (`:has`) would look through all of a
 * long text with each highlight that is drawn: half a millisecond of each frame of a scroll.
 */
function followFocus(element: HTMLElement): () => void {
  const pane = element.closest('.pane');
  const note = (reads: boolean) => pane?.toggleAttribute('data-reads', reads);
  const abort = new AbortController();
  element.addEventListener('focusin', () => note(true), { signal: abort.signal });
  element.addEventListener('focusout', () => note(false), { signal: abort.signal });
  return () => {
    abort.abort();
    note(false);
  };
}

type TextState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly text: RevisionText }
  | { readonly kind: 'failed'; readonly reason: string };

function useText(revision: RevisionRecord | null): TextState {
  const session = useSession();
  const hash = revision?.hash ?? null;
  const [state, setState] = useState<TextState>({ kind: 'reading' });
  useEffect(() => {
    if (hash === null) return undefined;
    let left = false;
    session.store.texts.read(hash).then(
      (text) => {
        if (!left) setState({ kind: 'ready', text });
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        if (!left) setState({ kind: 'failed', reason });
      },
    );
    return () => {
      left = true;
    };
  }, [session, hash]);
  return state;
}
