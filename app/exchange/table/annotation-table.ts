import { annotationLabel } from '../../annotation/annotation-label.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import { isTrashed } from '../../article/article-state.ts';
import { linksSeenFrom } from '../../link/links-seen.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { AnnotationRecord, ArticleRecord } from '../../record/records.ts';
import type { SheetCell } from '../matrix-sheets.ts';
import type { SheetLook } from '../matrix-workbook.ts';
import { type AnnotationColumn, annotationColumns } from './annotation-columns.ts';
import { guessedFacts } from './guessed-facts.ts';
import { longCells } from './long-cells.ts';
import { mentionName } from './mention-name.ts';
import { noteWords } from './note-words.ts';
import { writtenTags } from './written-tags.ts';

const columns = Object.keys(annotationColumns) as AnnotationColumn[];

/**
 * Annotations as rows under their heads: those of one article together, articles by number, passages in reading order; none of
 * articles in the trash (rule M4). Tags by their paths. What of title, outlet and date is a guess says a column of its own.
 *
 * @param onPoorer told of each note of which only the words are written
 */
export function* annotationRows(
  records: RecordSource,
  onPoorer: (label: string) => void = () => undefined,
): Generator<readonly SheetCell[]> {
  yield columns.map((column) => annotationColumns[column]);
  const tags = writtenTags(records);
  const articles = [...records.list('article')].sort((one, other) => one.number - other.number);
  for (const article of articles) {
    if (isTrashed(article)) continue;
    for (const annotation of records.annotationsOf(article.id)) {
      const row: Readonly<Record<AnnotationColumn, SheetCell>> = {
        ...cellsOf(records, article, annotation, onPoorer),
        tags: tags(annotation.tagIds),
      };
      yield columns.map((column) => row[column]);
    }
  }
}

/** The same rows as a sheet of a workbook. */
export function annotationSheet(
  records: RecordSource,
  onPoorer?: (label: string) => void,
): SheetLook {
  const widths: Readonly<Record<AnnotationColumn, number>> = {
    ...{
      number: 9,
      quote: 70,
      tags: 24,
      note: 34,
      article: 34,
      outlet: 22,
      published: 14,
      guessed: 18,
    },
    ...{ links: 18, claims: 18, author: 14, created: 22, url: 30, start: 10, end: 10 },
    ...{ hash: 30, prefix: 20, suffix: 20, id: 36 },
  };
  return longCells({
    name: 'Annotations',
    rows: annotationRows(records, onPoorer),
    widths: columns.map((column) => widths[column]),
    stickyColumns: 1,
  });
}

function cellsOf(
  records: RecordSource,
  article: ArticleRecord,
  annotation: AnnotationRecord,
  onPoorer: (label: string) => void,
): Readonly<Record<Exclude<AnnotationColumn, 'tags'>, SheetCell>> {
  const metadata = effectiveMetadata(article);
  const { passage, note } = annotation;
  const label = annotationLabel(article, annotation);
  const words = note === null ? null : noteWords(note, (target) => mentionName(records, target));
  if (words?.isPoorer === true) onPoorer(label);
  return {
    number: label,
    quote: passage.quote,
    note: words?.text ?? '',
    article: metadata.title,
    outlet: metadata.outlet ?? '',
    published: metadata.published ?? '',
    guessed: guessedFacts(article),
    links: linksSeenFrom(records, { kind: 'annotation', id: annotation.id })
      .map(({ relation, other }) => `${relation} ${labelOf(records, other)}`)
      .join('; '),
    claims: records
      .evidenceFor(annotation.id)
      .flatMap(({ claimId, stance }) => {
        const claim = records.get('claim', claimId);
        return claim === null ? [] : [`C${claim.number} ${stance}`];
      })
      .join('; '),
    author: annotation.author,
    created: annotation.createdAt,
    url: metadata.url ?? '',
    start: passage.start,
    end: passage.end,
    hash: records.get('revision', passage.revisionId)?.hash ?? '',
    prefix: passage.prefix,
    suffix: passage.suffix,
    id: annotation.id,
  };
}

function labelOf(
  records: RecordSource,
  other: ReturnType<typeof linksSeenFrom>[number]['other'],
): string {
  if (other === null) return 'what was removed';
  return other.kind === 'claim'
    ? `C${other.number}`
    : mentionName(records, { kind: 'annotation', id: other.id });
}
