import { type RefObject, useMemo } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import {
  type LibraryLine,
  libraryGridLines,
  lineTyped,
} from '../../session/library/library-lines.ts';
import {
  articlesBetween,
  articlesOf,
  clearSelection,
  select,
  toggleSelected,
} from '../../session/library/library-selection.ts';
import { moveToTrash } from '../../session/library/library-trash.ts';
import { toggleGroup } from '../../session/library/library-view.ts';
import { createReadAhead } from '../../session/reading/read-ahead.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { type GridActions, type GridKeys, useGridKeys } from '../parts/use-grid-keys.ts';

/** The keys of the list of articles. */
export function useArticleKeys(options: {
  readonly grid: RefObject<HTMLElement | null>;
  readonly lines: readonly LibraryLine[];
  reveal(index: number): void;
  pageSize(): number;
}): GridKeys {
  const session = useSession();
  const { lines } = options;
  const filter = useSessionState((state) => state.library.filter);
  const gridLines = useMemo(() => libraryGridLines(lines), [lines]);
  const readAhead = useMemo(() => createReadAhead(session), [session]);
  const open = (index: number, beside: boolean): void => {
    const line = lines[index];
    if (line?.kind === 'article') session.panes.open(line.item.id, { focus: true, beside });
  };
  const whatIsMeant = (index: number) => {
    const { selected } = session.get().library;
    const line = lines[index];
    if (line?.kind !== 'article') return [];
    return articlesOf(session, selected.has(line.item.id) ? selected : [line.item.id]);
  };
  const actions: GridActions = {
    open,
    click: (index) => open(index, false),
    toggleGroup: (index) => {
      const line = lines[index];
      if (line?.kind === 'group') toggleGroup(session, line.group.id);
    },
    toggle: (index) => {
      const line = lines[index];
      if (line?.kind === 'article') toggleSelected(session, line.item.id);
    },
    selectBetween: (one, other) => select(session, articlesBetween(lines, one, other)),
    selectAll: () => select(session, allArticles(lines)),
    clearSelection: () => {
      const hadSome = session.get().library.selected.size > 0;
      clearSelection(session);
      return hadSome;
    },
    remove: (index) => {
      if (session.get().library.place === 'trash') return false;
      if (session.store.project.readOnly !== null) session.say(session.store.project.readOnly);
      else moveToTrash(session, whatIsMeant(index));
      return true;
    },
    lineTyped: (from, typed) => lineTyped(lines, from, typed),
    clickAnchor: () => lastOpened(lines, session.activeArticle()?.id),
  };
  const onActive = (index: number): void => {
    const line = lines[index];
    if (line?.kind === 'article') readAhead(line.item.id);
  };
  return useGridKeys({ ...options, lines: gridLines, actions, resetOn: filter, onActive });
}

function allArticles(lines: readonly LibraryLine[]): ArticleId[] {
  // Groups that are folded up count: what is selected is what the filter leaves.
  return lines.flatMap((line) => {
    if (line.kind === 'article') return [line.item.id];
    return line.isOpen ? [] : line.group.items.map(({ id }) => id);
  });
}

function lastOpened(lines: readonly LibraryLine[], id: ArticleId | undefined): number {
  return lines.findIndex((line) => line.kind === 'article' && line.item.id === id);
}
