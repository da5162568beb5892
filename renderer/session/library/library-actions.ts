import { findTag, newTag } from '../../../app/annotation/tag-diffs.ts';
import { type ArticleMark, markArticles } from '../../../app/article/article-state.ts';
import { correctArticles, type MetadataPatch } from '../../../app/article/correct-article.ts';
import { tagArticles, untagArticles } from '../../../app/article/tag-articles.ts';
import type { Diff } from '../../../app/record/diff.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleRecord, TagRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import { deselectFor } from './library-selection.ts';

const markVerbs: Readonly<Record<ArticleMark, readonly [on: string, off: string]>> = {
  starred: ['Star', 'Unstar'],
  read: ['Mark read:', 'Mark unread:'],
  archived: ['Archive', 'Unarchive'],
};

/** Sets or takes away a mark of articles, as one step. */
export function mark(
  session: Session,
  articles: readonly ArticleRecord[],
  what: ArticleMark,
  on: boolean,
): void {
  const { store } = session;
  const verb = markVerbs[what][on ? 0 : 1];
  const diff = markArticles(store.maker, articles, what, on);
  const where =
    what === 'archived' && on ? 'The chip “Archived” below the filter lists them. ' : '';
  // Archived articles leave the list.
  if (make(session, verb, diff, where) && what === 'archived') deselectFor(session, diff, articles);
}

/** Sets a mark if one of the articles lacks it, else takes it from all. */
export function toggleMark(
  session: Session,
  articles: readonly ArticleRecord[],
  what: ArticleMark,
): void {
  mark(
    session,
    articles,
    what,
    articles.some((article) => article[what] !== true),
  );
}

/** An article that the analyst opened is read. No step of undo. */
export function noteRead(session: Session, id: ArticleId): void {
  const { store } = session;
  const article = store.records.get('article', id);
  if (article === null || article.read === true || store.project.readOnly !== null) return;
  store.commit('Read', markArticles(store.maker, [article], 'read', true), { undoable: false });
}

/** Puts the tag of that name on all of the articles, or takes it off if all have it; makes it if there is none. */
export function tagArticlesByName(
  session: Session,
  articles: readonly ArticleRecord[],
  name: string,
  chosen: TagRecord | null = null,
): void {
  const { store } = session;
  if (name.trim() === '') return;
  const tags = store.records.list('tag');
  const known = chosen ?? findTag(tags, name);
  const tag = known ?? newTag(store.maker, name, tags);
  if (articles.every(({ tagIds }) => tagIds?.includes(tag.id) === true)) {
    make(session, `Take “${tag.name}” off`, untagArticles(store.maker, articles, tag.id));
    return;
  }
  const diff = tagArticles(store.maker, articles, tag.id);
  make(session, `Tag as “${tag.name}”:`, known === null ? { ...diff, added: [tag] } : diff);
}

/** Puts facts of several articles right, as one step. */
export function correctAll(
  session: Session,
  articles: readonly ArticleRecord[],
  patch: MetadataPatch,
): void {
  const { store } = session;
  make(session, 'Correct', correctArticles(store.maker, articles, patch));
}

/** Makes a change of articles as a step named "Star 12 articles" and says so, and `more`, a sentence with its space. */
function make(session: Session, verb: string, diff: Diff, more = ''): boolean {
  if (isEmptyDiff(diff)) {
    session.say('They are so already; nothing was changed.');
    return false;
  }
  const name = `${verb} ${countOf(diff.updated.length, 'article')}`;
  session.store.commit(name, diff);
  session.say(`${name}. ${more}Undo takes it back.`);
  return true;
}
