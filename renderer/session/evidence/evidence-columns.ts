import { annotationLabel } from '../../../app/annotation/annotation-label.ts';
import type { MentionTarget } from '../../../app/brief/mentions.ts';
import { linksSeenFrom } from '../../../app/link/links-seen.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { listArticle, locale } from '../article-list.ts';
import { shortDate } from '../library/library-columns.ts';
import { type EvidenceItem, noteText } from './evidence-item.ts';
import type { EvidenceColumn, EvidenceGroupKey } from './evidence-view.ts';

/** Heads of the table's columns. */
export const evidenceTitles: Readonly<Record<EvidenceColumn, string>> = {
  number: 'Number',
  quote: 'Quotation',
  tags: 'Tags',
  note: 'Note',
  article: 'Article',
  outlet: 'Outlet',
  date: 'Published',
  links: 'Links',
  claims: 'Claims',
  author: 'Author',
  created: 'Made',
};

/** Widths of columns that were not made wider or narrower, in pixels. The quotation takes what is left. */
export const evidenceWidths: Readonly<Record<EvidenceColumn, number>> = {
  number: 74,
  quote: 260,
  tags: 136,
  note: 130,
  article: 136,
  outlet: 112,
  date: 136,
  links: 96,
  claims: 96,
  author: 100,
  created: 122,
};

export const evidenceGroupTitles: Readonly<Record<EvidenceGroupKey, string>> = {
  none: 'Nothing',
  article: 'Article',
  outlet: 'Outlet',
  day: 'Day',
  month: 'Month',
  tag: 'Tag',
  claim: 'Claim',
};

const made = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** What a cell says, whole, on the screen and in the exported table. */
export function evidenceText(
  { annotation, source }: EvidenceItem,
  column: EvidenceColumn,
  records: RecordSource,
): string {
  const { listed } = source;
  switch (column) {
    case 'number':
      return `${listed.number}:${annotation.number}`;
    case 'quote':
      return annotation.passage.quote;
    case 'tags':
      return annotation.tagIds.map((id) => records.get('tag', id)?.name ?? '').join(', ');
    case 'note':
      return annotation.note === null
        ? ''
        : noteText(annotation.note, (target) => nameOf(target, records));
    case 'article':
      return listed.metadata.title;
    case 'outlet':
      return listed.outlet ?? '';
    case 'date': {
      const isGuess = listed.guesses.includes('published');
      const date = shortDate(listed.metadata.published);
      return date !== '' && isGuess ? `${date} (guess)` : date;
    }
    case 'links':
      return linksText(annotation, records);
    case 'claims':
      return records
        .evidenceFor(annotation.id)
        .flatMap(({ claimId, stance }) => {
          const claim = records.get('claim', claimId);
          return claim === null ? [] : [`C${claim.number} ${stance}`];
        })
        .join('; ');
    case 'author':
      return annotation.author;
    case 'created':
      return made.format(new Date(annotation.createdAt));
  }
}

/** "repeats 4:2; contradicts C3". */
function linksText(annotation: AnnotationRecord, records: RecordSource): string {
  if (records.linksAt(annotation.id).length === 0) return '';
  return linksSeenFrom(records, annotation)
    .map(({ relation, other }) => {
      const end = other?.kind === 'claim' ? `C${other.number}` : labelIn(records, other);
      return `${relation} ${end}`;
    })
    .join('; ');
}

function labelIn(records: RecordSource, annotation: AnnotationRecord | null): string {
  const article = annotation === null ? null : records.get('article', annotation.articleId);
  return annotation === null || article === null
    ? 'what was removed'
    : annotationLabel(article, annotation);
}

/** What a note's reference is called now. */
function nameOf(target: MentionTarget, records: RecordSource): string {
  switch (target.kind) {
    case 'article': {
      const article = records.get('article', target.id);
      return article === null ? 'a removed article' : listArticle(article).metadata.title;
    }
    case 'annotation':
      return labelIn(records, records.get('annotation', target.id));
    case 'tag':
      return records.get('tag', target.id)?.name ?? 'a removed tag';
    case 'claim': {
      const claim = records.get('claim', target.id);
      return claim === null ? 'a removed claim' : `C${claim.number}`;
    }
  }
}
