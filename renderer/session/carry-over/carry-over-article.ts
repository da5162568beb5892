import { isAnchored } from '../../../app/anchor/anchor-passage.ts';
import type { Carrying } from '../../../app/reanchor/carry-diffs.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, ArticleRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import type { ProjectStore } from '../../store/project-store.ts';
import { groupBy } from '../group-by.ts';
import type { WaitingAnnotation } from './carry-over-state.ts';
import type { CarryThread } from './carry-over-thread.ts';

/** What became of the annotations of one article. */
export interface CarriedArticle {
  /** The text they were carried to. */
  readonly text: RevisionText;
  readonly unchanged: readonly Carrying[];
  readonly waiting: readonly WaitingAnnotation[];
}

/**
 * Looks for the passages of annotations in their article's present revision. Rejects when its text can't be read, or
 * with what ended the thread. A text that passages are on and that is gone costs them their place, not their words.
 */
export async function carryArticle(
  store: ProjectStore,
  thread: CarryThread,
  article: ArticleRecord,
  annotations: readonly AnnotationRecord[],
): Promise<CarriedArticle | null> {
  const { revisionId: to } = article;
  const revision = store.records.get('revision', to);
  if (revision === null) return null;
  const text = await store.texts.read(revision.hash);
  const target = { revisionId: to, text: text.text };
  const unchanged: Carrying[] = [];
  const waiting: WaitingAnnotation[] = [];
  const others = annotations.filter((annotation) => {
    const passage = wayBack(annotation, to);
    if (passage === null || !isAnchored(passage, text.text)) return true;
    unchanged.push({ annotation, passage, outcome: 'unchanged', score: 1 });
    return false;
  });
  for (const [from, list] of groupBy(others, ({ passage }) => passage.revisionId)) {
    const oldText = await textOf(store, from);
    const passages = list.map(({ passage }) => passage);
    const looks = await thread.carry({ oldText, target, passages });
    for (const [index, annotation] of list.entries()) {
      const look = looks[index];
      if (look === undefined) continue;
      const { result } = look;
      if (result.outcome === 'unchanged') {
        unchanged.push({ annotation, ...result.place, outcome: 'unchanged' });
      } else {
        const { id, articleId, passage } = annotation;
        waiting.push({ id, articleId, passage, to, look });
      }
    }
  }
  return { text, unchanged, waiting };
}

/** The passage that the program carried an annotation from, if that was on this very revision. */
function wayBack({ carried }: AnnotationRecord, to: RevisionId) {
  return carried?.outcome === 'unchanged' && carried.from.revisionId === to ? carried.from : null;
}

async function textOf(store: ProjectStore, revisionId: RevisionId): Promise<string> {
  const revision = store.records.get('revision', revisionId);
  if (revision === null) return '';
  try {
    return (await store.texts.read(revision.hash)).text;
  } catch {
    return '';
  }
}
