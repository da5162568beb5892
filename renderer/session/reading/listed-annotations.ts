import type { ArticleId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, RevisionRecord } from '../../../app/record/records.ts';
import { type AnnotationFilter, tagFilterOf } from '../codebook/tag-filter.ts';
import type { Session } from '../session.ts';

interface Listed {
  readonly filter: AnnotationFilter;
  readonly annotations: readonly AnnotationRecord[];
}

/** What the last filter let through of each list of annotations. */
const listed = new WeakMap<readonly AnnotationRecord[], Listed>();

/**
 * The annotations of an article that the tag filter lets through, in reading order; all of them without one. The same list
 * until an annotation of the article or the filter changes. Cost: all of them, once for each such change.
 */
export function listedAnnotations(
  session: Session,
  articleId: ArticleId,
): readonly AnnotationRecord[] {
  const all = session.store.records.annotationsOf(articleId);
  const filter = tagFilterOf(session);
  if (filter === null) return all;
  const known = listed.get(all);
  if (known?.filter === filter) return known.annotations;
  const annotations = all.filter(filter);
  listed.set(all, { filter, annotations });
  return annotations;
}

/**
 * How many annotations a reader of a revision shows, and how many it has. Without a tag filter it counts nothing: both 0.
 * Cost: the article's annotations.
 */
export function countShown(
  session: Session,
  revision: RevisionRecord,
): { readonly shown: number; readonly of: number } {
  if (tagFilterOf(session) === null) return { shown: 0, of: 0 };
  const isOnIt = ({ passage }: AnnotationRecord): boolean => passage.revisionId === revision.id;
  const { articleId } = revision;
  return {
    shown: listedAnnotations(session, articleId).filter(isOnIt).length,
    of: session.store.records.annotationsOf(articleId).filter(isOnIt).length,
  };
}
