import { type MouseEvent, type RefObject, useMemo } from 'react';
import type { LinkId } from '../../../app/record/ids.ts';
import { letterKeysOn } from '../../session/letter-keys.ts';
import { compareLinks } from '../../session/links/compare-links.ts';
import type { LinkItem } from '../../session/links/link-item.ts';
import { removeLinks, reverseLinks } from '../../session/links/links-edit.ts';
import { selectLinks, setLinks, toggleLink } from '../../session/links/links-selection.ts';
import { openLink } from '../../session/links/open-link.ts';
import type { Session } from '../../session/session.ts';
import { writable } from '../../session/writable.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { type GridActions, type GridKeys, useGridKeys } from '../parts/use-grid-keys.ts';
import type { LinkList } from './use-link-list.ts';

/** What can be done with several links at once. */
export type LinkAction = 'compare' | 'type' | 'reverse' | 'remove';

/** Does it with these links, or asks what is missing first. Says why where nothing may be changed. */
export function runOnLinks(session: Session, action: LinkAction, ids: readonly LinkId[]): void {
  if (ids.length === 0) return;
  if (action === 'compare') {
    compareLinks(session, ids);
    return;
  }
  if (!writable(session)) return;
  if (action === 'type') session.openDialog({ kind: 'links-type', linkIds: ids });
  else if (action === 'reverse') reverseLinks(session, ids);
  else removeLinks(session, ids);
}

/** The keys of the table: those of the other lists, and C to compare, T for the type, R to reverse, N for the note, X to select. */
export function useLinkKeys(options: {
  readonly grid: RefObject<HTMLElement | null>;
  readonly list: LinkList;
  reveal(index: number): void;
  pageSize(): number;
}): GridKeys & { onDoubleClick(event: MouseEvent<HTMLElement>): void } {
  const session = useSession();
  const { lines, shown } = options.list;
  const words = useSessionState((state) => state.links.words);
  const facets = useSessionState((state) => state.links.facets);
  const resetOn = useMemo(() => ({ words, facets }), [words, facets]);
  const meant = (item: LinkItem | null): readonly LinkId[] => {
    const { selected } = session.get().links;
    if (item === null) return [];
    if (!selected.has(item.link.id)) return [item.link.id];
    // In the order of the table, whatever order they were selected in.
    return shown.flatMap(({ link }) => (selected.has(link.id) ? link.id : []));
  };
  const open = (index: number): void => {
    const item = lines.itemAt(index);
    if (item !== null) openLink(session, item.link);
  };
  const actions: GridActions = {
    open,
    click: () => undefined,
    toggleGroup: () => undefined,
    toggle: (index) => {
      const item = lines.itemAt(index);
      if (item !== null) toggleLink(session, item.link.id);
    },
    selectBetween: (one, other) =>
      selectLinks(
        session,
        shown.slice(Math.min(one, other), Math.max(one, other) + 1).map(({ link }) => link.id),
      ),
    selectAll: () =>
      selectLinks(
        session,
        shown.map(({ link }) => link.id),
      ),
    clearSelection: () => {
      const { size } = session.get().links.selected;
      selectLinks(session, []);
      return size > 0;
    },
    remove: (index) => {
      runOnLinks(session, 'remove', meant(lines.itemAt(index)));
      return true;
    },
    letter: (key, index) => {
      if (!letterKeysOn()) return false;
      const item = lines.itemAt(index);
      if (item === null) return true;
      if (key === 'c') runOnLinks(session, 'compare', meant(item));
      else if (key === 'x') toggleLink(session, item.link.id);
      else if (key === 't') runOnLinks(session, 'type', meant(item));
      else if (key === 'r') runOnLinks(session, 'reverse', meant(item));
      else if (key === 'n' && writable(session)) setLinks(session, { writing: item.link.id });
      return true;
    },
    lineTyped: (from, typed) => lines.lineTyped(from, typed),
  };
  const keys = useGridKeys({
    ...options,
    lines,
    actions,
    resetOn,
    startKey: session.get().links.activeId,
    onActive: (index) => {
      const { activeId, writing } = session.get().links;
      const id = lines.itemAt(index)?.link.id ?? null;
      if (id !== activeId)
        setLinks(session, { activeId: id, ...(writing !== id && { writing: null }) });
    },
  });
  return {
    ...keys,
    onKeyDown: (event) => {
      if (event.key === 'F2' && !event.nativeEvent.isComposing) {
        const item = lines.itemAt(keys.activeIndex);
        event.preventDefault();
        if (item !== null && writable(session)) setLinks(session, { writing: item.link.id });
        return;
      }
      keys.onKeyDown(event);
    },
    onDoubleClick: (event) => {
      const target = event.target as HTMLElement;
      const row = target.closest<HTMLElement>('[data-index]');
      if (row === null || target.closest('input') !== null) return;
      const index = Number(row.dataset.index);
      const item = lines.itemAt(index);
      if (target.closest('.link-note') === null) open(index);
      else if (item !== null && writable(session)) setLinks(session, { writing: item.link.id });
    },
  };
}
