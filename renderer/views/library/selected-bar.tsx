import {
  Archive,
  Columns2,
  Mail,
  MailOpen,
  Pencil,
  RotateCcw,
  Star,
  Tag,
  Trash2,
  X,
} from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { compareArticles } from '../../session/comparing/compare-panes.ts';
import { mark } from '../../session/library/library-actions.ts';
import type { LibraryItem } from '../../session/library/library-item.ts';
import { articlesOf, clearSelection, select } from '../../session/library/library-selection.ts';
import { moveToTrash, restoreFromTrash } from '../../session/library/library-trash.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** What can be done with the selected articles; each press is one step for undo. */
export function SelectedBar({ shown }: { readonly shown: readonly LibraryItem[] }): ReactNode {
  const session = useSession();
  const { selected, place } = useSessionState((state) => state.library);
  const all = useRecords((records) => records.list('article'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `all` is another list when one of them changed
  const articles = useMemo(() => articlesOf(session, selected), [session, selected, all]);
  const hidden = useMemo(() => {
    const seen = new Set(shown.map(({ id }) => id));
    return articles.filter(({ id }) => !seen.has(id)).length;
  }, [articles, shown]);
  const readOnly = session.store.project.readOnly !== null;
  // Undo may have taken away what was selected.
  if (articles.length === 0) return null;
  return (
    <div className="selected-bar">
      <div className="selected-head">
        <span>
          {articles.length.toLocaleString('en-GB')} selected
          {hidden > 0 && `, ${hidden.toLocaleString('en-GB')} not shown`}
        </span>
        {shown.length > articles.length - hidden && (
          <button
            type="button"
            className="button quiet"
            onClick={() => select(session, [...selected, ...shown.map(({ id }) => id)])}
          >
            Select all {shown.length.toLocaleString('en-GB')}
          </button>
        )}
        <button
          type="button"
          className="button quiet icon"
          aria-label="Select nothing"
          title="Select nothing (Escape)"
          onClick={() => clearSelection(session)}
        >
          <X size={15} aria-hidden="true" />
        </button>
      </div>
      {place === 'articles' && articles.length > 1 && <Compare articles={articles} />}
      {!readOnly && place === 'articles' && <Actions articles={articles} />}
      {!readOnly && place === 'trash' && (
        <Toolbar className="selected-actions" aria-label="Selected articles">
          <Button className="button" onPress={() => restoreFromTrash(session, articles)}>
            <RotateCcw size={14} aria-hidden="true" />
            Restore {countOf(articles.length, 'article')}
          </Button>
        </Toolbar>
      )}
    </div>
  );
}

/** Puts the first of them side by side. */
function Compare({ articles }: { readonly articles: readonly ArticleRecord[] }): ReactNode {
  const session = useSession();
  return (
    <div className="selected-compare">
      <button
        type="button"
        className="button quiet"
        onClick={() =>
          compareArticles(
            session,
            articles.map(({ id }) => id),
          )
        }
      >
        <Columns2 size={14} aria-hidden="true" />
        {articles.length > 4 ? 'Compare the first four' : 'Compare'}
        <KeyLabel value="Mod+Alt+C" />
      </button>
    </div>
  );
}

function Actions({ articles }: { readonly articles: readonly ArticleRecord[] }): ReactNode {
  const session = useSession();
  const ids = articles.map(({ id }) => id);
  const every = (what: 'starred' | 'read' | 'archived'): boolean =>
    articles.every((article) => article[what] === true);
  const starred = every('starred');
  const read = every('read');
  const archived = every('archived');
  return (
    <Toolbar className="selected-actions" aria-label="Selected articles">
      <Action
        label={starred ? 'Unstar' : 'Star'}
        word={starred ? 'Unstar' : 'Star'}
        icon={<Star size={14} className={starred ? 'article-star' : undefined} />}
        run={() => mark(session, articles, 'starred', !starred)}
      />
      <Action
        label={read ? 'Mark unread' : 'Mark read'}
        word={read ? 'Unread' : 'Read'}
        icon={read ? <Mail size={14} /> : <MailOpen size={14} />}
        run={() => mark(session, articles, 'read', !read)}
      />
      <Action
        label="Tag…"
        word="Tag…"
        icon={<Tag size={14} />}
        run={() => session.openDialog({ kind: 'article-tags', articleIds: ids })}
      />
      <Action
        label="Edit what is known…"
        word="Edit"
        icon={<Pencil size={14} />}
        run={() => session.openDialog({ kind: 'edit-articles', articleIds: ids })}
      />
      <Action
        label={archived ? 'Take out of the archive' : 'Archive'}
        word={archived ? 'Take out' : 'Archive'}
        icon={<Archive size={14} />}
        run={() => mark(session, articles, 'archived', !archived)}
      />
      <Action
        label="Move to the trash"
        word="Trash"
        icon={<Trash2 size={14} />}
        run={() => moveToTrash(session, articles)}
      />
    </Toolbar>
  );
}

function Action(props: {
  readonly label: string;
  /** What stands on it: a part of the label, for want of room. */
  readonly word: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}): ReactNode {
  return (
    <Button className="button quiet selected-action" aria-label={props.label} onPress={props.run}>
      <span title={props.label} aria-hidden="true" className="icon-slot">
        {props.icon}
        {props.word}
      </span>
    </Button>
  );
}
