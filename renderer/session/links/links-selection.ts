import type { LinkId } from '../../../app/record/ids.ts';
import type { Session } from '../session.ts';
import type { LinksState } from './links-state.ts';

export function setLinks(session: Session, patch: Partial<LinksState>): void {
  session.set({ links: { ...session.get().links, ...patch } });
}

/** Narrows the table otherwise. What is selected and no longer seen must not be acted on: nothing is selected then. */
export function narrowLinks(
  session: Session,
  patch: Partial<Pick<LinksState, 'words' | 'facets'>>,
): void {
  const { selected } = session.get().links;
  setLinks(session, { ...patch, ...(selected.size > 0 && { selected: new Set() }) });
}

/** Selects these links and no others. */
export function selectLinks(session: Session, ids: Iterable<LinkId>): void {
  const selected = new Set(ids);
  if (selected.size === 0 && session.get().links.selected.size === 0) return;
  setLinks(session, { selected });
}

/** Puts one link into the selection or takes it out. */
export function toggleLink(session: Session, id: LinkId): void {
  const selected = new Set(session.get().links.selected);
  if (!selected.delete(id)) selected.add(id);
  setLinks(session, { selected });
}
