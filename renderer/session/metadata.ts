import { correctArticle } from '../../app/article/correct-article.ts';
import { normalisePublished } from '../../app/article/published-date.ts';
import type { ArticleMetadata, ArticleRecord } from '../../app/record/records.ts';
import type { Session } from './session.ts';

/** Puts the analyst's word over what the file says, for one field; an empty one says "not known". */
export function correct(
  session: Session,
  article: ArticleRecord,
  field: keyof ArticleMetadata,
  text: string,
): void {
  const { store } = session;
  const present = store.records.get('article', article.id);
  if (present === null) return;
  const value = field === 'published' ? normalisePublished(text) : text.trim() || null;
  if (field === 'title' && value === null) return;
  store.commit(`Correct ${field}`, correctArticle(store.maker, present, field, value as string));
}
