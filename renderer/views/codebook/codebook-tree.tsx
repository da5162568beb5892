import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { TagId } from '../../../app/record/ids.ts';
import { setCodebook } from '../../session/codebook/codebook.ts';
import { type CodebookLine, isNamed } from '../../session/codebook/codebook-lines.ts';
import {
  isReadOnly,
  selectTags,
  toggleTagSelected,
} from '../../session/codebook/codebook-selection.ts';
import { noCount, setsOf, tagCounts } from '../../session/codebook/tag-counts.ts';
import { shownPanes } from '../../session/shown-panes.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { CodebookRow, lineHeight, NewTagRow, rowId } from './codebook-row.tsx';
import { Tree } from './tree-parts.tsx';
import { useTagDrag } from './use-tag-drag.ts';
import { useTreeKeys } from './use-tree-keys.ts';

/** Nobody opens it in the first moment: read when it is first needed. */
const TagMenu = lazy(() =>
  import('./tag-menu.tsx').then((module) => ({ default: module.TagMenu })),
);

/**
 * The tags as a tree of which only the lines in sight are drawn. The focus stays on the tree itself, which names the line
 * that is meant: nothing that is moved, folded up or removed can take it away.
 */
export function CodebookTree({ lines }: { readonly lines: readonly CodebookLine[] }): ReactNode {
  const session = useSession();
  const tree = useRef<HTMLDivElement>(null);
  const { active, selected, naming } = useSessionState((state) => state.codebook);
  const counts = useCounts();
  const drag = useTagDrag();
  const found = lines.findIndex(({ key }) => key === active);
  const activeIndex = found >= 0 ? found : lines[0]?.kind === 'tag' ? 0 : -1;
  const newIndex = lines.findIndex(({ kind }) => kind === 'new');
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => tree.current,
    estimateSize: () => lineHeight,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    // The line that the tree names must be there for a screen reader, and a field that is typed in must not go.
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = new Set(defaultRangeExtractor(range));
        for (const index of [activeIndex, newIndex]) {
          if (index >= 0 && index < range.count) drawn.add(index);
        }
        return [...drawn].sort((one, other) => one - other);
      },
      [activeIndex, newIndex],
    ),
    overscan: 10,
  });
  const onKeyDown = useTreeKeys({
    lines,
    activeIndex,
    tree,
    reveal: (index) => rows.scrollToIndex(index, { align: 'auto' }),
    pageSize: () => Math.max(1, Math.floor((tree.current?.clientHeight ?? 0) / lineHeight) - 1),
    openMenu: () => openMenu(lines[activeIndex]),
  });
  const [menuOpen, setMenuOpen] = useState(false);
  const menuLine = useRef<HTMLElement | null>(null);
  // Whatever has the keyboard is in sight, also when undo or a move took it elsewhere.
  const shown = newIndex >= 0 ? newIndex : activeIndex;
  useEffect(() => {
    if (shown >= 0) rows.scrollToIndex(shown, { align: 'auto' });
  }, [shown, rows]);
  const toTree = useCallback(() => tree.current?.focus({ preventScroll: true }), []);
  const activeLine = lines[activeIndex];
  return (
    <>
      <Tree
        ref={tree}
        className="tag-tree"
        aria-label="Tags"
        aria-multiselectable="true"
        aria-activedescendant={activeLine === undefined ? undefined : rowId(activeLine.key)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (active === null && activeLine?.kind === 'tag') {
            setCodebook(session, { active: activeLine.tag.id });
          }
        }}
        onClick={(event) => choose(event, lines, activeIndex)}
        onContextMenu={(event) => {
          const key = keyOf(event);
          // What is typed in has a menu of its own; the keyboard's own comes from the tree, which is no line.
          if ((event.target as HTMLElement).closest('input') !== null) return;
          event.preventDefault();
          openMenu(key === null ? activeLine : lines.find((line) => line.key === key));
        }}
        onDoubleClick={(event) => {
          const key = keyOf(event);
          const isFold = (event.target as HTMLElement).closest('.tag-fold, input') !== null;
          if (key !== null && !isFold && !isReadOnly(session)) {
            session.openDialog({ kind: 'tag', tagId: key as TagId });
          }
        }}
      >
        <div role="none" className="tag-lines" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const line = lines[row.index];
            if (line === undefined) return null;
            if (line.kind === 'new') {
              if (naming?.kind !== 'new') return null;
              const { place } = naming;
              return (
                <NewTagRow
                  key="new"
                  place={place}
                  level={line.level}
                  top={row.start}
                  toTree={toTree}
                />
              );
            }
            const { id } = line.tag;
            return (
              <CodebookRow
                key={row.key}
                line={line}
                top={row.start}
                isActive={row.index === activeIndex}
                isSelected={selected.has(id)}
                isNaming={isNamed(naming, id)}
                zone={drag.mark?.key === line.key ? drag.mark.zone : null}
                inArticle={counts.article.get(id) ?? noCount}
                inProject={counts.project.get(id) ?? noCount}
                drag={drag}
                toTree={toTree}
              />
            );
          })}
        </div>
      </Tree>
      {menuOpen && (
        <Suspense fallback={null}>
          <TagMenu trigger={menuLine} onClose={() => setMenuOpen(false)} />
        </Suspense>
      )}
    </>
  );

  /** Of a tag that is not among those selected, it is its own alone. */
  function openMenu(line: CodebookLine | undefined): void {
    if (line?.kind !== 'tag') return;
    if (selected.size > 0 && !selected.has(line.tag.id)) selectTags(session, []);
    setCodebook(session, { active: line.tag.id });
    menuLine.current = document.getElementById(rowId(line.key));
    tree.current?.focus({ preventScroll: true });
    setMenuOpen(true);
  }

  function choose(
    event: MouseEvent<HTMLElement>,
    all: readonly CodebookLine[],
    from: number,
  ): void {
    const key = keyOf(event);
    const index = all.findIndex((line) => line.key === key);
    const line = all[index];
    if (line?.kind !== 'tag') return;
    const mod = session.hostInfo.commandKey === 'Meta' ? event.metaKey : event.ctrlKey;
    if (event.shiftKey) {
      const between = all.slice(Math.min(from, index), Math.max(from, index) + 1);
      selectTags(
        session,
        between.flatMap((one) => (one.kind === 'tag' ? [one.tag.id] : [])),
      );
    } else if (mod) toggleTagSelected(session, line.tag.id);
    else if (session.get().codebook.selected.size > 0) selectTags(session, []);
    setCodebook(session, { active: line.tag.id });
  }
}

function keyOf(event: MouseEvent<HTMLElement>): string | null {
  const line = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
  return line?.dataset.key ?? null;
}

/** How often each tag is used, in the open article and in the project. */
function useCounts() {
  const tags = useRecords((records) => records.list('tag'));
  const sets = useRecords((records) => records.tagSets);
  const articleId = useSessionState(
    (state) => shownPanes(state).find(({ id }) => id === state.activePane)?.articleId ?? null,
  );
  const annotations = useRecords((records) =>
    articleId === null ? none : records.annotationsOf(articleId),
  );
  const project = useMemo(() => tagCounts(tags, sets), [tags, sets]);
  const article = useMemo(() => tagCounts(tags, setsOf(annotations)), [tags, annotations]);
  return { project, article };
}

const none: readonly never[] = [];
