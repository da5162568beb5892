import { lazy, type ReactNode, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { countOf } from '../../session/article-list.ts';
import { setLibrary } from '../../session/library-selection.ts';
import { hasFacets, noFacets } from '../../session/library-state.ts';
import { chooseImport } from '../../session/project.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ArticleGrid } from './article-grid.tsx';
import { LibraryFoot } from './library-foot.tsx';
import { LibraryHead } from './library-head.tsx';
import { type ListLayout, layoutFor } from './list-layout.ts';
import { useLibraryList, useLibraryView } from './use-library-list.ts';

/** Nobody selects several articles in the first moment: read when it is first needed. */
const SelectedBar = lazy(() =>
  import('./selected-bar.tsx').then((module) => ({ default: module.SelectedBar })),
);

/** The project's articles: filter and chips, a list of what is in sight, what can be done with the selected ones. */
export function Library(): ReactNode {
  const section = useRef<HTMLElement>(null);
  const view = useLibraryView();
  const list = useLibraryList(view);
  const layout = useLayout(section);
  const place = useSessionState((state) => state.library.place);
  const selected = useSessionState((state) => state.library.selected.size);
  const isNarrowed = list.shown.length < list.items.length;
  return (
    <section
      ref={section}
      className="library area"
      aria-label="Library"
      data-area="library"
      tabIndex={-1}
    >
      <LibraryHead list={list} view={view} isWide={layout.kind === 'wide'} />
      {list.items.length === 0 ? (
        <Empty place={place} />
      ) : list.shown.length === 0 ? (
        <NothingFound />
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

function NothingFound(): ReactNode {
  const session = useSession();
  const { filter, facets } = useSessionState((state) => state.library);
  const narrowed = hasFacets(facets);
  return (
    <div className="library-empty">
      <p className="empty">
        {filter.trim() === ''
          ? 'No article is left by the chips above.'
          : `No article’s title, outlet, byline, section or tag holds “${filter.trim()}”${narrowed ? ' among those the chips leave' : ''}.`}{' '}
        {filter.trim() !== '' && 'To look in the texts, search the project.'}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => setLibrary(session, { filter: '', facets: noFacets })}
      >
        Show all articles
      </button>
    </div>
  );
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
      <div className="library-empty">
        <p className="empty">
          {importing.title}: {importing.done.toLocaleString('en-GB')} of{' '}
          {importing.total.toLocaleString('en-GB')} files. The first articles appear in a moment.
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
      <button type="button" className="button" onClick={() => void chooseImport(session, 'files')}>
        Import files…
      </button>
      <button type="button" className="button" onClick={() => void chooseImport(session, 'folder')}>
        Import a folder…
      </button>
    </div>
  );
}
