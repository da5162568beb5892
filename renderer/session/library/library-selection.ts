import type { Diff } from '../../../app/record/diff.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import type { LibraryLine } from './library-lines.ts';
import type { LibraryState } from './library-state.ts';

/** Changes what the Library shows in this window. */
export function setLibrary(session: Session, patch: Partial<LibraryState>): void {
  session.set({ library: { ...session.get().library, ...patch } });
}

/** Goes to the articles or to the trash, with nothing selected and the whole of it listed. */
export function showPlace(session: Session, place: LibraryState['place']): void {
  clearSelection(session);
  setLibrary(session, { place, filter: '' });
}

/** Selects these articles and no others. */
export function select(session: Session, ids: Iterable<ArticleId>): void {
  const selected = new Set(ids);
  if (selected.size === 0 && session.get().library.selected.size === 0) return;
  setLibrary(session, { selected });
}

export function clearSelection(session: Session): void {
  select(session, []);
}

/** Takes articles out of the selection. */
function deselect(session: Session, articles: readonly ArticleRecord[]): void {
  const { selected } = session.get().library;
  const gone = new Set(articles.map(({ id }) => id));
  if (![...selected].some((id) => gone.has(id))) return;
  select(
    session,
    [...selected].filter((id) => !gone.has(id)),
  );
}

/** What a change took out of the selection, and what the list was narrowed to then. */
interface Deselected extends Pick<LibraryState, 'place' | 'facets'> {
  readonly ids: readonly ArticleId[];
}

const deselected = new WeakMap<Diff, Deselected>();

/**
 * Takes the articles of a change out of the selection: where it puts them they are not seen, and what is not seen must
 * not be acted on. Taken back, the change brings the selection back as well.
 */
export function deselectFor(
  session: Session,
  diff: Diff,
  articles: readonly ArticleRecord[],
): void {
  const { selected, place, facets } = session.get().library;
  const ids = articles.flatMap(({ id }) => (selected.has(id) ? [id] : []));
  if (ids.length > 0) deselected.set(diff, { ids, place, facets });
  deselect(session, articles);
}

/**
 * After `undone` was taken back by `diff`: what it took out of the selection is selected again, unless something else
 * is, or the list shows others now.
 */
export function selectAgain(session: Session, undone: Diff, diff: Diff): void {
  const known = deselected.get(undone);
  if (known === undefined) return;
  deselected.set(diff, known);
  const { selected, place, facets } = session.get().library;
  if (selected.size > 0 || place !== known.place || facets !== known.facets) return;
  select(session, known.ids);
}

/** After `undone`, itself an undoing, was taken back by `diff`: the articles are out of the selection again. */
export function deselectAgain(session: Session, undone: Diff, diff: Diff): void {
  const known = deselected.get(undone);
  if (known === undefined) return;
  deselected.set(diff, known);
  deselect(session, articlesOf(session, known.ids));
}

/** Puts one article into the selection or takes it out. */
export function toggleSelected(session: Session, id: ArticleId): void {
  const selected = new Set(session.get().library.selected);
  if (!selected.delete(id)) selected.add(id);
  setLibrary(session, { selected });
}

/** The articles of the lines between two, both ends included, whichever comes first. */
export function articlesBetween(
  lines: readonly LibraryLine[],
  one: number,
  other: number,
): readonly ArticleId[] {
  return lines
    .slice(Math.min(one, other), Math.max(one, other) + 1)
    .flatMap((line) => (line.kind === 'article' ? [line.item.id] : []));
}

/** What commands for articles act on: the selected ones, or else the one in the active pane. */
export function chosenArticles(session: Session): readonly ArticleRecord[] {
  const { records } = session.store;
  const { selected } = session.get().library;
  if (selected.size === 0) {
    const article = session.activeArticle();
    return article === null ? [] : [article];
  }
  return articlesOf(session, selected).filter((article) => records.all.has(article.id));
}

/** Records by id; those that are gone are left out. */
export function articlesOf(session: Session, ids: Iterable<ArticleId>): readonly ArticleRecord[] {
  const { records } = session.store;
  return [...ids].flatMap((id) => records.get('article', id) ?? []);
}
