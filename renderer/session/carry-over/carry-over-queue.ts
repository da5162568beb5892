import { waitsForCarrying } from '../../../app/reanchor/carry-diffs.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord, ArticleRecord } from '../../../app/record/records.ts';
import { isInTrash } from '../library/library-trash.ts';
import { revisionsOf } from '../reading/revisions.ts';

/** What was last seen of an article. */
interface Seen {
  readonly revisionId: RevisionId;
  readonly inTrash: boolean;
  readonly annotations: readonly AnnotationRecord[];
}

/**
 * Finds the articles in which it may have changed which annotations wait to be carried over: at the first look all of
 * them, later those with several revisions or with another present one than before.
 */
export class CarryOverQueue {
  readonly #records: RecordSource;
  readonly #seen = new Map<ArticleId, Seen>();

  constructor(records: RecordSource) {
    this.#records = records;
  }

  /** Whether an article has to be looked at. Cheap: it is asked of every article after every change. */
  mayHaveChanged(article: ArticleRecord): boolean {
    const seen = this.#seen.get(article.id);
    if (seen === undefined || seen.revisionId !== article.revisionId) return true;
    if (seen.inTrash !== isInTrash(article)) return true;
    if (revisionsOf(this.#records, article.id).length < 2) return false;
    return seen.annotations !== this.#records.annotationsOf(article.id);
  }

  /** The annotations of an article that wait. None while it is in the trash. */
  look(article: ArticleRecord): readonly AnnotationRecord[] {
    const annotations = this.#records.annotationsOf(article.id);
    const inTrash = isInTrash(article);
    this.#seen.set(article.id, { revisionId: article.revisionId, inTrash, annotations });
    if (inTrash) return [];
    return annotations.filter((annotation) => waitsForCarrying(annotation, article));
  }
}
