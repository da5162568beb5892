import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { countOf } from '../../session/article-list.ts';
import { clearTagFilter } from '../../session/codebook/tag-filter.ts';
import { progressWords } from '../../session/corpus/jobs.ts';
import { filterItems } from '../../session/library/library-filter.ts';
import { select, setLibrary } from '../../session/library/library-selection.ts';
import { hasFacets, noFacets } from '../../session/library/library-state.ts';
import { chooseImport } from '../../session/project.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useTagFilter } from '../parts/use-tag-filter.ts';
import { ArticleGrid } from './article-grid.tsx';
import { LibraryFoot } from './library-foot.tsx';
import { LibraryHead } from './library-head.tsx';
import { type ListLayout, layoutFor } from './list-layout.ts';
import { type LibraryList, useLibraryList, useLibraryView } from './use-library-list.ts';

/** Nobody selects several articles in the first moment: read when it is first needed. */
const SelectedBar = lazy(() =>
  import('./selected-bar.tsx').then((module) => ({ default: module.SelectedBar })),
);

/** The project's articles: filter and chips, a list of what is in sight, what can be done with the selected ones. */
export function Library(): ReactNode {
  const session = useSession();
  const section = useRef<HTMLElement>(null);
  const view = useLibraryView();
  const list = useLibraryList(view);
  const layout = useLayout(section);
  const place = useSessionState((state) => state.library.place);
  const selected = useSessionState((state) => state.library.selected.size);
  // The grid answers it for itself; on a button around it the same is meant.
  const selectAll = (event: KeyboardEvent<HTMLElement>): void => {
    const mod = session.hostInfo.commandKey === 'Meta' ? event.metaKey : event.ctrlKey;
    if (event.isDefaultPrevented() || !mod || event.shiftKey || event.key.toLowerCase() !== 'a') {
      return;
    }
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
    event.preventDefault();
    select(
      session,
      list.shown.map(({ id }) => id),
    );
  };
  const isNarrowed = list.shown.length < list.items.length;
  return (
    <section
      ref={section}
      className="library area"
      aria-label="Library"
      data-area="library"
      tabIndex={-1}
      onKeyDown={selectAll}
    >
      <LibraryHead list={list} view={view} isWide={layout.kind === 'wide'} />
      {list.items.length === 0 ? (
        <Empty place={place} />
      ) : list.shown.length === 0 ? (
        <NothingFound list={list} />
      ) : (
        <ArticleGrid
          label={place === 'trash' ? 'Articles in the trash' : 'Articles'}
          lines={list.lines}
          view={place === 'trash' ? { ...view, group: 'none' } : view}
          layout={layout}
        />
      )}
      <p className="visually-hidden" role="status">
        {isNarrowed &&
          `${list.shown.length.toLocaleString('en-GB')} of ${list.items.length.toLocaleString('en-GB')} articles`}
      </p>
      <p className="visually-hidden" role="status">
        {selected > 0 && `${countOf(selected, 'article')} selected`}
      </p>
      {selected > 0 && (
        <Suspense fallback={null}>
          <SelectedBar shown={list.shown} />
        </Suspense>
      )}
      <LibraryFoot />
    </section>
  );
}

/** Follows the width of the Library. */
function useLayout(section: { readonly current: HTMLElement | null }): ListLayout {
  const [layout, setLayout] = useState<ListLayout>({ kind: 'narrow', width: 0 });
  useLayoutEffect(() => {
    const element = section.current;
    if (element === null) return;
    const follow = (): void => {
      const next = layoutFor(element.clientWidth);
      setLayout((before) =>
        before.kind === next.kind && before.width === next.width ? before : next,
      );
    };
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    return () => observer.disconnect();
  }, [section]);
  return layout;
}

/** Why nothing is listed. Articles in the archive, or out of it, that filter and chips would list are not passed over. */
function NothingFound({ list }: { readonly list: LibraryList }): ReactNode {
  const session = useSession();
  const { place, filter, facets } = useSessionState((state) => state.library);
  const tagFilter = useTagFilter();
  const tags = useRecords((records) => records.list('tag'));
  const others = { ...facets, archived: !facets.archived };
  const hidden = useMemo(() => {
    if (place === 'trash') return 0;
    const turned = { ...facets, archived: !facets.archived };
    return filterItems(list.items, filter, turned, tags).length;
  }, [place, list.items, filter, facets, tags]);
  const where = facets.archived ? 'that are not archived' : 'in the archive';
  return (
    <div className="library-empty">
      <p className="empty">
        {tagFilter?.accepts != null && filter.trim() === '' && !hasFacets(facets)
          ? 'No article has an annotation that the tag filter lets through.'
          : sentence(filter.trim(), hasFacets(facets), hidden > 0, facets.archived)}{' '}
        {hidden > 0 &&
          `${countOf(hidden, 'article')} ${where} ${hidden === 1 ? 'is' : 'are'} not shown.`}{' '}
        {filter.trim() !== '' && hidden === 0 && 'To look in the texts, search the project.'}
      </p>
      {hidden > 0 && (
        <button
          type="button"
          className="button"
          data-begin
          onClick={() => setLibrary(session, { facets: others })}
        >
          {facets.archived
            ? `Show ${countOf(hidden, 'article')} not archived`
            : `Show ${countOf(hidden, 'archived article')}`}
        </button>
      )}
      <button
        type="button"
        className="button"
        data-begin
        onClick={() => {
          clearTagFilter(session);
          setLibrary(session, { filter: '', facets: noFacets });
        }}
      >
        Show all articles
      </button>
    </div>
  );
}

/** `narrowed`: chips are on; `othersDo`: articles on the other side of the archive would be listed. */
function sentence(
  filter: string,
  narrowed: boolean,
  othersDo: boolean,
  inArchive: boolean,
): string {
  if (filter === '') {
    if (othersDo && !narrowed) return 'All articles are archived.';
    return 'No article is left by the chips above.';
  }
  const where = othersDo ? (inArchive ? 'In the archive no' : 'Outside the archive no') : 'No';
  const among = narrowed && !othersDo ? ' among those the chips leave' : '';
  return `${where} article’s title, outlet, byline, section or tag holds “${filter}”${among}.`;
}

function Empty({ place }: { readonly place: 'articles' | 'trash' }): ReactNode {
  const session = useSession();
  const importing = useSessionState((state) =>
    state.jobs.find((job) => job.state === 'running' && job.kind === 'import'),
  );
  if (place === 'trash') {
    return (
      <div className="library-empty">
        <p className="empty">
          The trash is empty. Articles that you put here are out of the lists, and can be restored
          with their annotations.
        </p>
      </div>
    );
  }
  if (importing !== undefined) {
    return (
      // Keeps the keyboard until the list is there.
      <div className="library-empty" data-begin tabIndex={-1}>
        <p className="empty">
          {importing.title}: {progressWords(importing)}. The first articles appear in a moment.
        </p>
      </div>
    );
  }
  return (
    <div className="library-empty">
      <p className="empty">
        No articles yet. Drop files or a folder of them anywhere on this window (text, web pages,
        PDF, Word, mail, tables), paste a text, or choose files:
      </p>
      <button
        type="button"
        className="button"
        data-begin
        onClick={() => void chooseImport(session, 'files')}
      >
        Import files…
      </button>
      <button type="button" className="button" onClick={() => void chooseImport(session, 'folder')}>
        Import a folder…
      </button>
    </div>
  );
}
