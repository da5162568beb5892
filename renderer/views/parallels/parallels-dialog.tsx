import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { SuggestedRange } from '../../../app/host/suggestions.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { countOf, listArticle } from '../../session/article-list.ts';
import { likenessInWords, likenessOf } from '../../session/parallels/likeness.ts';
import { openCluster } from '../../session/parallels/open-cluster.ts';
import { decidedInWords, directionInWords } from '../../session/parallels/parallel-words.ts';
import { type FoundPassage, searchParallels } from '../../session/parallels/search-parallels.ts';
import {
  type AskedPassage,
  type KnownPassage,
  knownParallels,
  mostKnown,
  openParallel,
} from '../../session/parallels/show-parallels.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** A row of the list: what is known, or what was searched for. */
interface Row extends SuggestedRange {
  readonly key: string;
  readonly articleId: ArticleId;
  readonly quote: string;
  /** Absent: found by searching for the words. */
  readonly known?: KnownPassage;
}

/**
 * Passages of other articles in the same or nearly the same words: what is known at once, else what a search finds. A
 * proposal: only the analyst links.
 */
export function ParallelsDialog({ asked }: { readonly asked: AskedPassage }): ReactNode {
  const session = useSession();
  const { articleId, quote } = asked;
  const known = useMemo(() => knownParallels(session, asked), [session, asked]);
  const [searches, setSearches] = useState(known.length === 0);
  const search = useSearch(searches, quote, articleId);
  const rows: readonly Row[] = searches ? (search?.rows ?? []) : known.map(knownRow);
  const clusterKey = known.find(({ seen }) => seen.pair.clusterKey !== null)?.seen.pair.clusterKey;
  const list = useRef<HTMLUListElement>(null);
  const isThere = !searches || search !== null;
  useEffect(() => {
    if (isThere) list.current?.querySelector('button')?.focus();
  }, [isThere]);
  return (
    <Dialog
      closeButton
      title="Parallel passages in other articles"
      wide
      onClose={() => session.closeDialog()}
    >
      <p className="card-text parallel-quote">{quote}</p>
      <p role="status" className="hint">
        {searches ? searchInWords(search) : knownInWords(rows)}
      </p>
      <ul className="report" aria-label="Parallel passages" ref={list} onKeyDown={stepWithArrows}>
        {rows.map((row) => (
          <ParallelRow key={row.key} row={row} asked={quote} />
        ))}
      </ul>
      {known.length > 0 && (
        <div className="dialog-buttons">
          {clusterKey != null && (
            <button
              type="button"
              className="button"
              onClick={() => {
                session.closeDialog();
                openCluster(session, clusterKey);
              }}
            >
              Show the cluster
            </button>
          )}
          <button
            type="button"
            className="button quiet"
            aria-pressed={searches}
            onClick={() => setSearches(!searches)}
          >
            Search all articles for these words
          </button>
        </div>
      )}
    </Dialog>
  );
}

interface Search {
  readonly rows: readonly Row[];
  readonly unread: number;
}

/** The other articles' passages most like the words; `null` while they are compared, or nobody asked. */
function useSearch(asked: boolean, quote: string, articleId: ArticleId): Search | null {
  const session = useSession();
  const [search, setSearch] = useState<Search | null>(null);
  useEffect(() => {
    if (!asked) return undefined;
    const abort = new AbortController();
    void searchParallels(session, quote, articleId, abort.signal).then(({ passages, unread }) => {
      if (!abort.signal.aborted) setSearch({ rows: passages.map(foundRow), unread });
    });
    return () => abort.abort();
  }, [session, asked, quote, articleId]);
  return search;
}

function foundRow(passage: FoundPassage): Row {
  const { articleId, start, end, quote } = passage;
  return { key: articleId, articleId, start, end, quote };
}

function knownRow(known: KnownPassage): Row {
  const { seen, start, end, quote } = known;
  const { articleId } = seen.other;
  return { key: seen.key, articleId, start, end, quote, known };
}

function searchInWords(search: Search | null): string {
  if (search === null) return 'Comparing…';
  const { rows, unread } = search;
  const found =
    rows.length === 0
      ? 'No other article has a passage with two in five of these words in this order.'
      : `${rows.length} ${rows.length === 1 ? 'article says' : 'articles say'} this in words alike. ${figureMeans}`;
  return unread > 0 ? `${found} ${unread} could not be read.` : found;
}

/** Of what is known and of what is searched for alike. */
const figureMeans =
  'Beside each stands how many of the words both have, in order; punctuation and capitals do not count.';

function knownInWords(rows: readonly Row[]): string {
  const articlesOf = (part: boolean): ReadonlySet<string> =>
    new Set(rows.filter(({ known }) => known?.isPart === part).map(({ articleId }) => articleId));
  const whole = articlesOf(false);
  const parts = [...articlesOf(true)].filter((id) => !whole.has(id)).length;
  const limit = rows.length < mostKnown ? '' : ` The ${mostKnown} best are listed.`;
  const figure = `${figureMeans}${limit}`;
  if (whole.size === 0)
    return `${countOf(parts, 'other article')} ${parts === 1 ? 'says' : 'say'} a part of this in words alike. ${figure}`;
  const more = parts === 0 ? '' : `, ${parts} more a part of it`;
  return `${countOf(whole.size, 'other article')} ${whole.size === 1 ? 'says' : 'say'} this in words alike${more}. ${figure}`;
}

function ParallelRow(props: { readonly row: Row; readonly asked: string }): ReactNode {
  const session = useSession();
  const { row, asked } = props;
  const { quote } = row;
  const likeness = useMemo(() => likenessInWords(likenessOf(asked, quote)), [asked, quote]);
  const article = useRecords((records) => records.get('article', row.articleId));
  if (article === null) return null;
  const { metadata, outlet, date } = listArticle(article);
  const source = outlet ?? metadata.title;
  const seen = row.known?.seen;
  const facts =
    seen === undefined
      ? []
      : [
          row.known?.isPart === true ? 'a part of it' : '',
          directionInWords(session, seen),
          seen.pair.formula ? 'formula' : '',
          decidedInWords(seen),
        ];
  return (
    <li className="card">
      <div className="card-head">
        <span className="card-source">{[source, date].filter(Boolean).join(' · ')}</span>
        <span className="card-number parallel-score">{likeness}</span>
      </div>
      {facts.length > 0 && <p className="parallels-facts">{facts.filter(Boolean).join(' · ')}</p>}
      <button
        type="button"
        className="card-quote"
        aria-label={`Open beside, ${source}: ${row.quote}`}
        onClick={() => openParallel(session, row)}
      >
        {row.quote}
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
