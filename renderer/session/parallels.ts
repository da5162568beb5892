import type { TextOffset } from '../../app/base/brand.ts';
import { alignWords } from '../../app/compare/align-words.ts';
import type { AnnotationId, ArticleId } from '../../app/record/ids.ts';
import type { AnnotationRecord } from '../../app/record/records.ts';
import { annotationHere } from './annotate.ts';
import type { Session } from './session.ts';

/** A passage of another article that shares wording with an annotation. */
export interface ParallelPassage {
  readonly articleId: ArticleId;
  readonly start: TextOffset;
  readonly end: TextOffset;
  readonly quote: string;
  /** 0 to 1, see `alignWords`. */
  readonly score: number;
}

/** Below this, shared words are chance. */
const floor = 0.4;

/** The parallels key: asks the other articles for the wording of the passage here. */
export function findParallels(session: Session): void {
  const annotation = annotationHere(session);
  if (annotation !== null) {
    session.openDialog({ kind: 'parallels', annotationId: annotation.id });
  }
}

/**
 * The other articles' passages most like an annotation's, best first, one an article. Reads one text after the other
 * and lets the window breathe in between; ends early when `signal` is aborted.
 */
export async function parallelsOf(
  session: Session,
  annotation: AnnotationRecord,
  signal: AbortSignal,
): Promise<readonly ParallelPassage[]> {
  const { records, texts } = session.store;
  const found: ParallelPassage[] = [];
  for (const article of records.list('article')) {
    if (signal.aborted) break;
    if (article.id === annotation.articleId) continue;
    const revision = records.get('revision', article.revisionId);
    if (revision === null) continue;
    const { text } = await texts.read(revision.hash);
    const place = alignWords(annotation.passage.quote, text);
    if (place === null || place.score < floor) continue;
    const { start, end, score } = place;
    found.push({ articleId: article.id, start, end, quote: text.slice(start, end), score });
  }
  return found.sort((one, other) => other.score - one.score);
}

/** Opens a parallel passage in the other pane, selected, so that one key highlights or links it. */
export function openParallel(
  session: Session,
  annotationId: AnnotationId,
  passage: ParallelPassage,
): void {
  session.closeDialog();
  session.focusAnnotation(annotationId);
  session.panes.openPassage(passage.articleId, passage.start, passage.end, true);
}
