import { Ellipsis, Plus } from 'lucide-react';
import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { setCodebook } from '../../session/codebook/codebook.ts';
import { codebookLines } from '../../session/codebook/codebook-lines.ts';
import { beginNewTag } from '../../session/codebook/codebook-selection.ts';
import { clearTagFilter } from '../../session/codebook/tag-filter.ts';
import { countAll, countMatching } from '../../session/codebook/tag-filter-counts.ts';
import { FilterField } from '../parts/filter-field.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { TagFilterField } from '../parts/tag-filter-field.tsx';
import { useTagFilter } from '../parts/use-tag-filter.ts';
import { CodebookFoot } from './codebook-foot.tsx';
import { CodebookTree } from './codebook-tree.tsx';
import { isShifted } from './use-tree-keys.ts';

/** Nobody opens it in the first moment: read when it is first needed. */
const CodebookMenu = lazy(() =>
  import('./codebook-menu.tsx').then((module) => ({ default: module.CodebookMenu })),
);

/** The project's tags: found, filtered by, changed. */
export function Codebook(): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  const { find, collapsed, naming, wantsFocus } = useSessionState((state) => state.codebook);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!wantsFocus) return;
    setCodebook(session, { wantsFocus: false });
    section.current?.querySelector<HTMLElement>('[role="tree"], [data-begin]')?.focus();
  }, [wantsFocus, session]);
  const lines = useMemo(
    () => codebookLines(tags, { find, collapsed, naming }),
    [tags, find, collapsed, naming],
  );
  return (
    <section
      ref={section}
      className="codebook area"
      aria-label="Codebook"
      data-area="library"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (!isNewTagKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
        beginNewTag(session, isShifted(event) ? 'below' : 'after');
      }}
    >
      <CodebookHead tagCount={tags.length} />
      {tags.length === 0 && naming === null ? (
        <Empty />
      ) : lines.length === 0 ? (
        <p className="empty codebook-empty">
          No tag has “{find.trim()}” in its name.{' '}
          <button
            type="button"
            className="button"
            data-begin
            onClick={() => setCodebook(session, { find: '' })}
          >
            Show all tags
          </button>
        </p>
      ) : (
        <>
          <div className="tag-heads" aria-hidden="true">
            <span>Tag</span>
            <span title="On annotations of the open article; with tags below in parentheses">
              Article
            </span>
            <span title="On annotations of the project; with tags below in parentheses">
              Project
            </span>
          </div>
          <CodebookTree lines={lines} />
          <CodebookFoot />
        </>
      )}
    </section>
  );
}

/**
 * The key of the button “New tag”, wherever in the codebook the keyboard is, but where letters are written. The tree answers it
 * by itself.
 */
function isNewTagKey(event: KeyboardEvent<HTMLElement>): boolean {
  const { target, currentTarget, nativeEvent } = event;
  if (event.key.toLowerCase() !== 'n' || nativeEvent.isComposing) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  // What is drawn elsewhere, as a menu is, tells its keys here as well.
  return (
    target instanceof HTMLElement &&
    currentTarget.contains(target) &&
    !target.matches('input, select, textarea, [contenteditable]')
  );
}

function CodebookHead({ tagCount }: { readonly tagCount: number }): ReactNode {
  const session = useSession();
  const find = useSessionState((state) => state.codebook.find);
  const [menuOpen, setMenuOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  return (
    <div className="library-head">
      <div className="library-filter">
        <FilterField
          label="Find a tag"
          placeholder={`Find among ${tagCount.toLocaleString('en-GB')} ${tagCount === 1 ? 'tag' : 'tags'}`}
          value={find}
          around=".codebook"
          onChange={(value) => setCodebook(session, { find: value })}
        />
        <button
          type="button"
          className="button quiet icon"
          aria-label="New tag"
          title="New tag (N)"
          disabled={session.store.project.readOnly !== null}
          onClick={() => beginNewTag(session, 'after')}
        >
          <Plus size={16} aria-hidden="true" />
        </button>
        <button
          ref={menuButton}
          type="button"
          className="button quiet icon"
          aria-haspopup="menu"
          aria-expanded={menuOpen}
          aria-label="Import, export, templates"
          title="Import, export, templates"
          onClick={() => setMenuOpen(true)}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </button>
        {menuOpen && (
          <Suspense fallback={null}>
            <CodebookMenu trigger={menuButton} onClose={() => setMenuOpen(false)} />
          </Suspense>
        )}
      </div>
      {tagCount > 0 && <TagFilterField label="Filter by tags" hideLabel />}
      <FilterState />
    </div>
  );
}

/** How many annotations of the project the filter in the field leaves, and its end. */
function FilterState(): ReactNode {
  const session = useSession();
  const filter = useTagFilter();
  const sets = useRecords((records) => records.tagSets);
  const expression = filter?.expression ?? null;
  const shown = useMemo(() => {
    if (expression === null) return null;
    const left = countMatching(sets, expression).toLocaleString('en-GB');
    return `${left} of ${countAll(sets).toLocaleString('en-GB')} annotations`;
  }, [expression, sets]);
  if (filter === null) return null;
  return (
    <div className="tag-filter-chip">
      <span className={shown === null ? 'objection' : 'tag-filter-shown'}>
        {shown ?? 'A tag of this filter is gone: nothing is filtered.'}
      </span>
      <button
        type="button"
        className="button quiet chip-clear"
        onClick={() => {
          clearTagFilter(session);
          session.say('The tag filter is off.');
        }}
      >
        Clear the tag filter
      </button>
    </div>
  );
}

function Empty(): ReactNode {
  const session = useSession();
  return (
    <div className="library-empty">
      <p className="empty">
        No tags yet. Select words in an article and press H, then type a tag; or make the codebook
        first: tag by tag, from a template, or from a file (QDC, CSV).
      </p>
      <button
        type="button"
        className="button"
        data-begin
        disabled={session.store.project.readOnly !== null}
        onClick={() => beginNewTag(session, 'after')}
      >
        Make a tag
      </button>
      <button
        type="button"
        className="button"
        disabled={session.store.project.readOnly !== null}
        onClick={() => session.openDialog({ kind: 'codebook-template' })}
      >
        Begin from a template…
      </button>
    </div>
  );
}
