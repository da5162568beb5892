import { type KeyboardEvent, type ReactNode, useEffect } from 'react';
import type { CatalogueState, QueryProblem } from '../../../app/host/search.ts';
import { catalogueWords } from '../../session/search/catalogue-words.ts';
import { changeSearch, refreshSearch, submitSearch } from '../../session/search/search.ts';
import { searchAdvice } from '../../session/search/search-advice.ts';
import type { SearchState } from '../../session/search/search-state.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ConcordanceView } from './concordance-view.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchResults } from './search-results.tsx';
import { SavedSearches } from './search-saved.tsx';
import { SearchSegments } from './search-segments.tsx';

const modes = [
  ['words', 'Words'],
  ['pattern', 'Pattern'],
] as const;

const resultViews = [
  ['articles', 'Articles'],
  ['concordance', 'Concordance'],
] as const;

const sorts = [
  ['rank', 'Best first'],
  ['published', 'By date'],
  ['title', 'By title'],
] as const;

/** The search over all articles: a box, what it found, and the searches that were saved. */
export function SearchView(): ReactNode {
  const session = useSession();
  const search = useSessionState((state) => state.search);
  const catalogue = useSessionState((state) => state.catalogue);
  const version = catalogue?.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is the reason to ask again
  useEffect(() => {
    void refreshSearch(session);
  }, [session, version]);
  return (
    <div className="search-view">
      <header className="search-head">
        <SearchBox search={search} />
        {search.problem !== null && <Problem query={search.query} problem={search.problem} />}
        {search.failure !== null && (
          <p className="search-problem" role="alert">
            {search.failure}
          </p>
        )}
        <div className="search-choices">
          <SearchSegments
            label="Show results as"
            value={search.view}
            options={resultViews}
            onChange={(view) => changeSearch(session, { view })}
          />
          {search.view === 'articles' && (
            <SearchSegments
              label="Order of the articles"
              value={search.articleSort}
              options={sorts}
              onChange={(articleSort) => changeSearch(session, { articleSort })}
            />
          )}
          <CatalogueNotice catalogue={catalogue} />
          <span className="search-count" role="status">
            {countText(search)}
          </span>
        </div>
        {catalogue?.state === 'failed' && (
          <p className="search-problem" role="alert">
            {catalogueWords(catalogue)}
          </p>
        )}
        <div className="search-foot">
          <SearchHelp mode={search.mode} />
          <SavedSearches />
        </div>
      </header>
      <div className="search-found" aria-busy={search.searching}>
        <Found search={search} />
      </div>
    </div>
  );
}

function SearchBox({ search }: { readonly search: SearchState }): ReactNode {
  const session = useSession();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
    const list = document.querySelector<HTMLElement>('[data-focus-name="results"]');
    if (list === null) return;
    event.preventDefault();
    list.focus();
  };
  return (
    <search>
      <form
        className="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submitSearch(session);
        }}
      >
        <input
          type="search"
          aria-label="Search project"
          aria-invalid={search.problem !== null}
          aria-describedby={search.problem === null ? undefined : 'search-problem'}
          data-focus-name="search"
          placeholder={
            search.mode === 'words'
              ? 'Words, "a phrase", harbo*, tag:figure …'
              : 'Regular expression'
          }
          spellCheck={false}
          value={search.query}
          onFocus={(event) => event.target.select()}
          onChange={(event) => changeSearch(session, { query: event.target.value })}
          onKeyDown={onKeyDown}
        />
        <SearchSegments
          label="What is searched for"
          value={search.mode}
          options={modes}
          onChange={(mode) => changeSearch(session, { mode })}
        />
      </form>
    </search>
  );
}

/** What is wrong with the query, with the place in it. */
function Problem(props: { readonly query: string; readonly problem: QueryProblem }): ReactNode {
  const { query, problem } = props;
  const { message, start, end } = problem;
  return (
    <p className="search-problem" id="search-problem" role="alert">
      <span>{message}</span>
      {end > start && (
        <code>
          {query.slice(0, start)}
          <mark>{query.slice(start, end)}</mark>
          {query.slice(end)}
        </code>
      )}
    </p>
  );
}

/**
 * How far the catalogue is while it is at work. It comes and goes by itself, so it takes room on a line that is there
 * anyway: nothing below moves away from under the pointer.
 */
function CatalogueNotice({ catalogue }: { readonly catalogue: CatalogueState | null }): ReactNode {
  const words = catalogue?.state === 'failed' ? null : catalogueWords(catalogue);
  const text = words === null ? '' : `${words}; results may be incomplete.`;
  return (
    <p className="search-notice" role="status" title={text}>
      {text}
    </p>
  );
}

function Found({ search }: { readonly search: SearchState }): ReactNode {
  const { articles, lines } = search;
  if (search.problem !== null || search.failure !== null) return null;
  if (articles !== null && articles.total > 0) return <SearchResults found={articles} />;
  if (lines !== null && lines.total > 0) return <ConcordanceView found={lines} />;
  if (search.query.trim() === '') return <NothingAsked />;
  return articles === null && lines === null ? null : <NothingFound search={search} />;
}

function NothingAsked(): ReactNode {
  return (
    <div className="desk-empty">
      <h2>Search every article</h2>
      <p>
        Type a word or two. <em>Articles</em> lists where they stand, the best first.{' '}
        <em>Concordance</em> sets every hit under the other with the words around it, so that
        wordings can be compared, sorted and highlighted by the line.
      </p>
    </div>
  );
}

function NothingFound({ search }: { readonly search: SearchState }): ReactNode {
  const advice = searchAdvice(search);
  return (
    <div className="desk-empty">
      <h2>No article holds that</h2>
      <p>
        {search.mode === 'words'
          ? 'Try fewer words, a beginning with an asterisk (harbo*), or OR between words that mean the same.'
          : 'The pattern matches in no paragraph. Upper and lower case make no difference unless the pattern says so.'}
      </p>
      {advice !== null && <p>{advice}</p>}
    </div>
  );
}

function countText({ articles, lines, searching, query, mode }: SearchState): string {
  if (query.trim() === '') return '';
  if (searching && mode === 'pattern') return 'Searching…';
  const found = articles ?? lines;
  if (found === null) return searching ? 'Searching…' : '';
  const count = found.total.toLocaleString('en-GB');
  if (lines === null) return `${count} ${found.total === 1 ? 'article' : 'articles'}`;
  const hits = `${count} ${found.total === 1 ? 'line' : 'lines'}`;
  return lines.isComplete ? hits : `The first ${hits}; there are more`;
}
