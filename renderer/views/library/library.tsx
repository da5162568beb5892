import { Columns2 } from 'lucide-react';
import {
  memo,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  Button,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import type { ArticleId } from '../../../app/record/ids.ts';
import {
  type ArticleGroup,
  groupArticles,
  type ListedArticle,
  listArticles,
} from '../../session/article-list.ts';
import { chooseImport } from '../../session/project.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

const listLayout = { estimatedRowHeight: 64, estimatedHeadingHeight: 32 };

/** The project's articles: a filter, and a list that draws only what is in sight. */
export function Library(): ReactNode {
  const session = useSession();
  const articles = useRecords((records) => records.list('article'));
  const [filter, setFilter] = useState('');
  // A highlight changes its article's record but nothing that is listed: then nothing is drawn.
  const listed = useRef<readonly ListedArticle[]>([]);
  listed.current = listArticles(articles, listed.current);
  const stable = listed.current;
  const typed = useDeferredValue(filter);
  const groups = useMemo(() => groupArticles(stable, typed), [stable, typed]);
  // An action does not tell which keys were held; the event before it does.
  const beside = useRef(false);
  const shown = groups.reduce((sum, group) => sum + group.articles.length, 0);
  return (
    <section
      className="library area"
      aria-label="Library"
      data-area="library"
      tabIndex={-1}
      onKeyDownCapture={(event) => {
        beside.current = event.shiftKey;
      }}
      onPointerDownCapture={(event) => {
        beside.current = event.shiftKey;
      }}
    >
      <div className="library-filter">
        <input
          type="search"
          aria-label="Filter articles"
          placeholder={`Filter ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      {articles.length === 0 ? (
        <EmptyLibrary />
      ) : shown === 0 ? (
        <p className="empty library-empty">
          No article’s title, outlet or byline holds “{filter}”.
        </p>
      ) : (
        <ArticleList groups={groups} beside={beside} />
      )}
      {articles.length > 0 && (
        <div className="library-foot">
          <button
            type="button"
            className="button quiet"
            onClick={() => void chooseImport(session, 'files')}
          >
            Import files…
          </button>
        </div>
      )}
    </section>
  );
}

/** Drawn anew only when a group is another one: making the collection costs as much as there are articles. */
const ArticleList = memo(function ArticleList(props: {
  readonly groups: readonly ArticleGroup[];
  readonly beside: RefObject<boolean>;
}): ReactNode {
  const session = useSession();
  const { groups, beside } = props;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={listLayout}>
      <GridList
        className="articles"
        aria-label="Articles"
        selectionMode="none"
        onAction={(key) => {
          session.panes.open(key as ArticleId, { focus: true, beside: beside.current });
        }}
      >
        {groups.map((group) => (
          <GridListSection key={group.id} id={group.id}>
            <GridListHeader className="article-group">
              <span>{group.title}</span>
              <span>{group.articles.length}</span>
            </GridListHeader>
            {group.articles.map((article) => (
              <ArticleItem key={article.id} article={article} />
            ))}
          </GridListSection>
        ))}
      </GridList>
    </Virtualizer>
  );
});

function ArticleItem({ article }: { readonly article: ListedArticle }): ReactNode {
  const session = useSession();
  const open = useSessionState(
    (state) => state.panes.find((pane) => pane.articleId === article.id)?.id ?? null,
  );
  const active = useSessionState((state) => open !== null && state.activePane === open);
  const annotations = useRecords((records) => records.annotationsOf(article.id).length);
  const { title, outlet } = article.metadata;
  return (
    <GridListItem
      id={article.id}
      textValue={title}
      className="article"
      data-open={open ?? undefined}
      data-active={active || undefined}
    >
      <div className="article-title">{title}</div>
      <div className="article-facts">
        <span className="article-source">
          {[outlet ?? 'Outlet not stated', article.time].filter(Boolean).join(' · ')}
        </span>
        {annotations > 0 && (
          <span className="article-count">
            {annotations}
            <span className="visually-hidden"> annotations</span>
          </span>
        )}
      </div>
      <Button
        className="button quiet icon article-beside"
        aria-label={`Open beside: ${title}`}
        onPress={() => {
          session.panes.open(article.id, { beside: true, focus: true });
        }}
      >
        <Columns2 size={14} aria-hidden="true" />
      </Button>
    </GridListItem>
  );
}

function EmptyLibrary(): ReactNode {
  const session = useSession();
  return (
    <div className="library-empty">
      <p className="empty">
        No articles yet. Drop text, Markdown or HTML files or a folder of them anywhere on this
        window, or choose them:
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
