import { isAnchored } from '../anchor/anchor-passage.ts';
import { annotationLabel } from '../annotation/annotation-label.ts';
import { effectiveMetadata } from '../article/article-metadata.ts';
import { isTrashed } from '../article/article-state.ts';
import type { AnnotationId, ArticleId, RevisionId } from '../record/ids.ts';
import type { AnnotationRecord, ArticleRecord, RevisionRecord } from '../record/records.ts';
import type { RevisionText } from '../record/text.ts';
import { CodePointOffsets } from './code-point-offsets.ts';
import type { ExportContext } from './exchange-format.ts';

/** A text that is exported: a revision with the annotations that stand on it, in reading order. */
export interface PlannedSource {
  /** Of the article; of an earlier revision its own. */
  readonly guid: ArticleId | RevisionId;
  readonly article: ArticleRecord;
  readonly revision: RevisionRecord;
  readonly isPresent: boolean;
  readonly annotations: readonly AnnotationRecord[];
}

/** What an export by files of plain text holds. Positions count code points. */
export interface ExportPlan {
  readonly sources: readonly PlannedSource[];
  readonly annotationIds: ReadonlySet<AnnotationId>;
  /** Of passages in texts where code points and code units are not the same. */
  position(annotation: AnnotationRecord): { readonly start: number; readonly end: number };
}

/**
 * Decides which texts and annotations go: not what lies in the trash, no text that is missing, no annotation whose words do
 * not stand at its place; the last two are reported. Reads every text once and keeps none.
 *
 * @param look is shown each text that goes, with what goes of it
 */
export async function planExport(
  context: ExportContext,
  look: (source: PlannedSource, text: RevisionText) => void = () => undefined,
): Promise<ExportPlan> {
  const { records, report, texts } = context;
  const articles = [...records.list('article')].sort((one, other) => one.number - other.number);
  const sources: PlannedSource[] = [];
  const annotationIds = new Set<AnnotationId>();
  const positions = new Map<AnnotationId, { readonly start: number; readonly end: number }>();
  for (const [index, article] of articles.entries()) {
    context.progress(index, articles.length * 2);
    if (isTrashed(article)) {
      report.remark('Articles in the trash are left out, with their annotations.');
      continue;
    }
    for (const planned of sourcesOf(context, article)) {
      const { revision } = planned;
      const text = await texts.read(revision.hash);
      const { title } = effectiveMetadata(article);
      if (text === null) {
        report.refuse(title, 'Its text is missing or damaged; run the check of the project.');
        continue;
      }
      const offsets = new CodePointOffsets(text.text);
      const annotations = planned.annotations.filter((annotation) => {
        const { passage } = annotation;
        if (!isAnchored(passage, text.text)) {
          const label = annotationLabel(article, annotation);
          report.refuse(label, 'Its words do not stand at its place in the text.');
          return false;
        }
        annotationIds.add(annotation.id);
        if (!offsets.isPlain) {
          positions.set(annotation.id, {
            start: offsets.toCodePoints(passage.start),
            end: offsets.toCodePoints(passage.end),
          });
        }
        return true;
      });
      const source = { ...planned, annotations };
      look(source, text);
      sources.push(source);
    }
  }
  return {
    sources,
    annotationIds,
    position: ({ id, passage }) => positions.get(id) ?? { start: passage.start, end: passage.end },
  };
}

/** The present revision of an article, and each earlier one that has annotations. */
function sourcesOf({ records, report }: ExportContext, article: ArticleRecord): PlannedSource[] {
  const byRevision = new Map<RevisionId, AnnotationRecord[]>([[article.revisionId, []]]);
  for (const annotation of records.annotationsOf(article.id)) {
    const { revisionId } = annotation.passage;
    const others = byRevision.get(revisionId);
    if (others === undefined) byRevision.set(revisionId, [annotation]);
    else others.push(annotation);
  }
  const sources: PlannedSource[] = [];
  for (const [revisionId, annotations] of byRevision) {
    const revision = records.get('revision', revisionId);
    const isPresent = revisionId === article.revisionId;
    if (revision === null) {
      report.refuse(effectiveMetadata(article).title, 'A revision of it is missing.');
      continue;
    }
    sources.push({
      guid: isPresent ? article.id : revisionId,
      ...{ article, revision, isPresent, annotations },
    });
  }
  return sources;
}
